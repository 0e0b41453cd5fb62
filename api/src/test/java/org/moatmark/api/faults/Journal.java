package org.moatmark.api.faults;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for and what was acknowledged, in a file of its own: a line is written and flushed before the request goes
 * out, and another before an answer counts. What is checked afterwards is read back from the file.
 */
final class Journal implements AutoCloseable {

    private final Path file;
    private final BufferedWriter out;
    private final AtomicInteger acknowledged = new AtomicInteger();

    Journal(Path file) throws IOException {
        this.file = file;
        this.out = Files.newBufferedWriter(file);
    }

    /** What a client does for one company, in this order. */
    enum Deed {
        COMPANY,
        ASSESSMENT,
        SEAT,
        OPEN,
        ANSWERS,
        SUBMIT
    }

    Path file() {
        return file;
    }

    int acknowledged() {
        return acknowledged.get();
    }

    void sent(String life, Deed deed, int value) {
        write("sent", life, deed, value, "");
    }

    /** @param detail what the program gave back: an id, the token of a seat */
    void acknowledged(String life, Deed deed, int value, String detail) {
        write("acknowledged", life, deed, value, detail);
        acknowledged.incrementAndGet();
    }

    private synchronized void write(String what, String life, Deed deed, int value, String detail) {
        try {
            out.write(String.join("\t", what, life, deed.name(), Integer.toString(value), detail) + "\n");
            out.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What the journal says of one company. */
    static final class Life {
        private final Map<Deed, Integer> sent = new TreeMap<>();
        private final Map<Deed, Integer> acknowledged = new TreeMap<>();
        private final Map<Deed, String> details = new TreeMap<>();

        boolean wasSent(Deed deed) {
            return sent.containsKey(deed);
        }

        boolean wasAcknowledged(Deed deed) {
            return acknowledged.containsKey(deed);
        }

        /** The last value sent; 0 if none. */
        int lastSent(Deed deed) {
            return sent.getOrDefault(deed, 0);
        }

        /** The last value acknowledged; 0 if none. */
        int lastAcknowledged(Deed deed) {
            return acknowledged.getOrDefault(deed, 0);
        }

        /** Leaves of what was acknowledged only what was so at an earlier time. */
        static void keepAcknowledged(Map<String, Life> lives, Map<String, Life> earlier) {
            lives.forEach((name, life) -> {
                Life then = earlier.getOrDefault(name, new Life());
                life.acknowledged.clear();
                life.acknowledged.putAll(then.acknowledged);
                life.details.clear();
                life.details.putAll(then.details);
            });
        }

        @Nullable
        String detail(Deed deed) {
            return details.get(deed);
        }
    }

    /** Reads a journal: by name of the company. */
    static Map<String, Life> read(Path file) throws IOException {
        return read(Files.readAllLines(file));
    }

    private static Map<String, Life> read(List<String> lines) {
        Map<String, Life> lives = new TreeMap<>();
        for (String line : lines) {
            String[] parts = line.split("\t", -1);
            Life life = lives.computeIfAbsent(parts[1], name -> new Life());
            Deed deed = Deed.valueOf(parts[2]);
            boolean sent = "sent".equals(parts[0]);
            (sent ? life.sent : life.acknowledged).put(deed, Integer.valueOf(parts[3]));
            if (!sent) {
                life.details.put(deed, parts[4]);
            }
        }
        return lives;
    }

    /** The names of the companies that are acknowledged now. */
    List<String> companies() throws IOException {
        List<String> names = new ArrayList<>();
        read(file).forEach((name, life) -> {
            if (life.wasAcknowledged(Deed.COMPANY)) {
                names.add(name);
            }
        });
        return names;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
