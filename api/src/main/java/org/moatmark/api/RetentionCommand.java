package org.moatmark.api;

import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.moatmark.api.service.Desk;
import org.moatmark.api.service.Erasure;
import org.moatmark.api.service.Retention;
import org.moatmark.api.store.ErasedList;
import org.moatmark.api.store.Store;
import org.moatmark.core.json.CompactJson;
import org.moatmark.core.json.JsonNumber;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonValue;

/** {@code retention}: removes what every tenant wants kept no longer, one line of JSON a tenant; or says what that would be. */
final class RetentionCommand implements Command {

    private static final String DRY_RUN = "--dry-run";

    private final Clock clock;

    /**
     * The command.
     *
     * @param clock the time
     */
    RetentionCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Set<String> options() {
        return Set.of(DRY_RUN);
    }

    @Override
    public Operands operands() {
        return Operands.NONE;
    }

    @Override
    public int run(Arguments given, Terminal terminal) throws UsageFault, IOException {
        boolean dryRun = given.has(DRY_RUN);
        Map<String, Retention.Removed> removed;
        try (Store store = Store.open(Started.there(Settings.location()), clock)) {
            Desk desk = new Desk(store, clock);
            var list = Settings.listOfErasures();
            var erasure = new Erasure(store, desk, list == null ? null : new ErasedList(list));
            removed = new Retention(desk, erasure).all(dryRun);
        }
        for (var one : removed.entrySet()) {
            Map<String, JsonValue> line = new LinkedHashMap<>();
            line.put("tenant", new JsonString(one.getKey()));
            one.getValue().byName().forEach((name, count) -> line.put(name, JsonNumber.of(count)));
            terminal.result(CompactJson.of(JsonObject.of(line)) + "\n");
        }
        terminal.say(
                dryRun
                        ? terminal.pick("Nothing was removed; this is what would be.", "まだ何も削除していません。削除の対象は以上です。")
                        : terminal.pick("Removed.", "削除しました。"));
        return ExitCode.DONE;
    }
}
