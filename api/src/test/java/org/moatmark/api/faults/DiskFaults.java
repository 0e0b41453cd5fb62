package org.moatmark.api.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.moatmark.api.faults.Faults.Fault;

/** The disk of the database is full, fails, or can only be read. */
final class DiskFaults {

    private static final int CLIENTS = 8;

    private DiskFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault("F4a", "the disk fills up under load, then has space again", true, DiskFaults::full),
                new Fault("F4b", "`fsync` fails with EIO under load", false, DiskFaults::failing),
                new Fault("F7a", "the disk can only be read at the start", true, DiskFaults::readOnlyAtStart),
                new Fault("F7b", "the file system becomes read-only under load", false, DiskFaults::readOnlyLive));
    }

    /** A file system of memory or of a file, unmounted in the end. */
    private record Mount(Path at) implements AutoCloseable {
        static Mount of(Path at, String... how) throws NotRun, IOException, InterruptedException {
            Shell.requireTools("mount", "umount");
            Files.createDirectories(at);
            String[] command = java.util.Arrays.copyOf(how, how.length + 1);
            command[how.length] = at.toString();
            Shell.may(command);
            return new Mount(at);
        }

        @Override
        public void close() {
            Shell.attempt("umount", at.toString());
        }
    }

    private static void full(Ground ground) throws Exception {
        try (Mount disk = Mount.of(ground.folder().resolve("disk"), "mount", "-t", "tmpfs", "-o", "size=16m", "none")) {
            Path database = disk.at().resolve("data.db");
            try (Child child = ground.start(database.toString()).serve();
                    Journal journal = new Journal(ground.folder().resolve("journal"))) {
                Crowd crowd = new Crowd(journal, CLIENTS, child.url());
                try (crowd) {
                    ground.require(crowd.goesOn(4 * CLIENTS, Ground.LONG), "the load does not go on");
                    fill(disk.at().resolve("ballast"));
                    ground.require(
                            Until.holds(Ground.LONG, () -> crowd.answered(507) > 20),
                            "a full disk is not answered with 507");
                    health(ground, child, 503);
                    reads(ground, child);
                    Thread.sleep(ground.times(5_000, 1_000));
                    long start = System.nanoTime();
                    Shell.run("mount", "-o", "remount,size=256m", disk.at().toString());
                    ground.require(crowd.goesOn(1, Duration.ofSeconds(20)), "does not heal by itself");
                    ground.recovered(Duration.ofNanos(System.nanoTime() - start), Duration.ofSeconds(5));
                    ground.require(crowd.goesOn(4 * CLIENTS, Ground.LONG), "the load does not go on");
                    health(ground, child, 200);
                }
                ground.note(crowd.answered(507) + " times 507");
                ground.require(child.isAlive(), "the process ended");
                ground.check(journal, crowd, child.url(), Data.file(database));
            }
        }
    }

    private static void fill(Path ballast) throws IOException {
        byte[] block = new byte[64 * 1024];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            for (int i = 0; i < 100_000; i++) {
                out.write(block);
            }
        } catch (IOException full) {
            // As meant.
        }
    }

    private static void reads(Ground ground, Child child) throws IOException, InterruptedException {
        Wire wire = new Wire(Duration.ofSeconds(10));
        for (int i = 0; i < 20; i++) {
            int status = wire.get(child.url() + "/v1/companies", Child.OWNER).status();
            ground.require(status == 200, "a read was answered with " + status);
        }
    }

    private static void health(Ground ground, Child child, int ready) throws InterruptedException {
        Wire wire = new Wire(Duration.ofSeconds(10));
        boolean said = Until.holds(Duration.ofSeconds(8), () -> wire.status(child.url() + "/health/ready") == ready);
        ground.require(said, "/health/ready does not say " + ready);
        int live = wire.status(child.url() + "/health/live");
        ground.require(live == 200, "/health/live says " + live);
    }

    private static void failing(Ground ground) throws Exception {
        Shim shim = Shim.make(ground.folder());
        String database = ground.database().toString();
        Child child = shim.under(ground.start(database)).serve();
        try (Journal journal = new Journal(ground.folder().resolve("journal"))) {
            Crowd crowd = new Crowd(journal, CLIENTS, child.url());
            try (crowd) {
                ground.require(crowd.goesOn(4 * CLIENTS, Ground.LONG), "the load does not go on");
                shim.failSyncs(true);
                int code = child.ends(Duration.ofSeconds(20));
                ground.require(code > 0, "does not end by itself when the disk fails: " + code);
                ground.note("ends with exit code " + code);
                shim.failSyncs(false);
                child = shim.under(ground.start(database)).serve();
                ground.recovered(child.toReady(), Duration.ofSeconds(3));
                crowd.turnTo(child.url());
                ground.require(crowd.goesOn(4 * CLIENTS, Ground.LONG), "the load does not go on afterwards");
            }
            ground.check(journal, crowd, child.url(), Data.file(ground.database()));
        } finally {
            child.close();
        }
    }

    private static void readOnlyAtStart(Ground ground) throws Exception {
        Path made = ground.folder().resolve("made");
        Files.createDirectories(made);
        ground.start(made.resolve("data.db").toString()).serve().close();
        try (Mount disk = Mount.of(ground.folder().resolve("disk"), "mount", "-t", "tmpfs", "-o", "size=16m", "none")) {
            Files.copy(made.resolve("data.db"), disk.at().resolve("data.db"));
            Shell.may("mount", "-o", "remount,ro", disk.at().toString());
            ground.refused(ground.start(disk.at().resolve("data.db").toString()), "cannot be written");
            ground.refused(ground.start(disk.at().resolve("new.db").toString()), "cannot be written");
        }
        ground.note("exit code 78, one line");
    }

    private static void readOnlyLive(Ground ground) throws Exception {
        Shell.requireTools("mkfs.ext4");
        Path image = ground.folder().resolve("image");
        Shell.run("truncate", "-s", "64m", image.toString());
        Shell.may("mkfs.ext4", "-q", image.toString());
        Path at = ground.folder().resolve("disk");
        Path kept = ground.folder().resolve("kept.db");
        try (Journal journal = new Journal(ground.folder().resolve("journal"))) {
            Crowd crowd;
            try (Mount disk = Mount.of(at, "mount", "-o", "loop,errors=remount-ro", image.toString());
                    Child child = ground.start(disk.at().resolve("data.db").toString())
                            .serve()) {
                crowd = new Crowd(journal, CLIENTS, child.url());
                try (crowd) {
                    ground.require(crowd.goesOn(4 * CLIENTS, Ground.LONG), "the load does not go on");
                    Shell.may("mount", "-o", "remount,abort", at.toString());
                    Wire wire = new Wire(Duration.ofSeconds(10));
                    Map<String, String> json = Map.of("Content-Type", "application/json");
                    boolean said = Until.holds(
                            Duration.ofSeconds(10),
                            () -> wire.send(
                                            "POST",
                                            child.url() + "/v1/companies",
                                            Child.OWNER,
                                            json,
                                            "{\"name\":\"x\"}")
                                    .body()
                                    .contains("\"code\":\"read-only\""));
                    ground.require(said, "a write is not answered with read-only");
                    health(ground, child, 503);
                    reads(ground, child);
                }
                ground.require(child.isAlive(), "the process ended");
            }
            try (Mount disk = Mount.of(at, "mount", "-o", "loop", image.toString())) {
                for (String end : List.of("", "-wal")) {
                    Path file = disk.at().resolve("data.db" + end);
                    if (Files.exists(file)) {
                        Files.copy(file, kept.resolveSibling(kept.getFileName() + end));
                    }
                }
            }
            try (Child child = ground.start(kept.toString()).serve()) {
                ground.recovered(child.toReady(), Duration.ofSeconds(3));
                ground.check(journal, crowd, child.url(), Data.file(kept));
            }
        }
    }
}
