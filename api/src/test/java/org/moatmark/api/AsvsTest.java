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

    private static final Pattern CASE =
            Pattern.compile("\\| ([AD]\\d+) \\| .+ \\| .+ \\| (held|in part: .+|nothing to ask: .+) \\| (.+) \\|");

    private static final List<String> ROOTS = List.of("src/test/java", "src/browser/java", "../core/src/test/java");

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

    /** Whether just one test of this name has such a method; there is a HouseTest in both modules. */
    private static boolean isThere(String test, String method) throws IOException {
        Pattern declared = Pattern.compile("(?:void|Stream<DynamicTest>) " + method + "\\(");
        int found = 0;
        for (String root : ROOTS) {
            try (var files = Files.walk(Path.of(root))) {
                for (Path file :
                        files.filter(one -> one.endsWith(test + ".java")).toList()) {
                    found += declared.matcher(Files.readString(file)).find() ? 1 : 0;
                }
            }
        }
        return found == 1;
    }

    @Test
    void every_case_says_how_it_stands_and_names_tests_that_are_there() throws IOException {
        List<String> missing = new ArrayList<>();
        Set<String> cases = new HashSet<>();
        for (String line : read("CASES.md").split("\n")) {
            if (!line.matches("\\| [AD]\\d+ .*")) {
                continue;
            }
            Matcher row = CASE.matcher(line);
            assertThat(row.matches()).as(line).isTrue();
            assertThat(cases.add(row.group(1))).as("%s twice", row.group(1)).isTrue();
            assertThat(names(row.group(3), missing) || row.group(3).startsWith("`.ci/faults "))
                    .as(line)
                    .isTrue();
        }
        assertThat(missing).isEmpty();
        assertThat(cases).contains("A1", "A36", "A71", "D1").hasSizeGreaterThan(70);
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
