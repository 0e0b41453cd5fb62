package org.moatmark.api.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Holds the lock file beside a database, so that a second process on the same database is refused. */
final class OneProcess implements AutoCloseable {

    private static final String CREATING = "creating";

    private final FileChannel channel;
    private final boolean leftCreating;

    private OneProcess(FileChannel channel, boolean leftCreating) {
        this.channel = channel;
        this.leftCreating = leftCreating;
    }

    /** Takes the lock; the operating system gives it back when the process ends, however it ends. */
    static OneProcess on(Path database) {
        Path file = database.resolveSibling(database.getFileName() + ".lock");
        FileChannel channel;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException unwritable) {
            throw new StartRefused(
                    "The folder of the database " + database + " cannot be written; choose another with MOATMARK_DB.",
                    unwritable);
        }
        try {
            if (lock(channel) != null) {
                ByteBuffer before = ByteBuffer.allocate(64);
                channel.read(before, 0);
                return new OneProcess(
                        channel, new String(before.array(), StandardCharsets.US_ASCII).contains(CREATING));
            }
            channel.close();
        } catch (IOException broken) {
            throw new StartRefused("The lock file " + file + " cannot be written.", broken);
        }
        throw new StartRefused(
                "The database " + database
                        + " is in use by another process of this program; stop that one first or choose another with MOATMARK_DB.");
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    /** Whether the last process ended while it made the database: then an empty file is no damage. */
    boolean leftCreating() {
        return leftCreating;
    }

    /** Notes the process, and whether it is just making the database. */
    void note(boolean creating) {
        String line = ProcessHandle.current().pid() + (creating ? " " + CREATING : "") + "\n";
        try {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)), 0);
        } catch (IOException broken) {
            throw new StartRefused("The lock file beside the database cannot be written.", broken);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException harmless) {
            // The lock goes with the process.
        }
    }
}
