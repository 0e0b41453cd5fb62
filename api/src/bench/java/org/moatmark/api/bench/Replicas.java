package org.moatmark.api.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What one and two replicas hold on one PostgreSQL with its fsync on, beside the bare program of {@code BarePostgres} on the
 * same server: sixteen connections that save one answer, or read a seat's sheet, as often as they can.
 *
 * <pre>{@code
 * mvn -q package -DskipTests
 * mvn -q -Pbench -pl core,api test-compile exec:exec -Djmh.args=-h -Dapi.bench.main=org.moatmark.api.bench.Replicas \
 *     -Dbench.args=3
 * }</pre>
 */
public final class Replicas {

    private static final String OWNER = "bench-owner-key-0123456789-0123456789";
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String SHEET = "/v1/seat/answers/outside-view";
    private static final int LINES = 16;
    private static final long ROUND_NANOS = 2_000_000_000L;

    /** Until then the code is still being compiled, which the bare program has behind it sooner. */
    private static final int WARM = 40_000;

    private static final long LONGEST_WARM_NANOS = 90_000_000_000L;

    private Replicas() {}

    /** Sends one request; says whether it was answered as it should be. */
    private interface Client {
        boolean once(Line line) throws IOException;
    }

    /** A client and the port that it asks. */
    private record At(int port, Client client) {}

