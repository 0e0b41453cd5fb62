package org.moatmark.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The short set of the driver of faults, on the jar that was just packaged: the program, its disk, its file and its database
 * are hurt under load, and what was acknowledged is there afterwards. {@code .ci/faults} runs the long set.
 */
@Tag("once")
class KillTest {

    @Test
    void nothing_acknowledged_is_lost_when_the_program_is_killed() throws Exception {
        assertThat(driver("F1", "F2", "F23")).isZero();
    }

    @Test
    void nothing_acknowledged_is_lost_when_the_disk_fills_or_the_file_is_damaged() throws Exception {
        assertThat(driver("F4a", "F7a", "F8a", "F8b")).isZero();
    }

    @Test
    void nothing_acknowledged_is_lost_when_postgresql_is_restarted_or_hangs() throws Exception {
        assertThat(driver("F9", "F10")).isZero();
    }

    @Test
    void a_driver_that_is_killed_half_way_leaves_no_process_no_mount_and_no_folder(@TempDir Path place)
            throws Exception {
        // Where nothing may be mounted the first is not run, and the second is what is cut off.
        Process driver = driver(place, "F4a", "F1").start();
        List<ProcessHandle> made;
        try {
            assertThat(holds(() -> isLoaded(place))).isTrue();
            made = driver.descendants().toList();
        } finally {
            driver.destroyForcibly().waitFor();
        }

        assertThat(made).isNotEmpty();
        assertThat(holds(() -> left(place).isEmpty())).isTrue();
        assertThat(holds(() -> made.stream().noneMatch(ProcessHandle::isAlive))).isTrue();
    }

    /** Whether it comes true within a minute. */
    private static boolean holds(Callable<Boolean> question) throws Exception {
        for (int i = 0; i < 600; i++) {
            if (question.call()) {
                return true;
            }
            Thread.sleep(100);
        }
        return false;
    }

    private static List<Path> left(Path place) throws IOException {
        try (Stream<Path> folders = Files.list(place)) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith("moatmark-F"))
                    .toList();
        }
    }

    private static boolean isLoaded(Path place) throws IOException {
        for (Path folder : left(place)) {
            Path journal = folder.resolve("journal");
            if (Files.exists(journal) && Files.size(journal) > 1_000) {
                return true;
            }
        }
        return false;
    }

    /** Runs the driver in a process of its own; its table is in the log of the build. */
    private static int driver(String... faults) throws Exception {
        Process process =
                driver(Path.of(System.getProperty("java.io.tmpdir")), faults).start();
        String table = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        System.err.print(table);
        assertThat(table.lines()).as(table).hasSize(faults.length + 2);
        return code;
    }

    private static ProcessBuilder driver(Path place, String... faults) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + place,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.moatmark.api.faults.Faults",
                Path.of("target", "moatmark.jar").toString(),
                "short"));
        command.addAll(List.of(faults));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        // Times are measured by the long set, on a machine that does nothing else.
        builder.environment().put("FAULTS_PATIENCE", "20");
        return builder;
    }
}
