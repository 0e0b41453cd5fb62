package org.moatmark.api.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The write-ahead log beside an SQLite file, read before SQLite reads it. SQLite takes a log up to its first frame that is not
 * sound and forgets the rest without a word, since that is what a power failure leaves; what was acknowledged must not go
 * that way. So a log is refused if
 *
 * <ul>
 *   <li>more than one commit lies behind the first frame that is not sound: a commit begins only when the one before it is on
 *       the disk, so a power failure leaves one such commit at most;
 *   <li>or its index, which outlives a killed process but not the machine, knows of more frames than are sound in it, or of
 *       another log.
 * </ul>
 *
 * <p>Where the index finds all its frames, what lies behind them was never acknowledged, however many commits it was: each
 * commit that a failing disk refused has left its frames there, and the next began where it had.
 *
 * <p>The formats are those of SQLite's "WAL-mode File Format", which are guaranteed.
 */
final class SqliteLog {

    private static final int HEADER = 32;
    private static final int FRAME = 24;
    private static final int INDEX_HEADER = 48;
    private static final int MAGIC = 0x377f0682;

    private SqliteLog() {}

    /**
     * Whether something that was committed is missing.
     *
     * @param sameBoot whether the machine has run since the index was written
     */
    static boolean isTorn(Path database, boolean sameBoot) throws IOException {
        Path log = database.resolveSibling(database.getFileName() + "-wal");
        Index index = sameBoot ? Index.read(database.resolveSibling(database.getFileName() + "-shm")) : null;
        Frames frames = Files.exists(log) ? Frames.read(log, index) : Frames.NONE;
        if (index != null && frames.indexed) {
            return false;
        }
        return frames.commitsBehindBreak > 1 || index != null && index.frames > index.copied;
    }

    /** What the index says: so many frames, so many of them in the database already, and the checksum of the last. */
    private record Index(int frames, int copied, int sum1, int sum2) {

        /** Null if there is none that is whole. */
        static @Nullable Index read(Path file) throws IOException {
            if (!Files.exists(file)) {
                return null;
            }
            ByteBuffer bytes = ByteBuffer.allocate(2 * INDEX_HEADER + 4).order(ByteOrder.nativeOrder());
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                    // The buffer fills.
                }
            }
            if (bytes.hasRemaining() || !bytes.slice(0, INDEX_HEADER).equals(bytes.slice(INDEX_HEADER, INDEX_HEADER))) {
                return null;
            }
            Sum sum = new Sum(0, 0);
            sum.add(bytes, 0, INDEX_HEADER - 8);
            if (!sum.is(bytes.getInt(40), bytes.getInt(44))) {
                return null;
            }
            return new Index(bytes.getInt(16), bytes.getInt(2 * INDEX_HEADER), bytes.getInt(24), bytes.getInt(28));
        }
    }

    /** The checksum of the format: two sums that run through each other, over pairs of words. */
    private static final class Sum {
        private int one;
        private int two;

        Sum(int one, int two) {
            this.one = one;
            this.two = two;
        }

        void add(ByteBuffer bytes, int from, int length) {
            for (int at = from; at < from + length; at += 8) {
                one += bytes.getInt(at) + two;
                two += bytes.getInt(at + 4) + one;
            }
        }

        boolean is(int first, int second) {
            return one == first && two == second;
        }
    }

    /**
     * What is found in a log.
     *
     * @param commitsBehindBreak commits of this log behind the first frame that is not sound
     * @param indexed whether it holds the last frame that the index knows, and all before it
     */
    private record Frames(int commitsBehindBreak, boolean indexed) {
        private static final Frames NONE = new Frames(0, false);

        static Frames read(Path log, @Nullable Index index) throws IOException {
            try (FileChannel channel = FileChannel.open(log, StandardOpenOption.READ)) {
                ByteBuffer header = ByteBuffer.allocate(HEADER);
                if (!filled(channel, header)) {
                    return NONE;
                }
                int magic = header.getInt(0);
                ByteOrder order = (magic & 1) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
                Sum sum = new Sum(0, 0);
                sum.add(header.order(order), 0, HEADER - 8);
                header.order(ByteOrder.BIG_ENDIAN);
                int page = header.getInt(8);
                boolean sound = (magic & ~1) == MAGIC && page >= 512 && page <= 65_536 && Integer.bitCount(page) == 1;
                if (!sound || !sum.is(header.getInt(24), header.getInt(28))) {
                    return NONE;
                }
                return frames(channel, header.getLong(16), page, order, sum, index);
            }
        }

        private static Frames frames(
                FileChannel channel, long salt, int page, ByteOrder order, Sum sum, @Nullable Index index)
                throws IOException {
            ByteBuffer frame = ByteBuffer.allocate(FRAME + page);
            boolean broken = false;
            boolean indexed = false;
            int behind = 0;
            for (int number = 1; filled(channel, frame); number++) {
                frame.order(order);
                sum.add(frame, 0, 8);
                sum.add(frame, FRAME, page);
                frame.order(ByteOrder.BIG_ENDIAN);
                boolean ours = frame.getLong(8) == salt;
                broken |= !ours || !sum.is(frame.getInt(16), frame.getInt(20));
                if (broken) {
                    behind += ours && frame.getInt(4) != 0 ? 1 : 0;
                } else if (index != null && index.frames == number) {
                    indexed = sum.is(index.sum1, index.sum2);
                }
            }
            return new Frames(behind, indexed);
        }

        private static boolean filled(FileChannel channel, ByteBuffer buffer) throws IOException {
            buffer.clear();
            while (buffer.hasRemaining()) {
                if (channel.read(buffer) < 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
