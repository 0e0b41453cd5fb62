package org.moatmark.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.http.Limits;
import org.moatmark.api.http.Place;
import org.moatmark.api.http.Rates;
import org.moatmark.api.store.Location;

/** The real product on a free port and a new SQLite file, if nothing else is said, for tests that look at it from outside. */
public final class Running implements AutoCloseable {

    /** The owner key of every test server. */
    public static final String OWNER = "test-owner-key-0123456789-0123456789";

    /** Limits that no test runs into by accident. */
    public static final Limits WIDE =
            new Limits(Rates.all(100_000_000), 0, Duration.ofSeconds(5), Duration.ofSeconds(2));

    private final Serve serve;
    private final Location data;
    private final String printed;

    private Running(Serve serve, Location data, String printed) {
        this.serve = serve;
        this.data = data;
        this.printed = printed;
    }

    public static Running start() {
        return start(WIDE, Clock.systemUTC(), OWNER);
    }

    public static Running start(Limits limits) {
        return start(limits, Clock.systemUTC(), OWNER);
    }

    /** Starts with a seeded source of keys and tokens; without an owner key one is made and printed. */
    public static Running start(Limits limits, Clock clock, String ownerKey) {
        try {
            Path database = folder().resolve("test.db");
            return start(limits, clock, ownerKey, database, List.of());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Starts on data that may be there already, such as those of another server. */
    public static Running on(Location data) {
        return start(WIDE, Clock.systemUTC(), OWNER, data, List.of());
    }

    public static Running on(Location data, Clock clock) {
        return start(WIDE, clock, OWNER, data, List.of());
    }

    public static Running start(Limits limits, Clock clock, String ownerKey, Path database, List<String> proxies) {
        return start(limits, clock, ownerKey, new Location.File(database), proxies);
    }

    /** Starts with the demo company in it. */
    public static Running withDemo() {
        return withDemo(Clock.systemUTC());
    }

    /** The same, which answered at another time. */
    public static Running withDemo(Clock clock) {
        try {
            Path database = folder().resolve("test.db");
            return start(WIDE, clock, OWNER, new Location.File(database), place(null, List.of()), true);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A folder that goes when the tests have ended. */
    private static Path folder() throws IOException {
        Path folder = Files.createTempDirectory("moatmark-test");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            } catch (IOException left) {
                System.err.println("Left " + folder);
            }
        }));
        return folder;
    }

    /** Starts as behind a proxy that takes https under another address. */
    public static Running behind(String publicUrl, Location data) {
        return start(WIDE, Clock.systemUTC(), OWNER, data, place(publicUrl, List.of()), false);
    }

    /** Starts as behind a proxy on this machine that says for whom it asks. */
    public static Running behindProxy(String publicUrl, Location data, Limits limits) {
        return start(limits, Clock.systemUTC(), OWNER, data, place(publicUrl, List.of("127.0.0.1")), false);
    }

    private static Place place(@Nullable String publicUrl, List<String> proxies) {
        return new Place("127.0.0.1", 0, publicUrl, proxies);
    }

    private static Running start(Limits limits, Clock clock, String ownerKey, Location data, List<String> proxies) {
        return start(limits, clock, ownerKey, data, place(null, proxies), false);
    }

    private static Running start(
            Limits limits, Clock clock, String ownerKey, Location data, Place place, boolean demo) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Serve serve = Serve.start(
                new Settings(place, data, ownerKey.isEmpty() ? null : ownerKey, demo),
                new Serve.Outside(clock, new Random(7), System::nanoTime, limits),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Running(serve, data, out.toString(StandardCharsets.UTF_8));
    }

    public String url() {
        return serve.url();
    }

    public int port() {
        return Integer.parseInt(url().substring(url().lastIndexOf(':') + 1));
    }

    /** Every route as {@code METHOD path}. */
    public Set<String> routes() {
        return serve.routes();
    }

    /** The file of the data. */
    public Path database() {
        return ((Location.File) data).path();
    }

    /** A connection to the data past the program, as somebody from whom no row is hidden. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(
                data instanceof Location.Server server
                        ? Postgres.asSuperuser(server.url())
                        : "jdbc:sqlite:" + database());
    }

    /** Makes one tenant more; gives back its owner key. */
    public String tenant(String name) {
        return serve.addTenant(name);
    }

    /** What was printed on standard output. */
    public String printed() {
        return printed;
    }

    @Override
    public void close() {
        serve.close();
    }
}
