package org.moatmark.api.faults;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.moatmark.api.faults.Faults.Fault;

/**
 * The SQLite file or its write-ahead log is damaged between two starts: the program refuses, changes nothing, and says how
 * to restore; and a restore brings back what the backup holds.
 */
final class FileFaults {

    private static final List<String> PARTS = List.of("", "-wal", "-shm");

    private FileFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault("F8a", "the file is damaged: header, 40 places, cut, empty", true, FileFaults::file),
                new Fault(
                        "F8b",
                        "after `kill -9` the write-ahead log is cut, changed, removed, or another's",
                        true,
                        FileFaults::log));
    }

    /** Damages the files beside a database. */
    private interface Damage {
        void on(Path database) throws IOException;
    }

    /** Makes data with a load, and ends the program in order or not. */
    private static Path data(Ground ground, String name, boolean kill) throws Exception {
        Path database = ground.folder().resolve(name).resolve("data.db");
        Files.createDirectories(database.getParent());
        try (Child child = ground.start(database.toString()).serve();
                Journal journal = new Journal(ground.folder().resolve(name + ".journal"))) {
            try (Crowd crowd = new Crowd(journal, 4, child.url())) {
                ground.require(crowd.goesOn(ground.times(300, 100), Ground.LONG), "the load does not go on");
            }
            if (kill) {
                child.kill();
            } else {
                ground.require(child.stop() == 0, "did not stop in order");
            }
        }
        return database;
    }

    private static void file(Ground ground) throws Exception {
        Path whole = data(ground, "whole", false);
        Path backup = ground.folder().resolve("backup.db");
        ground.start(whole.toString()).run("backup", backup.toString());
        SplittableRandom dice = ground.dice();
        Map<String, Damage> damages = new LinkedHashMap<>();
        damages.put("header", file -> patch(file, 0, new byte[16]));
        damages.put("40 places", file -> {
            for (int i = 0; i < 40; i++) {
                byte[] noise = new byte[64];
                dice.nextBytes(noise);
                patch(file, 100 + dice.nextLong(Files.size(file) - 200), noise);
            }
        });
        // That the other two are refused, a quicker test asks too.
        if (!ground.isBrief()) {
            damages.put("cut", file -> cut(file, Files.size(file) / 2));
            damages.put("empty", file -> cut(file, 0));
        }
        for (Map.Entry<String, Damage> damage : damages.entrySet()) {
            Path database = refused(ground, whole, damage.getKey(), damage.getValue());
            byte[] before = Files.readAllBytes(database);
            Duration took = Until.took(Duration.ofSeconds(30), () -> {
                ground.start(database.toString()).run("restore", backup.toString());
                return true;
            });
            ground.recovered(took, Duration.ofSeconds(20));
            try (var beside = Files.list(database.getParent())) {
                Path aside = beside.filter(one -> one.getFileName().toString().matches("data\\.db\\.before-[^-]*"))
                        .findFirst()
                        .orElse(database);
                ground.require(
                        Arrays.equals(Files.readAllBytes(aside), before),
                        damage.getKey() + ": the old file is not kept");
            }
            try (Child child = ground.start(database.toString()).serve()) {
                ground.check(Journal.read(ground.folder().resolve("whole.journal")), child.url(), Data.file(database));
            }
        }
        ground.note("recovery is the time of `restore`");
    }

    private static void log(Ground ground) throws Exception {
        Path whole = data(ground, "whole", true);
        Path other = data(ground, "other", true);
        Map<String, Damage> damages = new LinkedHashMap<>();
        damages.put("log cut", file -> cut(beside(file, "-wal"), middle(file)));
        damages.put("log changed", FileFaults::change);
        damages.put("log changed, index gone", file -> {
            change(file);
            Files.delete(beside(file, "-shm"));
        });
        damages.put("log removed", file -> Files.delete(beside(file, "-wal")));
        damages.put(
                "log of another",
                file -> Files.copy(beside(other, "-wal"), beside(file, "-wal"), StandardCopyOption.REPLACE_EXISTING));
        for (Map.Entry<String, Damage> damage : damages.entrySet()) {
            refused(ground, whole, damage.getKey(), damage.getValue());
        }
        try (Child child =
                ground.start(copy(ground, whole, "undamaged").toString()).serve()) {
            ground.recovered(child.toReady(), Duration.ofSeconds(3));
            ground.check(
                    Journal.read(ground.folder().resolve("whole.journal")),
                    child.url(),
                    Data.file(ground.folder().resolve("undamaged").resolve("data.db")));
        }
    }

    private static void change(Path database) throws IOException {
        patch(beside(database, "-wal"), middle(database) + 100, new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
    }

    /** Where the middle one of the frames begins that are in use; behind them lie those of an earlier round. */
    private static long middle(Path database) throws IOException {
        ByteBuffer index =
                ByteBuffer.wrap(Files.readAllBytes(beside(database, "-shm"))).order(ByteOrder.nativeOrder());
        int frames = index.getInt(16);
        int page = index.getShort(14);
        return 32 + (24L + page) * (frames / 2);
    }

    private static Path refused(Ground ground, Path whole, String name, Damage damage) throws Exception {
        Path database = copy(ground, whole, name.replaceAll("\\W+", "-"));
        damage.on(database);
        Map<String, byte[]> before = contents(database);
        ground.refused(ground.start(database.toString()), "is left as it is", "restore BACKUP");
        Map<String, byte[]> after = contents(database);
        // The index of the log is made anew by whoever looks at the file; it holds no data.
        for (String part : List.of("", "-wal")) {
            ground.require(
                    Arrays.equals(before.get(part), after.get(part)), name + ": data.db" + part + " was changed");
        }
        return database;
    }

    private static Map<String, byte[]> contents(Path database) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        for (String part : PARTS) {
            // An empty log is as good as none.
            if (Files.exists(beside(database, part)) && (part.isEmpty() || Files.size(beside(database, part)) > 0)) {
                contents.put(part, Files.readAllBytes(beside(database, part)));
            }
        }
        return contents;
    }

    private static Path copy(Ground ground, Path whole, String name) throws IOException {
        Path database = ground.folder().resolve(name).resolve("data.db");
        Files.createDirectories(database.getParent());
        for (String part : List.of("", "-wal", "-shm", ".lock")) {
            if (Files.exists(beside(whole, part))) {
                Files.copy(beside(whole, part), beside(database, part));
            }
        }
        return database;
    }

    private static Path beside(Path database, String part) {
        return database.resolveSibling(database.getFileName() + part);
    }

    private static void patch(Path file, long at, byte[] bytes) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek(at);
            open.write(bytes);
        }
    }

    private static void cut(Path file, long size) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(size);
        }
    }
}
