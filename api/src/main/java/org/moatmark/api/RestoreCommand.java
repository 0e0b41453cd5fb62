package org.moatmark.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.service.Desk;
import org.moatmark.api.service.Erasure;
import org.moatmark.api.store.Backup;
import org.moatmark.api.store.ErasedList;
import org.moatmark.api.store.ErasureShelf.Erased;
import org.moatmark.api.store.Location;
import org.moatmark.api.store.StartRefused;
import org.moatmark.api.store.Store;

/** {@code restore FILE}: a backup in the place of the data; what was there is set aside. */
final class RestoreCommand implements Command {

    private static final String ERASED = "--erased";

    @Override
    public Set<String> options() {
        return Set.of(ERASED + "=");
    }

    @Override
    public Operands operands() {
        return Operands.ONE_FILE;
    }

    @Override
    public int run(Arguments given, Terminal terminal) throws UsageFault, IOException {
        String name = given.operands().get(0);
        String named = given.value(ERASED);
        Location location = Settings.location();
        List<Erased> erased = new ArrayList<>();
        Path usual = Settings.listOfErasures();
        Path list = named == null ? usual : BackupCommand.path(named);
        if (named != null && !Files.exists(BackupCommand.path(named))) {
            throw new StartRefused("There is no file " + named + ".", "ファイル " + named + " がありません。");
        }
        boolean known = list != null && Files.exists(list);
        if (list != null) {
            erased.addAll(new ErasedList(list).read());
        }
        Path aside = Backup.restore(BackupCommand.path(name), location, Clock.systemUTC(), erased);
        int again = again(location, usual);
        terminal.say(terminal.pick("The backup " + name + " is in place.", "バックアップ " + name + " を復元しました。"));
        if (again > 0) {
            terminal.say(terminal.pick("Erased once more: " + again + ".", "再度消去したもの：" + again + "件。"));
        } else if (!known) {
            terminal.say(terminal.pick(
                    "No list of erasures was found. If anybody was erased since this backup, stop, and restore with --erased"
                            + " FILE.",
                    "消去の一覧が見つかりません。このバックアップの後に消去された人がいる場合は、--erased FILE を付けて復元し直してください。"));
        }
        if (aside != null) {
            terminal.say(terminal.pick("What was there is kept in " + aside + ".", "元のデータは " + aside + " に残してあります。"));
        }
        return ExitCode.DONE;
    }

    /** Erases once more whom the backup brought back. */
    private static int again(Location location, @Nullable Path list) {
        Clock clock = Clock.systemUTC();
        try (Store store = Store.open(location, clock)) {
            return new Erasure(store, new Desk(store, clock), list == null ? null : new ErasedList(list)).again();
        }
    }
}
