package org.moatmark.api.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** A small library put in front of the one of the system, which fails on demand and tells another time. */
final class Shim {

    private static final String SOURCE = """
            #define _GNU_SOURCE
            #include <errno.h>
            #include <fcntl.h>
            #include <stdlib.h>
            #include <sys/mman.h>
            #include <sys/syscall.h>
            #include <sys/time.h>
            #include <time.h>
            #include <unistd.h>

            struct control { volatile long seconds; volatile long failing; };
            static struct control *control;

            __attribute__((constructor)) static void begin(void) {
                const char *name = getenv("FAULT_CONTROL");
                int file = name ? open(name, O_RDONLY) : -1;
                if (file < 0) return;
                void *at = mmap(0, sizeof(struct control), PROT_READ, MAP_SHARED, file, 0);
                if (at != MAP_FAILED) control = at;
                close(file);
            }

            int clock_gettime(clockid_t id, struct timespec *time) {
                int result = syscall(SYS_clock_gettime, id, time);
                if (control && id == CLOCK_REALTIME) time->tv_sec += control->seconds;
                return result;
            }

            int gettimeofday(struct timeval *time, void *zone) {
                int result = syscall(SYS_gettimeofday, time, zone);
                if (control && time) time->tv_sec += control->seconds;
                return result;
            }

            static int sync_or_fail(long call, int file) {
                if (control && control->failing) { errno = EIO; return -1; }
                return syscall(call, file);
            }

            int fsync(int file) { return sync_or_fail(SYS_fsync, file); }
            int fdatasync(int file) { return sync_or_fail(SYS_fdatasync, file); }
            """;

    private final Path library;
    private final Path control;

    private Shim(Path library, Path control) {
        this.library = library;
        this.control = control;
    }

    static Shim make(Path folder) throws IOException, InterruptedException, NotRun {
        Shell.requireTools("gcc");
        Path source = Files.writeString(folder.resolve("shim.c"), SOURCE);
        Path library = folder.resolve("shim.so");
        Shell.may("gcc", "-shared", "-fPIC", "-O1", "-o", library.toString(), source.toString());
        Path control = Files.write(folder.resolve("control"), new byte[16]);
        return new Shim(library, control);
    }

    Child.Start under(Child.Start start) {
        return start.with("LD_PRELOAD", library.toString()).with("FAULT_CONTROL", control.toString());
    }

    /** From now on nothing gets to the disk for certain, or it does again. */
    void failSyncs(boolean failing) throws IOException {
        set(8, failing ? 1 : 0);
    }

    /** From now on the clock is so far ahead of the true time. */
    void clock(Duration ahead) throws IOException {
        set(0, ahead.toSeconds());
    }

    private void set(int at, long value) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(8).order(ByteOrder.nativeOrder()).putLong(0, value);
        try (FileChannel channel = FileChannel.open(control, StandardOpenOption.WRITE)) {
            channel.write(bytes, at);
        }
    }
}
