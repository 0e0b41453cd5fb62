package org.moatmark.api.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The tools of the machine with which faults are caused. */
final class Shell {

    private Shell() {}

    /** Runs a command; what it said if it failed. */
    static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said.strip());
        }
    }

    /** Runs a command that this machine may not let us run. */
    static void may(String... command) throws NotRun, InterruptedException {
        try {
            run(command);
        } catch (IOException refused) {
            throw new NotRun("this machine refuses it ("
                    + String.valueOf(refused.getMessage()).lines().findFirst().orElse("") + ")");
        }
    }

    /** Runs a command that tidies up, as well as it can. */
    static void attempt(String... command) {
        try {
            run(command);
        } catch (IOException left) {
            System.err.println(left.getMessage());
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }

    static void requireTools(String... names) throws NotRun {
        List<String> folders =
                Arrays.asList(System.getenv().getOrDefault("PATH", "").split(":"));
        for (String name : names) {
            boolean there = folders.stream().anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
            if (!there) {
                throw new NotRun("there is no " + name + " on this machine");
            }
        }
    }

    static void signal(String name, long pid) throws IOException, InterruptedException {
        run("kill", "-" + name, Long.toString(pid));
    }
}
