package org.moatmark.api;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.moatmark.api.store.StartRefused;

/** {@code serve}: runs the product until it is told to stop. */
final class ServeCommand implements Command {

    @Override
    public Set<String> options() {
        return Set.of();
    }

    @Override
    public Operands operands() {
        return Operands.NONE;
    }

    @Override
    public int run(Arguments given, Terminal terminal) throws IOException {
        PrintStream out = new PrintStream(terminal.out(), true, StandardCharsets.UTF_8);
        Serve serve;
        try {
            serve = Serve.start(Settings.ofProcess(), Serve.Outside.WORLD, out);
        } catch (StartRefused refused) {
            terminal.say(String.valueOf(refused.getMessage()));
            return ExitCode.CANNOT_START;
        }
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
}
