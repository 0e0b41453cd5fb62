package org.moatmark.api;

import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import org.moatmark.api.store.Copying;
import org.moatmark.api.store.Location;
import org.moatmark.api.store.StartRefused;
import org.moatmark.api.store.Store;
import org.moatmark.core.Moatmark;

/** {@code move --to PLACE}: all data into another database, with every result computed there once more. */
final class MoveCommand implements Command {

    private static final String TO = "--to";

    @Override
    public Set<String> options() {
        return Set.of(TO + "=");
    }

    @Override
    public Operands operands() {
        return Operands.NONE;
    }

    @Override
    public int run(Arguments given, Terminal terminal) throws UsageFault, IOException {
        String to = given.value(TO);
        if (to == null) {
            throw new UsageFault(
                    "'move' needs the target: --to jdbc:postgresql://...", "移動先が必要です：--to jdbc:postgresql://...");
        }
        Clock clock = Clock.systemUTC();
        SameResults results = new SameResults(Moatmark.shipped(), clock.millis());
        Location target = Location.of(to);
        Location source = Started.there(Settings.location());
        if (source.equals(target)) {
            throw new StartRefused(
                    "The data are there already; name another place with --to.",
                    "データはすでにそこにあります。--to で別の移動先を指定してください。");
        }
        Copying.Copied copied;
        try (Store before = Store.open(source, clock);
                Store after = Store.open(target, clock)) {
            copied = Copying.copy(before, after, results);
        }
        terminal.say(terminal.pick(
                "Moved: tenants " + copied.tenants() + ", rows " + copied.rows()
                        + ", results computed again to the same"
                        + " bytes " + results.count()
                        + ". The old data are as they were; start with MOATMARK_DB set to the"
                        + " new place.",
                "移動しました：テナント " + copied.tenants() + "、行 " + copied.rows() + "、再計算して一致した結果 " + results.count()
                        + "。元のデータはそのままです。MOATMARK_DB に移動先を指定して起動してください。"));
        return ExitCode.DONE;
    }
}
