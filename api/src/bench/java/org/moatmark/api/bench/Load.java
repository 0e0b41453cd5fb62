package org.moatmark.api.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The product under load beside the bare program of {@code BareRest}, in turn in one run: requests a second of each, and
 * their ratio; a classroom that submits at once; and a mixed load for as long as wanted, with the memory beside it.
 *
 * <pre>{@code
 * mvn -q package -DskipTests
 * mvn -q -Pbench -pl core,api test-compile exec:exec -Djmh.args=-h -Dapi.bench.main=org.moatmark.api.bench.Load \
 *     -Dbench.args="ratios 5"        # or: writes 5, or: burst 500, or: soak 30
 * }</pre>
 *
 * <p>Long, since all of it speaks to the one program that it starts, with the seats and requests that are made here.
 */
public final class Load {

    private static final String OWNER = "bench-owner-key-0123456789-0123456789";
    private static final String MLM = "marketing-leadership-maturity";
    private static final String DOCUMENT = "/v1/questionnaires/" + MLM + "/versions/1.0.0";
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String AS_OWNER = "Authorization: Bearer " + OWNER + "\r\n";
    private static final int LINES = 8;
    private static final long ROUND_NANOS = 2_000_000_000L;
    private static final long WARM_NANOS = 15_000_000_000L;
    private static final int SUBMITS = 3_000;

    /** A seat submits once, so that a program that has just started meets too few of them to be compiled. */
    private static final int WARM_ROUNDS = 5;

    private static final int MAKERS = 16;

    private final Path folder;
    private Process ours;
    private int port;

    private Load(Path folder) {
        this.folder = folder;
    }

    /** Sends one request and counts it; says whether it was answered as it should be. */
    private interface Client {
        boolean once(Line line) throws IOException;
    }

