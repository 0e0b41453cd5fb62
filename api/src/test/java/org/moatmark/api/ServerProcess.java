package org.moatmark.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The server in a process of its own, on the class path of the tests. */
final class ServerProcess implements AutoCloseable {

    private final Process process;
    private final String url;

    private ServerProcess(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** Starts on these data, with the owner key of all test servers, and waits until it is ready. */
    static ServerProcess start(String database) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Dorg.jooq.no-logo=true",
                "-Dorg.jooq.no-tips=true",
                "-cp",
                System.getProperty("java.class.path"),
                "org.moatmark.api.Main",
                "serve");
        builder.environment().put("MOATMARK_DB", database);
        builder.environment().put("MOATMARK_PORT", "0");
        builder.environment().put("MOATMARK_HOST", "127.0.0.1");
        builder.environment().put("MOATMARK_OWNER_KEY", Running.OWNER);
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        Process process = builder.start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("moatmark ready ")) {
                return new ServerProcess(process, line.substring("moatmark ready ".length()));
            }
        }
        throw new IOException("The program ended without getting ready.");
    }

    String url() {
        return url;
    }

    int port() {
        return Integer.parseInt(url.substring(url.lastIndexOf(':') + 1));
    }

    /** SIGKILL: the program has no chance to tidy up. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Override
    public void close() {
        try {
            kill();
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }
}
