package org.moatmark.api;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.moatmark.api.store.Backup;

/** {@code backup FILE}: one state of all data as a file, while the server runs. */
final class BackupCommand implements Command {

    @Override
    public Set<String> options() {
        return Set.of();
    }

    @Override
    public Operands operands() {
        return Operands.ONE_FILE;
    }

    @Override
    public int run(Arguments given, Terminal terminal) throws UsageFault, IOException {
        String name = given.operands().get(0);
        Backup.write(Settings.location(), path(name), Clock.systemUTC());
        terminal.say(terminal.pick("The data are backed up in " + name + ".", "データを " + name + " にバックアップしました。"));
        return ExitCode.DONE;
    }

    static Path path(String name) throws UsageFault {
        try {
            return Path.of(name);
        } catch (InvalidPathException noPath) {
            throw new UsageFault("'" + name + "' is no file name.", "「" + name + "」はファイル名として使えません。");
        }
    }
}
