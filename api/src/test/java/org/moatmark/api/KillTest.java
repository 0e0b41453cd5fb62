package org.moatmark.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

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

    /** Runs the driver in a process of its own; its table is in the log of the build. */
    private static int driver(String... faults) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
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
        Process process = builder.start();
        String table = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        System.err.print(table);
        assertThat(table.lines()).as(table).hasSize(faults.length + 2);
        return code;
    }
}