    /**
     * Measures.
     *
     * @param words how many rounds
     * @throws Exception if a process or a connection fails
     */
    public static void main(String[] words) throws Exception {
        int rounds = Integer.parseInt(words[0]);
        List<Process> all = new ArrayList<>();
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("max_connections", "80")
                .start()) {
            String bareUrl = server.getJdbcUrl("postgres", "postgres");
            execute(server, "CREATE ROLE moatmark LOGIN CREATEROLE");
            execute(server, "CREATE DATABASE moatmark OWNER moatmark ENCODING 'UTF8' TEMPLATE template0");
            String url = server.getJdbcUrl("moatmark", "moatmark");
            int one = ready(
                    start(all, url, "-jar", Path.of("target", "moatmark.jar").toString(), "serve"));
            int two = ready(
                    start(all, url, "-jar", Path.of("target", "moatmark.jar").toString(), "serve"));
            int bare = ready(start(
                    all,
                    url,
                    "-cp",
                    System.getProperty("java.class.path"),
                    "org.moatmark.api.http.BarePostgres",
                    bareUrl));
            List<String> tokens = seats(one);
            compare("save one answer", rounds, savers(tokens, one), savers(tokens, one, two), bare(bare, "PATCH"));
            compare("read a sheet", rounds, readers(tokens, one), readers(tokens, one, two), bare(bare, "GET"));
        } finally {
            for (Process process : all) {
                process.destroy();
                process.waitFor();
            }
        }
    }

    private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Process start(List<Process> all, String database, String... words) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("MOATMARK_PORT", "0");
        builder.environment().put("MOATMARK_DB", database);
        builder.environment().put("MOATMARK_OWNER_KEY", OWNER);
        builder.environment()
                .put(
                        "MOATMARK_RATES",
                        "address=900000000,key=900000000,tenant=900000000,seat=900000000,heavy=900000000");
        Process process = builder.start();
        all.add(process);
        return process;
    }

    private static int ready(Process process) throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.contains("ready http")) {
                return Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
            }
        }
        throw new IOException("A program ended without getting ready.");
    }

    private static String owner(int port, String path, String body) throws IOException {
        try (Line line = new Line(port)) {
            int status =
                    line.send(Line.request("POST", path, "Authorization: Bearer " + OWNER + "\r\n" + JSON, body), true);
            if (status >= 300) {
                throw new IOException(status + " " + line.body());
            }
            return line.body();
        }
    }

    private static String text(String json, String key) {
        return json.replaceFirst("(?s).*?\"" + key + "\":\"([^\"]+)\".*", "$1");
    }

    private static List<String> seats(int port) throws IOException {
        String company = text(owner(port, "/v1/companies", "{\"name\":\"Load KK\"}"), "id");
        String assessment = text(
                owner(
                        port,
                        "/v1/assessments",
                        "{\"company\":\"" + company + "\",\"name\":\"L\",\"questionnaires\":[\"outside-view\"]}"),
                "id");
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            tokens.add(text(
                    owner(
                            port,
                            "/v1/assessments/" + assessment + "/seats",
                            "{\"key\":\"s" + i
                                    + "\",\"department\":\"D\",\"informants\":{\"outside-view\":\"outsider\"}}"),
                    "token"));
        }
        owner(port, "/v1/assessments/" + assessment + "/open", "");
        return tokens;
    }

    private static List<At> savers(List<String> tokens, int... ports) {
        List<At> clients = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            byte[][] saves = {save(tokens.get(i), 4), save(tokens.get(i), 5)};
            AtomicInteger sent = new AtomicInteger();
            clients.add(new At(
                    ports[i % ports.length], line -> line.send(saves[sent.getAndIncrement() % 2], false) == 200));
        }
        return clients;
    }

    private static byte[] save(String token, int value) {
        return Line.request(
                "PATCH",
                SHEET,
                "Authorization: Bearer " + token + "\r\nContent-Type: application/merge-patch+json\r\nIf-Match: *\r\n",
                "{\"answers\":{\"OV01\":{\"value\":" + value + "}}}");
    }

    private static List<At> readers(List<String> tokens, int... ports) {
        List<At> clients = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            byte[] read = Line.request("GET", SHEET, "Authorization: Bearer " + tokens.get(i) + "\r\n", "");
            clients.add(new At(ports[i % ports.length], line -> line.send(read, false) == 200));
        }
        return clients;
    }

    private static List<At> bare(int port, String method) {
        List<At> clients = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            boolean saves = "PATCH".equals(method);
            byte[] request = Line.request(
                    method,
                    "/answers/seat-" + i,
                    saves ? JSON : "",
                    saves ? "{\"answers\":{\"OV01\":{\"value\":4}}}" : "");
            clients.add(new At(port, line -> line.send(request, false) == 200));
        }
        return clients;
    }

    private static double rate(List<At> clients, long nanos) throws Exception {
        AtomicLong done = new AtomicLong();
        AtomicLong wrong = new AtomicLong();
        long start = System.nanoTime();
        var threads = Executors.newFixedThreadPool(clients.size());
        List<Future<?>> all = new ArrayList<>();
        for (At at : clients) {
            all.add(threads.submit(() -> {
                try (Line line = new Line(at.port())) {
                    while (System.nanoTime() - start < nanos) {
                        (at.client().once(line) ? done : wrong).incrementAndGet();
                    }
                }
                return null;
            }));
        }
        for (Future<?> one : all) {
            one.get();
        }
        threads.shutdown();
        if (wrong.get() > 0) {
            throw new IllegalStateException(wrong + " requests were not answered as they should be.");
        }
        return done.get() / ((System.nanoTime() - start) / 1e9);
    }

    private static void warm(List<At> clients) throws Exception {
        long start = System.nanoTime();
        for (double sent = 0; sent < WARM && System.nanoTime() - start < LONGEST_WARM_NANOS; ) {
            sent += rate(clients, ROUND_NANOS) * ROUND_NANOS / 1e9;
        }
    }

    private static void compare(String what, int rounds, List<At> one, List<At> two, List<At> bare) throws Exception {
        for (List<At> warm : List.of(one, two, bare)) {
            warm(warm);
        }
        double[][] rates = new double[3][rounds];
        for (int i = 0; i < rounds; i++) {
            rates[0][i] = rate(one, ROUND_NANOS);
            rates[1][i] = rate(two, ROUND_NANOS);
            rates[2][i] = rate(bare, ROUND_NANOS);
        }
        System.out.printf(
                Locale.ROOT,
                "%s: one replica %.0f/s (%s of bare), two %.0f/s (%s), bare %.0f/s; medians of %d%n",
                what,
                median(rates[0]),
                ratio(rates[0], rates[2]),
                median(rates[1]),
                ratio(rates[1], rates[2]),
                median(rates[2]),
                rounds);
    }

    /** Each round against the bare one beside it: the median, the least and the greatest. */
    private static String ratio(double[] ours, double[] bare) {
        double[] ratios = new double[ours.length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = ours[i] / bare[i];
        }
        Arrays.sort(ratios);
        return String.format(Locale.ROOT, "%.2f, %.2f to %.2f", median(ratios), ratios[0], ratios[ratios.length - 1]);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
