package org.moatmark.api;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the real main, in a JVM of its own on the class path of the tests unless another is asked for, and looks at it from outside. */
final class Program {

    private final Map<String, String> environment;
    private final List<String> start;
    private final Path directory;
    private final boolean here;

    /** What a call left behind. */
    record Ended(int code, String out, String err) {}

    private Program(Map<String, String> environment, List<String> start, Path directory, boolean here) {
        this.environment = environment;
        this.start = start;
        this.directory = directory;
        this.here = here;
    }

    /** In an environment that asks for English. */
    static Program inEnglish() {
        return withEnvironment(Map.of("LANG", "C"));
    }

    static Program withEnvironment(Map<String, String> environment) {
        return new Program(environment, List.of("-cp", classPath(), "org.moatmark.api.Main"), Path.of(""), false);
    }

    /** Another program on the same class path: what follows is its main class, or its source file. */
    static Program of(String main, Path... classes) {
        StringBuilder path = new StringBuilder();
        for (Path one : classes) {
            path.append(one).append(File.pathSeparator);
        }
        return new Program(Map.of("LANG", "C"), List.of("-cp", path + classPath(), main), Path.of(""), false);
    }

    /** The same program in another working directory. */
    Program in(Path other) {
        return new Program(environment, start, other, false);
    }

    /**
     * The same commands in the process of the tests, where a call takes milliseconds and not a second: for what a command
     * says, where the process, its streams and its character set do not matter.
     */
    Program here() {
        return new Program(environment, start, directory, true);
    }

    static String classPath() {
        return System.getProperty("java.class.path");
    }

    Ended run(String... words) throws IOException, InterruptedException {
        return run("", List.of(words));
    }

    /** Runs a call; standard input and output go through files, so that no pipe can fill up. */
    Ended run(String input, List<String> words) throws IOException, InterruptedException {
        if (here) {
            var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
            var out = new ByteArrayOutputStream();
            var err = new ByteArrayOutputStream();
            int code = Main.commands(environment, in, out, err).run(words);
            return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
        Path folder = Files.createTempDirectory("moatmark-cli");
        Path in = Files.writeString(folder.resolve("in"), input);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = builder(words)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("The call did not end: " + words);
        }
        Ended ended = new Ended(process.exitValue(), read(out), read(err));
        for (Path file : List.of(in, out, err, folder)) {
            Files.delete(file);
        }
        return ended;
    }

    ProcessBuilder builder(List<String> words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                // As the manifest of the jar says; newer machines warn on standard error without it.
                "--enable-native-access=ALL-UNNAMED",
                // The machine's own character set must not matter.
                "-Dfile.encoding=ISO-8859-1"));
        command.addAll(start);
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(directory.toAbsolutePath().toFile());
        Map<String, String> inherited = builder.environment();
        inherited.keySet().removeIf(name -> name.startsWith("LC_") || name.startsWith("MOATMARK_"));
        inherited.remove("LANG");
        inherited.putAll(environment);
        return builder;
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
