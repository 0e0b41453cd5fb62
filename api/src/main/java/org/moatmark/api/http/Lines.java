package org.moatmark.api.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Takes a stream apart at its line feeds; of a line that is too long only its end is looked for. */
final class Lines {

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[64 * 1024];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int from;
    private int to;
    private boolean ended;
    private boolean tooLong;
    private long number;

    /**
     * Lines of a stream.
     *
     * @param in the stream; it is not closed
     * @param longest most bytes of a line
     */
    Lines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** The next line without its end; empty if it was too long; null after the last. */
    byte @Nullable [] next() throws IOException {
        line.reset();
        tooLong = false;
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
                boolean last = !ended && (line.size() > 0 || tooLong);
                ended = true;
                return last ? give() : null;
            }
        }
    }

    private void take(int start, int end) {
        if (line.size() + end - start > longest) {
            tooLong = true;
            line.reset();
        } else if (!tooLong) {
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

    /** The number of the last line, from 1. */
    long number() {
        return number;
    }

    /** Whether nothing more has come in yet, so that somebody may be waiting for answers before sending more. */
    boolean isIdle() throws IOException {
        return from == to && in.available() == 0;
    }
}
