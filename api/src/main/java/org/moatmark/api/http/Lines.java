package org.moatmark.api.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Takes a stream apart at its line feeds; of a line that is too long, or has no room, only its end is looked for. */
final class Lines {

    /** Says whether there is memory for a line. */
    interface Room {
        /** As much as there is. */
        Room ANY = bytes -> true;

        /** Whether there is room for a line of so many bytes, instead of the line before. */
        boolean holds(int bytes);
    }

    private final InputStream in;
    private final int longest;
    private final Room room;
    private final byte[] buffer = new byte[64 * 1024];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int from;
    private int to;
    private boolean ended;
    private boolean tooLong;
    private boolean noRoom;
    private long number;

    /**
     * Lines of a stream.
     *
     * @param in the stream; it is not closed
     * @param longest most bytes of a line
     * @param room how much of it may be kept
     */
    Lines(InputStream in, int longest, Room room) {
        this.in = in;
        this.longest = longest;
        this.room = room;
    }

    /** The next line without its end; empty if it was too long or had no room; null after the last. */
    byte @Nullable [] next() throws IOException {
        line.reset();
        room.holds(0);
        tooLong = false;
        noRoom = false;
        while (true) {
            for (int i = from; i < to; i++) {
                if (buffer[i] == '\n') {
                    take(from, i);
                    from = i + 1;
                    return give();
                }
            }
            take(from, to);
            from = 0;
            to = ended ? -1 : in.read(buffer);
            if (to < 0) {
                to = 0;
                boolean last = !ended && (line.size() > 0 || tooLong || noRoom);
                ended = true;
                return last ? give() : null;
            }
        }
    }

    private void take(int start, int end) {
        if (tooLong || noRoom) {
            return;
        }
        int size = line.size() + end - start;
        tooLong = size > longest;
        noRoom = !tooLong && !room.holds(size);
        if (tooLong || noRoom) {
            line.reset();
            room.holds(0);
        } else {
            line.write(buffer, start, end - start);
        }
    }

    private byte[] give() {
        number++;
        return line.toByteArray();
    }

    /** Whether the last line was too long. */
    boolean wasTooLong() {
        return tooLong;
    }

    /** Whether there was no room for the last line. */
    boolean hadNoRoom() {
        return noRoom;
    }

    /** The number of the last line, from 1. */
    long number() {
        return number;
    }

    /** Whether nothing more has come in yet, so that somebody may be waiting for answers before sending more. */
    boolean isIdle() throws IOException {
        return from == to && in.available() == 0;
    }
}
