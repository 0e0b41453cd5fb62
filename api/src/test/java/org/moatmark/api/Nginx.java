package org.moatmark.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** An nginx with the configuration that stands in {@code OPERATIONS.md}, as it stands there but for ports, name and certificate. */
final class Nginx implements AutoCloseable {

    private final Process process;
    private final Path said;
    private final int secure;

    private Nginx(Process process, Path said, int secure) {
        this.process = process;
        this.said = said;
        this.secure = secure;
    }

    /** The port where it speaks TLS. */
    int secure() {
        return secure;
    }

    /** Where it is installed; empty where it is not. */
    static String program() {
        return Stream.concat(
                        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":")), Stream.of("/usr/sbin"))
                .map(place -> Path.of(place, "nginx"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse("");
    }

    /** A port that nobody listens on. */
    static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Starts it before replicas on these ports; the folder holds the certificate, and takes what nginx writes. */
    static Nginx before(Path folder, String name, String host, int secure, int plain, int... replicas)
            throws IOException {
        Path own = Files.createDirectories(folder.resolve(name));
        StringBuilder text = new StringBuilder("daemon off;\nmaster_process off;\npid nginx.pid;\nerror_log stderr;\n"
                + "events {}\nhttp {\naccess_log off;\n");
        for (String what : List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")) {
            text.append(what).append("_temp_path ").append(what).append(";\n");
        }
        text.append(block().replace("listen 80;", "listen 127.0.0.1:" + plain + ";")
                        .replace("listen 443 ", "listen 127.0.0.1:" + secure + " ")
                        .replace("moatmark.example.org", host)
                        .replace("/etc/ssl/", folder + "/")
                        .replace("127.0.0.1:8080 ", "127.0.0.1:" + replicas[0] + " ")
                        .replace(
                                "# server 127.0.0.1:8081 ",
                                replicas.length == 1
                                        ? "# server 127.0.0.1:8081 "
                                        : "server 127.0.0.1:" + replicas[1] + " "))
                .append("}\n");
        Files.writeString(own.resolve("nginx.conf"), text);
        Process process = new ProcessBuilder(program(), "-p", own.toString(), "-c", "nginx.conf", "-e", "stderr")
                .redirectError(own.resolve("said.txt").toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        // It goes with us, also when we are told to stop.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return new Nginx(process, own.resolve("said.txt"), secure);
    }

    /** The configuration on the page. */
    private static String block() throws IOException {
        String page = Files.readString(Readme.ROOT.resolve("api/OPERATIONS.md"));
        String block = page.substring(page.indexOf("```nginx\n") + "```nginx\n".length());
        return block.substring(0, block.indexOf("```\n"));
    }

    /** Asks until it answers, at most a few seconds long. */
    void await(Ask ask) throws IOException, InterruptedException {
        for (int i = 0; i < 100; i++) {
            try {
                ask.send();
                return;
            } catch (IOException notYet) {
                assertThat(process.isAlive()).as(Files.readString(said)).isTrue();
                Thread.sleep(50);
            }
        }
        throw new IOException("nginx does not answer: " + Files.readString(said));
    }

    /** Something that is asked of it. */
    interface Ask {
        void send() throws IOException, InterruptedException;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
