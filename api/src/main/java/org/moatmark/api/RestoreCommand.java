package org.moatmark.api;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.moatmark.api.store.Backup;
import org.moatmark.api.store.StartRefused;
import org.moatmark.api.store.StoreFault;

/** {@code restore FILE}: a backup in the place of the data; what was there is set aside. */
final class RestoreCommand implements Command {

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
        Path aside;
        try {
            aside = Backup.restore(BackupCommand.path(name), Settings.location(), Clock.systemUTC());
        } catch (StartRefused | StoreFault refused) {
            terminal.say(String.valueOf(refused.getMessage()));
            return ExitCode.CANNOT_START;
        }
        terminal.say(terminal.pick("The backup " + name + " is in place.", "バックアップ " + name + " を復元しました。"));
        if (aside != null) {
            terminal.say(terminal.pick("What was there is kept in " + aside + ".", "元のデータは " + aside + " に残してあります。"));
        }
        return ExitCode.DONE;
    }
}
