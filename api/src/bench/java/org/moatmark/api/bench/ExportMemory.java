package org.moatmark.api.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Takes an assessment of many respondents along, from servers that have little memory: everything of its organisation as a zip,
 * which is read to its end, and if a second heap is given every file of its result and a snapshot, each from a server of its own.
 *
 * <pre>{@code
 * mvn -q -Pbench -pl core,api test-compile exec:exec -Djmh.args=-h \
 *     -Dapi.bench.main=org.moatmark.api.bench.ExportMemory -Dbench.args="10000 100m 512m"
 * }</pre>
 */
public final class ExportMemory {

    private static final String OWNER = "bench-owner-key-0123456789-0123456789";
    private static final String QUESTIONNAIRE = ManySeats.QUESTIONNAIRE;
    private static final String SNAPSHOT = "snapshot";
    private static final List<String> PAPERS = List.of(
            "",
            "responses.csv",
            "responses.csv?shape=long",
            "data.xlsx",
            "spss.zip",
            "r.zip",
            "report.json",
            "report.html",
            "report.md",
            "report.pdf",
            "report.pptx",
            SNAPSHOT);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private ExportMemory() {}

    /**
     * {@code RESPONDENTS HEAP [HEAP]}.
     *
     * @param words how many respondents, 10,000 at most, and the largest heaps as {@code -Xmx} takes them
     * @throws IOException if the server cannot be started
     * @throws InterruptedException if it is interrupted
     * @throws SQLException if the data cannot be made
     */
    public static void main(String[] words) throws IOException, InterruptedException, SQLException {
        int respondents = Integer.parseInt(words[0]);
        Path folder = Files.createTempDirectory("moatmark-export");
        try {
            String data = folder.resolve("data.db").toString();
            String assessment = assessment(data);
            long answers = ManySeats.write(data, assessment, respondents);
            System.out.printf(Locale.ROOT, "%d respondents, %d answers%n", respondents, answers);
            everything(data, words[1]);
            if (words.length > 2) {
                System.out.printf(Locale.ROOT, "%nheap %s%n", words[2]);
                papers(data, assessment, words[2]);
            }
        } finally {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private static String assessment(String data) throws IOException, InterruptedException {
        try (Server server = new Server(data, "512m")) {
            String company = id(server.send("POST", "/v1/companies", "{\"name\":\"Many\"}"));
            String assessment = id(server.send(
                    "POST",
                    "/v1/assessments",
                    "{\"company\":\"" + company + "\",\"name\":\"Many\",\"questionnaires\":[\"" + QUESTIONNAIRE
                            + "\"]}"));
            server.send("POST", "/v1/assessments/" + assessment + "/open", "");
            return assessment;
        }
    }

    private static void everything(String data, String heap) throws IOException, InterruptedException {
        try (Server server = new Server(data, heap)) {
            long start = System.nanoTime();
            String export = id(server.send("POST", "/v1/exports", "{}"));
            String status;
            do {
                Thread.sleep(1_000);
                status = server.send("GET", "/v1/exports/" + export, "");
            } while (status.contains("queued") || status.contains("running"));
            double seconds = (System.nanoTime() - start) / 1e9;
            long[] counted = server.read("/v1/exports/" + export + "/file");
            System.out.printf(
                    Locale.ROOT,
                    "heap %s: %s after %.1f s, waves %d respondents in %d bytes, largest resident %s%n",
                    heap,
                    status.replaceFirst(".*\"status\":\"(\\w+)\".*", "$1"),
                    seconds,
                    counted[0],
                    counted[1],
                    server.peak());
        }
    }

    /** Each of the files that a result can be taken along as: whether it came, how large it is and how long it took. */
    private static void papers(String data, String assessment, String heap) throws IOException, InterruptedException {
        String result = "/v1/assessments/" + assessment + "/results/" + QUESTIONNAIRE;
        for (String file : PAPERS) {
            try (Server server = new Server(data, heap)) {
                long start = System.nanoTime();
                String came = file.equals(SNAPSHOT)
                        ? server.taken("POST", "/v1/assessments/" + assessment + "/snapshots", "{\"name\":\"large\"}")
                        : server.taken("GET", result + (file.isEmpty() ? "" : "/" + file), "");
                System.out.printf(
                        Locale.ROOT,
                        "%-26s %s, %.1f s, largest resident %s%n",
                        file.isEmpty() ? "the result itself" : file,
                        came,
                        (System.nanoTime() - start) / 1e9,
                        server.peak());
            }
        }
    }

    private static String id(String document) {
        Matcher id = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"").matcher(document);
        if (!id.find()) {
            throw new IllegalStateException(document);
        }
        return id.group(1);
    }

    /** A server of its own. */
    private static final class Server implements AutoCloseable {
        private final Process process;
        private final String url;

        Server(String data, String heap) throws IOException {
            ProcessBuilder builder = new ProcessBuilder(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx" + heap,
                    "-XX:+ExitOnOutOfMemoryError",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "org.moatmark.api.Main",
                    "serve"));
            builder.environment().put("MOATMARK_DB", data);
            builder.environment().put("MOATMARK_PORT", "0");
            builder.environment().put("MOATMARK_OWNER_KEY", OWNER);
            builder.redirectError(ProcessBuilder.Redirect.INHERIT);
            process = builder.start();
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String line = out.readLine();
            while (line != null && !line.startsWith("moatmark ready ")) {
                line = out.readLine();
            }
            if (line == null) {
                throw new IOException("The server ended without getting ready.");
            }
            url = line.substring("moatmark ready ".length());
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create(url + path))
                    .header("Authorization", "Bearer " + OWNER)
                    .header("Content-Type", "application/json");
        }

        String send(String method, String path, String body) throws IOException, InterruptedException {
            var publisher = body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8);
            return CLIENT.send(request(path).method(method, publisher).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }

        /** The status and length of an answer that is read to its end, or why there was none. */
        String taken(String method, String path, String body) throws IOException, InterruptedException {
            try {
                var reply = CLIENT.send(
                        request(path)
                                .method(method, HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
                try (InputStream content = reply.body()) {
                    return reply.statusCode() + ", " + content.transferTo(OutputStream.nullOutputStream()) + " bytes";
                }
            } catch (IOException broken) {
                return "no answer (" + broken.getMessage() + ")";
            }
        }

        /** Respondents in the waves of the zip, and its bytes before compression. */
        long[] read(String path) throws IOException, InterruptedException {
            long respondents = 0;
            long bytes = 0;
            var reply = CLIENT.send(request(path).build(), HttpResponse.BodyHandlers.ofInputStream());
            try (ZipInputStream zip = new ZipInputStream(reply.body())) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    BufferedReader lines = new BufferedReader(new InputStreamReader(zip, StandardCharsets.UTF_8));
                    List<String> kept = new ArrayList<>();
                    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                        bytes += line.length() + 1L;
                        if (entry.getName().startsWith("waves/") && line.startsWith("{\"seat\"")) {
                            respondents++;
                        } else if (entry.getName().equals("manifest.json")) {
                            kept.add(line);
                        }
                    }
                    kept.forEach(System.out::println);
                }
            }
            return new long[] {respondents, bytes};
        }

        String peak() throws IOException {
            if (!process.isAlive()) {
                return "unknown: it ended with " + process.exitValue();
            }
            for (String line : Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
                if (line.startsWith("VmHWM")) {
                    return line.substring(6).strip();
                }
            }
            return "unknown";
        }

        @Override
        public void close() {
            process.destroy();
            process.onExit().join();
        }
    }
}
