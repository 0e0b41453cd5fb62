package org.moatmark.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moatmark.api.Program.Ended;
import org.moatmark.core.Moatmark;
import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.benchmark.RaterReliability;

/**
 * What the README says is true and what it prints runs. Only two things are replaced: the jar, which this build has not
 * made yet, by the main class on the class path, and the address by that of a server on a free port. The curl lines run in
 * bash with the curl of this machine, and once more with {@link CurlLike} in its place; without bash they are skipped.
 */
class ReadmeTest {

    private static final String JAR = "java -jar api/target/moatmark.jar ";
    private static final Path CASE_WAVES = Path.of("api/examples/case-waves/src/main/java/CaseWaves.java");

    private final Readme readme = Readme.read();
    private final Program program = Program.inEnglish().in(Readme.ROOT);

    @Test
    void it_is_short_and_its_links_lead_somewhere() {
        assertThat(readme.text().lines()).hasSizeLessThan(150);
        assertThat(readme.links())
                .isNotEmpty()
                .allSatisfy(link -> assertThat(Readme.ROOT.resolve(link)).exists());
    }

    @Test
    void every_picture_is_what_its_command_prints() throws Exception {
        List<List<String>> pictures = new ArrayList<>();
        for (String block : readme.blocks("")) {
            for (String line : block.lines().toList()) {
                if (line.startsWith("$ ")) {
                    pictures.add(new ArrayList<>());
                }
                if (block.startsWith("$ ")) {
                    pictures.get(pictures.size() - 1).add(line);
                }
            }
        }

        assertThat(pictures).hasSize(3);
        for (List<String> shown : pictures) {
            assertThat(shown.get(0)).startsWith("$ " + JAR);
            Ended ended = program.run(
                    "", List.of(shown.get(0).substring(2 + JAR.length()).split(" ")));
            List<String> printed = ended.out().lines().toList();
            int from = 0;
            for (String line : shown.subList(1, shown.size())) {
                if (!"...".equals(line)) {
                    assertThat(printed.subList(from, printed.size())).contains(line);
                    from += printed.subList(from, printed.size()).indexOf(line) + 1;
                }
            }
        }
    }

    @Test
    void every_other_call_of_the_jar_is_understood() throws Exception {
        List<String> calls = readme.inline(JAR);

        assertThat(calls).hasSize(2);
        for (String call : calls) {
            Ended ended = program.run("", List.of(call.substring(JAR.length()).split(" ")));
            assertThat(ended.code()).as(call).isZero();
            assertThat(ended.out()).as(call).isNotEmpty();
        }
    }

    @Test
    void the_fifteen_lines_of_java_compile_and_print_a_result(@TempDir Path folder) throws Exception {
        String code = readme.blocks("java").get(0);
        Path source = Files.writeString(folder.resolve("ScoreACompany.java"), code);

        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", Program.classPath(), source.toString());
        Ended ended = Program.of("ScoreACompany", folder).run();

        assertThat(failed).isZero();
        assertThat(code.lines()).hasSize(15);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).startsWith("outside-view 1.1.0\nIndex ");
        assertThat(code)
                .isEqualTo(Files.readString(
                        Readme.ROOT.resolve("api/examples/score-a-company/src/main/java/ScoreACompany.java")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"curl", "CurlLike"})
    void the_curl_lines_run_as_printed(String client, @TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(Readme.onPath("bash"), "bash is needed");
        Assumptions.assumeTrue("CurlLike".equals(client) || Readme.onPath("curl"), "no curl here");
        String path =
                "CurlLike".equals(client) ? curlLike(folder) + ":" + System.getenv("PATH") : System.getenv("PATH");
        List<String> blocks = readme.blocks("bash");
        assertThat(blocks).hasSize(2);
        assertThat(blocks.get(0).split("curl -s ", -1)).as("six lines of curl").hasSize(7);
        try (Running running = Running.start()) {
            for (String block : blocks) {
                List<String> expected = block.lines()
                        .filter(line -> line.startsWith("# "))
                        .map(line -> line.substring(2))
                        .toList();
                String script = "set -euo pipefail\n" + block.replace("http://127.0.0.1:8080", running.url());

                String printed = bash(script, Map.of("KEY", Running.OWNER, "PATH", path));

                assertThat(expected).hasSize(1);
                assertThat(printed.lines().toList()).isEqualTo(expected);
            }
        }
    }

    @Test
    void the_limits_of_the_cases_are_as_they_are_said() {
        CaseLibrary library = Moatmark.shipped().cases();
        long japanese = library.companies().stream()
                .filter(company -> company.country().equals("JP"))
                .count();
        RaterReliability reliability = library.reliability();
        double[] alphas = reliability.items().values().stream()
                .mapToDouble(item -> item.alpha().orThrow())
                .sorted()
                .toArray();

        assertThat(readme.text().replaceAll("\\s+", " "))
                .contains(
                        library.companies().size() + " case companies",
                        japanese + " of the " + library.companies().size() + " are Japanese",
                        String.format(
                                Locale.ROOT,
                                "(alpha %.2f, by item %.2f to %.2f:",
                                reliability.overall().alpha().orThrow(),
                                alphas[0],
                                alphas[alphas.length - 1]));
    }

    @Test
    void every_promise_names_a_test_that_is_there() throws Exception {
        List<String> tests =
                readme.inline("").stream().filter(code -> code.endsWith("Test")).toList();
        try (Stream<Path> files = Files.walk(Readme.ROOT)) {
            List<String> there = files.filter(file -> file.toString().contains("src/test/java"))
                    .map(file -> file.getFileName().toString())
                    .toList();

            assertThat(tests).hasSizeGreaterThan(9).allMatch(test -> there.contains(test + ".java"));
        }
    }

    @Test
    void the_test_command_is_what_the_checks_run_on_a_clean_clone() throws Exception {
        assertThat(readme.blocks("")).contains("mvn verify\n");
        assertThat(Files.readString(Readme.ROOT.resolve(".ci/run"))).contains("mvn -B -ntp verify");
    }

    private static String bash(String script, Map<String, String> environment) throws Exception {
        Path out = Files.createTempFile("readme", ".txt");
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", script)
                .directory(Readme.ROOT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String printed = Files.readString(out);
        Files.delete(out);
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }

    /** A directory with something that is called curl. */
    private static Path curlLike(Path folder) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path script = Files.writeString(
                folder.resolve("curl"),
                "#!/bin/sh\nexec '" + java + "' -cp '" + Program.classPath() + "' org.moatmark.api.CurlLike \"$@\"\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return folder;
    }
}
