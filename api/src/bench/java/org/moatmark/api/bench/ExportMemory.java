package org.moatmark.api.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Exports an assessment of many respondents from a server that has little memory, and reads the zip to its end.
 *
 * <pre>{@code
 * mvn -q package -DskipTests && mvn -q -Pbench -pl api -am test-compile exec:exec \
 *     -Dapi.bench.main=org.moatmark.api.bench.ExportMemory -Dbench.args="10000 100m"
 * }</pre>
 */
public final class ExportMemory {

    private static final String OWNER = "bench-owner-key-0123456789-0123456789";
    private static final String QUESTIONNAIRE = "marketing-leadership-maturity";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private ExportMemory() {}

    /**
     * {@code RESPONDENTS HEAP}.
     *
     * @param words how many respondents, and the largest heap as {@code -Xmx} takes it
     * @throws IOException if the server cannot be started
     * @throws InterruptedException if it is interrupted
     * @throws SQLException if the data cannot be made
     */
    public static void main(String[] words) throws IOException, InterruptedException, SQLException {
        int respondents = Integer.parseInt(words[0]);
        Path folder = Files.createTempDirectory("moatmark-export");
        String data = folder.resolve("data.db").toString();
        String assessment;
        try (Server server = new Server(data, "512m")) {
            String company = id(server.send("POST", "/v1/companies", "{\"name\":\"Many\"}"));
            assessment = id(server.send(
                    "POST",
                    "/v1/assessments",
                    "{\"company\":\"" + company + "\",\"name\":\"Many\",\"questionnaires\":[\"" + QUESTIONNAIRE
                            + "\"]}"));
            String seat = id(server.send(
                    "POST",
                    "/v1/assessments/" + assessment + "/seats",
                    "{\"key\":\"first\",\"department\":\"D\",\"informants\":{\"" + QUESTIONNAIRE + "\":\"H\"}}"));
            System.out.println("assessment " + assessment + ", first seat " + seat);
        }
        fill(data, assessment, respondents);
        try (Server server = new Server(data, words[1])) {
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
                    "respondents %d, heap %s: %s after %.1f s, waves %d respondents in %d bytes, largest resident %s%n",
                    respondents,
                    words[1],
                    status.replaceFirst(".*\"status\":\"(\\w+)\".*", "$1"),
                    seconds,
                    counted[0],
                    counted[1],
                    server.peak());
        }
    }

    /** Seats with an answer to every item, written as the program keeps them. */
    private static void fill(String data, String assessment, int respondents) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            String tenant;
            try (var rows = statement.executeQuery("SELECT id FROM tenant")) {
                rows.next();
                tenant = rows.getString(1);
            }
            try (PreparedStatement seat = connection.prepareStatement(
                            "INSERT INTO seat (tenant_id, id, version, assessment_id, label, department, token_hash, status,"
                                    + " created_ms, changed_ms) VALUES (?, ?, 1, ?, ?, 'D', ?, 'submitted', 1, 1)");
                    PreparedStatement kind = connection.prepareStatement(
                            "INSERT INTO seat_informant VALUES (?, ?, '" + QUESTIONNAIRE + "', 0, 'H')");
                    PreparedStatement draft = connection.prepareStatement(
                            "INSERT INTO draft (tenant_id, seat_id, questionnaire_id, version, changed_ms) VALUES (?, ?, '"
                                    + QUESTIONNAIRE + "', 1, 1)");
                    PreparedStatement answer = connection.prepareStatement(
                            "INSERT INTO answer (tenant_id, seat_id, questionnaire_id, item_key, given, changed_ms) VALUES"
                                    + " (?, ?, '" + QUESTIONNAIRE + "', ?, ?, 1)")) {
                for (int i = 0; i < respondents; i++) {
                    String id = String.format(Locale.ROOT, "0198c1f2-0000-7000-8000-%012d", i);
                    set(seat, tenant, id, assessment, "seat-" + i, "no link " + i)
                            .executeUpdate();
                    set(kind, tenant, id).executeUpdate();
                    set(draft, tenant, id).executeUpdate();
                    for (int item = 0; item < 100; item++) {
                        set(answer, tenant, id, "I" + item, "{\"note\":\"as seen in meeting " + i + "\",\"value\":3}")
                                .addBatch();
                    }
                    answer.executeBatch();
                }
            }
            connection.commit();
        }
    }

    private static PreparedStatement set(PreparedStatement statement, String... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setString(i + 1, values[i]);
        }
        return statement;
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
