package org.moatmark.api.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The jar in a process of its own. */
final class Child implements AutoCloseable {

    /** The owner key of every child. */
    static final String OWNER = "faults-owner-key-0123456789-0123456789";

    private static final long PATIENCE_MS = 60_000;
    private static final String READY = "moatmark ready http://";

    private final Process process;
    private final Path errors;
    private final String address;
    private final Duration toReady;

    private Child(Process process, Path errors, String address, Duration toReady) {
        this.process = process;
        this.errors = errors;
        this.address = address;
        this.toReady = toReady;
    }

    /** The program ended instead of getting ready. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final int code;
        private final String said;

        private Refused(int code, String said) {
            super("exit " + code + ": " + said);
            this.code = code;
            this.said = said;
        }

        int code() {
            return code;
        }

        String said() {
            return said;
        }
    }

    /**
     * How to start.
     *
     * @param jar the program
     * @param folder where its output goes
     * @param before words in front of {@code java}, such as the name of a network to run in
     * @param options of the virtual machine
     * @param environment of the process
     */
    record Start(Path jar, Path folder, List<String> before, List<String> options, Map<String, String> environment) {

        Start(Path jar, Path folder, String database) {
            this(
                    jar,
                    folder,
                    List.of(),
                    // As OPERATIONS.md has it.
                    List.of("-Xmx512m", "-XX:+ExitOnOutOfMemoryError"),
                    Map.of(
                            "MOATMARK_DB", database,
                            "MOATMARK_PORT", "0",
                            "MOATMARK_HOST", "127.0.0.1",
                            "MOATMARK_OWNER_KEY", OWNER,
                            "MOATMARK_RATES",
                                    "address=900000000,key=900000000,tenant=900000000,seat=900000000,heavy=900000000",
                            "LANG", "C"));
        }

        Start after(String... words) {
            return new Start(jar, folder, List.of(words), options, environment);
        }

        Start options(String... others) {
            return new Start(jar, folder, before, List.of(others), environment);
        }

        Start with(String name, String value) {
            Map<String, String> more = new TreeMap<>(environment);
            more.put(name, value);
            return new Start(jar, folder, before, options, more);
        }

        private Process run(Path out, Path err, String... words) throws IOException {
            List<String> command = new ArrayList<>(before);
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(options);
            command.addAll(List.of("-jar", jar.toString()));
            command.addAll(List.of(words));
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().keySet().removeIf(name -> name.startsWith("MOATMARK_"));
            builder.environment().putAll(environment);
            return builder.redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
        }

        /** Starts to serve and waits until it says that it is ready. */
        Child serve() throws IOException, InterruptedException, Refused {
            Path out = Files.createTempFile(folder, "out", ".txt");
            Path err = Files.createTempFile(folder, "err", ".txt");
            long start = System.nanoTime();
            Process process = run(out, err, "serve");
            while (System.nanoTime() - start < PATIENCE_MS * 1_000_000) {
                boolean ended = !process.isAlive();
                String said = Files.readString(out);
                int at = said.indexOf(READY);
                int end = said.indexOf('\n', Math.max(0, at));
                if (at >= 0 && end > at) {
                    Duration took = Duration.ofNanos(System.nanoTime() - start);
                    return new Child(process, err, said.substring(at + READY.length() - "http://".length(), end), took);
                }
                if (ended) {
                    throw new Refused(process.exitValue(), Files.readString(err));
                }
                Thread.sleep(5);
            }
            process.destroyForcibly();
            throw new IOException("The program neither got ready nor ended: " + Files.readString(err));
        }

        /** Runs another command to its end; gives back what it said on standard error. */
        String run(String... words) throws IOException, InterruptedException, Refused {
            Path out = Files.createTempFile(folder, "out", ".txt");
            Path err = Files.createTempFile(folder, "err", ".txt");
            Process process = run(out, err, words);
            if (!process.waitFor(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IOException("The command did not end: " + String.join(" ", words));
            }
            String said = Files.readString(err, StandardCharsets.UTF_8);
            if (process.exitValue() != 0) {
                throw new Refused(process.exitValue(), said);
            }
            return said;
        }
    }

    String url() {
        return address;
    }

    /** How long it took from the start of the process to the line that says ready. */
    Duration toReady() {
        return toReady;
    }

    String said() throws IOException {
        return Files.readString(errors, StandardCharsets.UTF_8);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** SIGKILL: the program has no chance to tidy up. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** SIGTERM, and the exit code; -1 if it did not end in time. */
    int stop() throws InterruptedException {
        process.destroy();
        return ends(Duration.ofSeconds(20));
    }

    /** Waits for its end and gives back the exit code; -1 if it does not end in time. */
    int ends(Duration patience) throws InterruptedException {
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS) ? process.exitValue() : -1;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }
}
