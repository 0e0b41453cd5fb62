package org.moatmark.api;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.service.Desk;
import org.moatmark.api.service.Refused;
import org.moatmark.api.service.Tokens;
import org.moatmark.api.service.YearlyRelease;
import org.moatmark.api.store.Location;
import org.moatmark.api.store.Store;
import org.moatmark.core.Moatmark;
import org.moatmark.core.issue.Words;

/**
 * {@code benchmark release --year YEAR}: makes the yearly release of contributed results. There is no such call over REST,
 * as nobody there stands above the tenants.
 */
final class BenchmarkCommand implements Command {

    private static final String YEAR = "--year";

    @Override
    public Set<String> options() {
        return Set.of(YEAR + "=");
    }

    @Override
    public Operands operands() {
        return new Operands(1, 1, new Words("'release'", "「release」"));
    }

    @Override
    public int run(Arguments given, Terminal terminal) throws UsageFault, IOException {
        if (!"release".equals(given.operands().get(0))) {
            throw new UsageFault("'benchmark' takes 'release'.", "「benchmark」には「release」を指定してください。");
        }
        Clock clock = Clock.systemUTC();
        int year = year(
                given.value(YEAR), LocalDate.now(clock.withZone(ZoneOffset.UTC)).getYear() - 1);
        Map<String, YearlyRelease.Made> made;
        try {
            made = release(Settings.location(), clock, year);
        } catch (Refused refused) {
            terminal.say(refused.words().in(terminal.language()));
            return ExitCode.CANNOT_START;
        }
        for (Map.Entry<String, YearlyRelease.Made> one : made.entrySet()) {
            String questionnaire = one.getKey();
            int companies = one.getValue().companies();
            int groups = one.getValue().groups();
            terminal.say(terminal.pick(
                    year + " " + questionnaire + ": companies " + companies + ", groups shown " + groups,
                    year + "年 " + questionnaire + "：企業 " + companies + "、表示される集団 " + groups));
        }
        return ExitCode.DONE;
    }

    private static int year(@Nullable String text, int usual) throws UsageFault {
        if (text == null) {
            return usual;
        }
        if (!text.matches("2[0-9]{3}")) {
            throw new UsageFault(
                    "Option '--year' has '" + text + "'; it takes a year such as 2026.",
                    "オプション「--year」の値が「" + text + "」です。2026 のような年を指定してください。");
        }
        return Integer.parseInt(text);
    }

    /**
     * Makes the release of a year.
     *
     * @param where the data
     * @param clock the time
     * @param year the year
     * @return what came of it, by questionnaire
     */
    static Map<String, YearlyRelease.Made> release(Location where, Clock clock, int year) {
        try (Store store = Started.open(where, clock)) {
            Tokens tokens = new Tokens(new SecureRandom());
            return new YearlyRelease(Moatmark.shipped(), new Desk(store, clock), tokens).make(year);
        }
    }
}
