package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the sources of the pages say, in the same words in both languages, and what no script of theirs does. */
class PageSourcesTest {

    private static final Path WEB = Path.of("src/main/resources/web");
    private static final Pattern USED =
            Pattern.compile("\\bt\\(\\s*'([a-z]+[.][A-Za-z0-9]+)'|\\{\\{word ([a-z]+[.][A-Za-z0-9]+)}}");
    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");
    private static final PageWords WORDS = new PageWords();

    /** What is the same in both languages: names, and the language's own name for itself. */
    private static final Set<String> SAME =
            Set.of("frame.languageName", "frame.api", "form.range", "form.between", "cases.scoreIn");

    @Test
    void both_languages_have_the_same_words() {
        for (String area : WORDS.areas()) {
            List<String> english = WORDS.keys(area, "en").stream()
                    .filter(key -> !key.endsWith("#one"))
                    .toList();
            assertThat(WORDS.keys(area, "ja")).as(area).isEqualTo(english);
        }
    }

    @Test
    void every_text_is_in_the_language_that_it_is_filed_under() {
        for (String area : WORDS.areas()) {
            for (String key : WORDS.keys(area, "ja")) {
                String name = area + "." + key;
                boolean wordless =
                        !WORDS.get(name, "en").replaceAll("\\{\\w+}", "").matches("(?s).*\\p{L}.*");
                if (!SAME.contains(name) && !wordless) {
                    assertThat(WORDS.get(name, "ja")).as(name).containsPattern(JAPANESE);
                    assertThat(WORDS.get(name, "en")).as(name).doesNotContainPattern(JAPANESE);
                }
                assertThat(holes(WORDS.get(name, "ja"))).as(name).isEqualTo(holes(WORDS.get(name, "en")));
            }
        }
    }

    private static Set<String> holes(String text) {
        return Pattern.compile("\\{\\w+}")
                .matcher(text)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_deed_that_the_services_log_has_words() throws IOException {
        Pattern logged = Pattern.compile("\\.log\\(\\s*who,[^;]*?\"([a-z ]+)\"(?:\\s*:\\s*\"([a-z ]+)\")?");
        Set<String> deeds = new TreeSet<>();
        try (Stream<Path> services = Files.list(Path.of("src/main/java/org/moatmark/api/service"))) {
            for (Path service : services.filter(Files::isRegularFile).toList()) {
                logged.matcher(Files.readString(service)).results().forEach(line -> {
                    deeds.add(line.group(1));
                    if (line.group(2) != null) {
                        deeds.add(line.group(2));
                    }
                });
            }
        }

        assertThat(deeds).hasSizeGreaterThan(25).contains("give seat back", "change seat", "upgrade questionnaire");
        assertThat(WORDS.keys("owner", "ja"))
                .containsAll(deeds.stream()
                        .map(deed -> "deed-" + deed.replace(' ', '-'))
                        .toList());
    }

    @Test
    void every_text_that_is_asked_for_is_there() throws IOException {
        Set<String> asked = new TreeSet<>();
        for (Path file : sources()) {
            USED.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                    .forEach(asked::add);
        }

        assertThat(asked)
                .isNotEmpty()
                .allSatisfy(key -> assertThat(WORDS.get(key, "en")).isNotBlank());
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> pages = Files.list(WEB.resolve("pages"));
                Stream<Path> files = Files.list(WEB.resolve("files"))) {
            return Stream.concat(pages, files)
                    .filter(file -> file.toString().matches(".*[.](html|js)"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void every_file_is_listed() throws IOException {
        try (Stream<Path> files = Files.list(WEB.resolve("files"));
                Stream<Path> words = Files.list(WEB.resolve("words"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("index.txt")))
                    .containsExactlyInAnyOrderElementsOf(WebFiles.lines("/web/files/index.txt"));
            assertThat(words.map(file -> file.getFileName().toString().replaceFirst("[.].*", ""))
                            .filter(name -> !name.equals("index"))
                            .distinct())
                    .containsExactlyInAnyOrderElementsOf(WORDS.areas());
        }
    }

    @Test
    void no_script_makes_markup_of_texts_or_code_of_strings() throws IOException {
        for (Path file : sources()) {
            if (!file.endsWith("preact.js")) {
                assertThat(Files.readString(file))
                        .as(file.toString())
                        .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(")
                        .doesNotContain("dangerouslySet", "new Function", "http://", "https://");
            }
        }
    }

    /** The key of an owner opens everything: it is held by a page while it is open, and by nothing else in the browser. */
    @Test
    void no_script_of_an_owner_keeps_anything_in_the_browser_or_puts_it_into_an_address() throws IOException {
        List<Path> owners = sources().stream()
                .filter(file -> file.getFileName().toString().matches("owner.*[.]js"))
                .toList();

        assertThat(owners).hasSizeGreaterThan(5);
        for (Path file : owners) {
            assertThat(Files.readString(file))
                    .as(file.toString())
                    .doesNotContain("localStorage", "sessionStorage", "indexedDB", "document.cookie", "pushState");
        }
    }

    @Test
    void preact_pico_and_lean_qr_are_what_was_published() throws Exception {
        assertThat(sha256("preact.js"))
                .as("preact/standalone.module.js of htm 3.1.1")
                .isEqualTo("72284e8e9079c87817145df1110f74e8a2aa040b2fc384922e18dfcb46fc1fd7");
        assertThat(sha256("qr.js"))
                .as("index.mjs of lean-qr 2.7.4")
                .isEqualTo("0ce41cd6f92cc23cf057a1df7e1b3876767d678665dd65af4e1d22b4fad967dc");
        assertThat(new String(Library.resource(WebFiles.PICO), StandardCharsets.UTF_8))
                .contains("Pico CSS");
    }

    private static String sha256(String file) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Library.resource("/web/files/" + file));
        return HexFormat.of().formatHex(hash);
    }
}
