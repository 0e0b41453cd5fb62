package org.moatmark.api.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Holds the lock file beside a database, so that a second process on the same database is refused. The file says which
 * process has it or had it last, since which start of the machine, and whether it was just making the database.
 */
final class OneProcess implements AutoCloseable {

    private static final String CREATING = "creating";
    private static final int LONGEST = 128;

    /** Where Linux names the start of the machine; elsewhere nobody does. */
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    private final FileChannel channel;
    private final String before;

    private OneProcess(FileChannel channel, String before) {
        this.channel = channel;
        this.before = before;
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
                    "データベース " + database + " のフォルダーに書き込めません。MOATMARK_DB で別の場所を指定してください。",
                    unwritable);
        }
        try {
            if (lock(channel) != null) {
                ByteBuffer before = ByteBuffer.allocate(LONGEST);
                channel.read(before, 0);
                return new OneProcess(channel, new String(before.array(), StandardCharsets.US_ASCII));
            }
            channel.close();
        } catch (IOException broken) {
            throw new StartRefused(
                    "The lock file " + file + " cannot be written.", "ロックファイル " + file + " に書き込めません。", broken);
        }
        throw new StartRefused(
                "The database " + database
                        + " is in use by another process of this program; stop that one first or choose another with MOATMARK_DB.",
                "データベース " + database + " はこのプログラムの別のプロセスが使っています。先にそれを停止するか、MOATMARK_DB で別の場所を指定してください。");
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
        return before.contains(CREATING);
    }

    /** Whether the machine has run on since the last process; false where that cannot be known. */
    boolean sameBoot() {
        String boot = boot();
        return !boot.isEmpty() && before.contains(boot);
    }

    private static String boot() {
        try {
            return Files.readString(BOOT).strip();
        } catch (IOException elsewhere) {
            return "";
        }
    }

    /** Notes the process, and whether it is just making the database. */
    void note(boolean creating) {
        String line = ProcessHandle.current().pid() + " " + boot() + (creating ? " " + CREATING : "") + "\n";
        try {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)), 0);
        } catch (IOException broken) {
            throw new StartRefused(
                    "The lock file beside the database cannot be written.", "データベースのロックファイルに書き込めません。", broken);
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