    /**
     * {@code ratios ROUNDS}, {@code writes ROUNDS} for those of writing only, {@code burst SEATS} or {@code soak MINUTES}.
     *
     * @param words what to do
     * @throws Exception if a process or a connection fails
     */
    public static void main(String[] words) throws Exception {
        Load load = new Load(Files.createTempDirectory("moatmark-load"));
        int much = Integer.parseInt(words[1]);
        try {
            load.start();
            switch (words[0]) {
                case "ratios" -> load.ratios(much, true);
                case "writes" -> load.ratios(much, false);
                case "burst" -> load.burst(much);
                default -> load.soak(much);
            }
        } finally {
            load.ours.destroy();
            load.ours.waitFor();
            try (var files = Files.walk(load.folder)) {
                files.sorted((a, b) -> b.compareTo(a))
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private void start() throws IOException {
        Path jar = Path.of("target", "moatmark.jar").toAbsolutePath();
        ProcessBuilder builder = new ProcessBuilder(java(), "-Xmx256m", "-jar", jar.toString(), "serve");
        builder.environment().put("MOATMARK_PORT", "0");
        builder.environment().put("MOATMARK_DB", folder.resolve("ours.db").toString());
        builder.environment().put("MOATMARK_OWNER_KEY", OWNER);
        builder.environment()
                .put(
                        "MOATMARK_RATES",
                        "address=900000000,key=900000000,tenant=900000000,seat=900000000,heavy=900000000");
        ours = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        port = ready(ours);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
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

    private String owner(String path, String body) throws IOException {
        try (Line line = new Line(port)) {
            int status = line.send(Line.request("POST", path, AS_OWNER + JSON, body), true);
            if (status >= 300) {
                throw new IOException(status + " " + line.body());
            }
            return line.body();
        }
    }

    private static String text(String json, String key) {
        return json.replaceFirst("(?s).*?\"" + key + "\":\"([^\"]+)\".*", "$1");
    }

    /** An open assessment with so many seats; gives back their tokens. */
    private List<String> seats(int many) throws Exception {
        String company =
                text(owner("/v1/companies", "{\"name\":\"Load KK\",\"size\":\"large\",\"market\":\"b2b\"}"), "id");
        String assessment = text(
                owner(
                        "/v1/assessments",
                        "{\"company\":\"" + company + "\",\"name\":\"L\",\"questionnaires\":[\"" + MLM + "\"]}"),
                "id");
        AtomicInteger next = new AtomicInteger();
        List<String> tokens = together(() -> {
            List<String> mine = new ArrayList<>();
            for (int i = next.getAndIncrement(); i < many; i = next.getAndIncrement()) {
                String seat = "{\"key\":\"s" + i + "\",\"department\":\"D\",\"informants\":{\"" + MLM + "\":\"H\"}}";
                mine.add(text(owner("/v1/assessments/" + assessment + "/seats", seat), "token"));
            }
            return mine;
        });
        owner("/v1/assessments/" + assessment + "/open", "{}");
        return tokens;
    }

    /** What sixteen threads that do the same have made. */
    private static <T> List<T> together(Callable<List<T>> job) throws Exception {
        var threads = Executors.newFixedThreadPool(MAKERS);
        try {
            List<T> made = new ArrayList<>();
            for (Future<List<T>> one : threads.invokeAll(Collections.nCopies(MAKERS, job))) {
                made.addAll(one.get());
            }
            return made;
        } finally {
            threads.shutdown();
        }
    }

    private static byte[] patch(String token, String etag, int value) {
        return Line.request(
                "PATCH",
                "/v1/seat/answers/" + MLM,
                "Authorization: Bearer " + token + "\r\nContent-Type: application/merge-patch+json\r\nIf-Match: " + etag
                        + "\r\n",
                "{\"answers\":{\"M1.1b\":{\"value\":" + value % 101 + "}}}");
    }

    private static byte[] submit(String token) {
        return Line.request("POST", "/v1/seat/submit", "Authorization: Bearer " + token + "\r\n", "");
    }

    /** Requests a second of so many clients on as many connections, each its own. */
    private static double rate(int port, List<Client> clients, long nanos) throws Exception {
        AtomicLong done = new AtomicLong();
        AtomicLong wrong = new AtomicLong();
        long start = System.nanoTime();
        var threads = Executors.newFixedThreadPool(clients.size());
        List<Future<?>> all = new ArrayList<>();
        for (Client client : clients) {
            all.add(threads.submit(() -> {
                try (Line line = new Line(port)) {
                    while (System.nanoTime() - start < nanos) {
                        (client.once(line) ? done : wrong).incrementAndGet();
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

    private static List<Client> same(byte[] request, int status) {
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            clients.add(line -> line.send(request, false) == status);
        }
        return clients;
    }

    private List<Client> savers(List<String> tokens) {
        List<Client> clients = new ArrayList<>();
        for (String token : tokens) {
            AtomicInteger value = new AtomicInteger();
            String[] etag = {"*"};
            clients.add(line -> {
                boolean good = line.send(patch(token, etag[0], value.incrementAndGet()), false) == 200;
                etag[0] = line.etag();
                return good;
            });
        }
        return clients;
    }

    private void ratios(int rounds, boolean reads) throws Exception {
        Process bare = new ProcessBuilder(
                        java(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.moatmark.api.http.BareRest",
                        folder.resolve("bare.db").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            int other = ready(bare);
            if (reads) {
                reads(rounds, other);
            }
            List<Client> bareSavers = new ArrayList<>();
            for (int i = 0; i < LINES; i++) {
                byte[] save =
                        Line.request("PATCH", "/answers/seat-" + i, JSON, "{\"answers\":{\"M1.1b\":{\"value\":50}}}");
                bareSavers.add(line -> line.send(save, false) == 200);
            }
            compare("autosave of one answer", 0.6, rounds, other, savers(seats(LINES)), bareSavers);
            submits(rounds, other);
        } finally {
            bare.destroy();
        }
    }

    private void reads(int rounds, int other) throws Exception {
        byte[] document = Line.request("GET", DOCUMENT, "", "");
        String etag;
        try (Line line = new Line(port)) {
            line.send(document, false);
            etag = line.etag();
        }
        byte[] known = Line.request("GET", DOCUMENT, "If-None-Match: " + etag + "\r\n", "");
        compare(
                "304 on a questionnaire",
                0.8,
                rounds,
                other,
                same(known, 304),
                same(Line.request("GET", "/unchanged", "", ""), 304));
        compare(
                "the whole questionnaire",
                0.7,
                rounds,
                other,
                same(document, 200),
                same(Line.request("GET", "/body", "", ""), 200));
    }

    private void compare(String what, double wanted, int rounds, int other, List<Client> us, List<Client> them)
            throws Exception {
        rate(port, us, WARM_NANOS);
        rate(other, them, WARM_NANOS);
        double[] ours = new double[rounds];
        double[] bare = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            ours[i] = rate(port, us, ROUND_NANOS);
            bare[i] = rate(other, them, ROUND_NANOS);
        }
        print(what, wanted, ours, bare);
    }

    /** A seat submits once only, so every round has seats of its own. */
    private void submits(int rounds, int other) throws Exception {
        double[] ours = new double[rounds];
        double[] bare = new double[rounds];
        for (int i = -WARM_ROUNDS; i < rounds; i++) {
            List<String> tokens = answered(SUBMITS);
            double us = all(port, tokens.stream().map(Load::submit).toList(), LINES);
            double them = all(
                    other,
                    tokens.stream()
                            .map(token -> Line.request("POST", "/submit/" + token.substring(0, 20), "", ""))
                            .toList(),
                    LINES);
            if (i >= 0) {
                ours[i] = us;
                bare[i] = them;
            }
        }
        print("submit with its line in the history", 0.5, ours, bare);
    }

    private List<String> answered(int many) throws Exception {
        List<String> tokens = seats(many);
        all(port, tokens.stream().map(token -> patch(token, "*", 50)).toList(), MAKERS);
        return tokens;
    }

    /** Sends each request once, over so many connections; gives back requests a second. */
    private static double all(int port, List<byte[]> requests, int lines) throws Exception {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger wrong = new AtomicInteger();
        CountDownLatch go = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(lines);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            all.add(threads.submit(() -> {
                try (Line line = new Line(port)) {
                    go.await();
                    for (int at = next.getAndIncrement(); at < requests.size(); at = next.getAndIncrement()) {
                        if (line.send(requests.get(at), false) != 200) {
                            wrong.incrementAndGet();
                        }
                    }
                }
                return null;
            }));
        }
        long start = System.nanoTime();
        go.countDown();
        for (Future<?> one : all) {
            one.get();
        }
        threads.shutdown();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (wrong.get() > 0) {
            throw new IllegalStateException(wrong + " of " + requests.size() + " were not answered with 200.");
        }
        return requests.size() / seconds;
    }

    /** A class that submits at once, everybody on a connection of their own. */
    private void burst(int seats) throws Exception {
        List<String> tokens = answered(seats);
        double rate = all(port, tokens.stream().map(Load::submit).toList(), seats);
        System.out.printf(Locale.ROOT, "%d seats submit at once: all taken in %.2f s, no error%n", seats, seats / rate);
    }

    /** Reads, saves, scores and lists, for so many minutes. */
    private void soak(int minutes) throws Exception {
        List<Client> clients = savers(seats(4));
        byte[] document = Line.request("GET", DOCUMENT, "", "");
        byte[] companies = Line.request("GET", "/v1/companies?limit=20", AS_OWNER, "");
        byte[] score = Line.request(
                "POST", "/v1/score", JSON, "{\"questionnaire\":\"outside-view\",\"answers\":{\"OV01\":4,\"OV02\":2}}");
        for (byte[] request : List.of(document, companies, score)) {
            clients.add(line -> line.send(request, false) == 200);
        }
        List<Client> paced =
                clients.stream().<Client>map(one -> line -> paced(line, one)).toList();
        Soak soak = new Soak(ours.pid(), folder.resolve("ours.db-wal"), minutes);
        while (soak.goesOn()) {
            soak.note(rate(port, paced, Soak.NOTE_NANOS));
        }
        soak.judge();
    }

    /** Half of what can be done and no more than a hundred a second each, so that the machine has air. */
    private static boolean paced(Line line, Client client) throws IOException {
        long start = System.nanoTime();
        boolean good = client.once(line);
        long took = System.nanoTime() - start;
        try {
            Thread.sleep(Math.min(1_000, Math.max(10, took / 1_000_000)));
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
        return good;
    }

    private static void print(String what, double wanted, double[] ours, double[] bare) {
        double[] ratios = new double[ours.length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = ours[i] / bare[i];
        }
        System.out.printf(
                Locale.ROOT,
                "%s: ours %s/s, bare %s/s, ratio %s, wanted %.1f%n",
                what,
                spread(ours, "%.0f"),
                spread(bare, "%.0f"),
                spread(ratios, "%.2f"),
                wanted);
    }

    private static String spread(double[] values, String each) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                each + " (" + each + " to " + each + ")",
                sorted[sorted.length / 2],
                sorted[0],
                sorted[sorted.length - 1]);
    }
}
