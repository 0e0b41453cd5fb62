package org.moatmark.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of what a security standard asks for says the truth about its tests, and the threats have a page. */
@Tag("once")
class AsvsTest {

    private static final Pattern LINE =
            Pattern.compile("\\| (V\\d+\\.\\d+\\.\\d+) \\| (met|open|elsewhere) \\| (.+) \\| (.+) \\|");
    private static final Pattern NAMED = Pattern.compile("`(\\w+)#(\\w+)`");

    private static String read(String file) throws IOException {
        return Files.readString(Path.of(file), StandardCharsets.UTF_8);
    }

    @Test
    void every_line_that_is_met_names_tests_that_are_there() throws IOException {
        List<String> missing = new ArrayList<>();
        Set<String> requirements = new HashSet<>();
        for (String line : read("ASVS.md").split("\n")) {
            if (!line.startsWith("| V")) {
                continue;
            }
            Matcher row = LINE.matcher(line);
            assertThat(row.matches()).as(line).isTrue();
            assertThat(requirements.add(row.group(1)))
                    .as("%s twice", row.group(1))
                    .isTrue();
            boolean any = names(row.group(4), missing);
            assertThat(any).as(line).isEqualTo("met".equals(row.group(2)));
        }
        assertThat(missing).isEmpty();
        assertThat(requirements).hasSizeGreaterThan(90);
    }

    /** Whether any test is named; those that are not there are told. */
    private static boolean names(String text, List<String> missing) throws IOException {
        Matcher named = NAMED.matcher(text);
        boolean any = false;
        while (named.find()) {
            any = true;
            if (!isThere(named.group(1), named.group(2))) {
                missing.add(named.group());
            }
        }
        return any;
    }

    @ParameterizedTest
    @ValueSource(strings = {"THREATS.md", "AGREEMENT.md"})
    void every_threat_and_every_promise_names_tests_that_are_there(String file) throws IOException {
        List<String> missing = new ArrayList<>();
        int rows = 0;
        for (String line : read(file).split("\n")) {
            boolean row = line.startsWith("| ") && !line.endsWith("| shown by |");
            if (row) {
                rows++;
                String shown = line.substring(line.lastIndexOf(" | ") + 3);
                assertThat(names(shown, missing)).as(line).isTrue();
            }
        }
        assertThat(missing).isEmpty();
        assertThat(rows).isGreaterThan(10);
    }

    private static boolean isThere(String test, String method) throws IOException {
        try (var files = Files.walk(Path.of("src/test/java"))) {
            List<Path> found =
                    files.filter(file -> file.endsWith(test + ".java")).toList();
            return found.size() == 1
                    && Pattern.compile("(?:void|Stream<DynamicTest>) " + method + "\\(")
                            .matcher(Files.readString(found.get(0)))
                            .find();
        }
    }

    @Test
    void the_bill_of_materials_can_be_made() throws IOException {
        assertThat(read("pom.xml")).contains("<id>sbom</id>", "cyclonedx-maven-plugin", "makeBom");
        assertThat(read("../pom.xml")).contains("<artifactId>cyclonedx-maven-plugin</artifactId>");
    }

    @Test
    void the_threats_are_on_one_page() throws IOException {
        String page = read("THREATS.md");

        assertThat(page.lines().count()).isLessThan(80);
        assertThat(page).contains("## What is not defended");
    }
}
