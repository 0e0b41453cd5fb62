package org.moatmark.api.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Puts away what a fault has made, also when the driver is killed half-way: a small process in a session of its own, which
 * sleeps at the end of a pipe until the driver lets go of the other end, as the system does for one that was killed. Then it
 * ends every process that works or writes in the folder, takes away the network and the mounts, and removes the folder, which
 * {@code FAULTS_KEEP=yes} keeps.
 */
final class Janitor implements AutoCloseable {

    private static final String WORK = """
            trap '' INT TERM HUP
            cd /
            cat >/dev/null
            for server in "$1"/*/postmaster.pid; do
              # Tidies up after itself if it is asked; it may have been stopped.
              if [ -f "$server" ]; then
                kill -QUIT "$(head -n 1 "$server")"
                kill -CONT "$(head -n 1 "$server")"
                sleep 1
              fi
            done
            for process in /proc/[0-9]*; do
              for place in cwd fd/1; do
                case $(readlink "$process/$place") in "$1"/*) kill -KILL "${process#/proc/}" ;; esac
              done
            done
            if [ -f "$1/network" ]; then
              ip netns del "$(cat "$1/network")"
              # The mount that ip makes for its first network.
              [ -n "$(ls -A /run/netns)" ] || umount /run/netns
            fi
            cut -d ' ' -f 2 /proc/self/mounts | grep -F "$1/" | sort -r | while read -r mount; do
              umount "$mount" || { sleep 1 && umount "$mount"; } || umount -l "$mount"
            done
            [ -n "$FAULTS_KEEP" ] || rm -rf "$1"
            """;

    private final Path folder;
    private final Process process;

    private Janitor(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /** Makes the folder of a fault. */
    static Janitor of(String fault) throws IOException {
        Path folder = Files.createTempDirectory("moatmark-" + fault + "-");
        List<String> command = new ArrayList<>(List.of("sh", "-c", WORK, "janitor", folder.toString()));
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            // Who kills the group of the driver does not kill this one.
            command.add(0, "/usr/bin/setsid");
        }
        return new Janitor(
                folder,
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        // Most of what it tries to end has ended.
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start());
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            process.waitFor(60, TimeUnit.SECONDS);
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
        if (Files.exists(folder)) {
            System.err.println("Left " + folder);
        }
    }
}
