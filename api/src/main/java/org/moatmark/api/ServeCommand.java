package org.moatmark.api;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code serve}: runs the product until it is told to stop. */
final class ServeCommand implements Command {

    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);
    private static final long LAST_WORDS_NANOS = 300_000_000L;

    @Override
    public Set<String> options() {
        return Set.of();
    }

    @Override
    public Operands operands() {
        return Operands.NONE;
    }

    @Override
    public int run(Arguments given, Terminal terminal) {
        PrintStream out = new PrintStream(terminal.out(), true, StandardCharsets.UTF_8);
        Serve serve = Serve.start(Settings.ofProcess(), Serve.Outside.WORLD, out);
        serve.whenBroken(() -> new Thread(ServeCommand::fail, "fail").start());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(serve), "stop"));
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.DONE;
    }

    /** A process that was told to stop and did so in order has done its work: the exit code is 0, not that of the signal. */
    private static void stop(Serve serve) {
        serve.close();
        Runtime.getRuntime().halt(ExitCode.DONE);
    }

    /**
     * Ends the process without order, as the order would have to write to a disk that fails. Whoever has been told "try again"
     * hears that first.
     */
    private static void fail() {
        LOG.error("The disk of the database failed or its file is damaged; the process ends.");
        LockSupport.parkNanos(LAST_WORDS_NANOS);
        Runtime.getRuntime().halt(ExitCode.DISK_FAILED);
    }
}
