package org.moatmark.api;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.scoring.Resampling;

/** The options {@code --seed} and {@code --runs} of commands that score answers. */
final class IntervalOptions {

    static final Set<String> OPTIONS = Set.of("--seed=", "--runs=");

    private IntervalOptions() {}

    /** The settings that a call names, with as much work as they take. */
    static Resampling of(Arguments given) throws UsageFault {
        Resampling usual = Resampling.DEFAULT;
        long seed = number(
                given.value("--seed"), "--seed", -Resampling.GREATEST_SEED, Resampling.GREATEST_SEED, usual.seed());
        int runs = (int) number(given.value("--runs"), "--runs", 0, Resampling.MOST_RUNS, usual.runs());
        return usual.withSeed(seed).withRuns(runs);
    }

    private static long number(@Nullable String text, String option, long least, long most, long usual)
            throws UsageFault {
        if (text == null) {
            return usual;
        }
        if (text.matches("-?\\d{1,16}") && Long.parseLong(text) >= least && Long.parseLong(text) <= most) {
            return Long.parseLong(text);
        }
        throw new UsageFault(
                "Option '" + option + "' has '" + text + "'; it takes a whole number from " + least + " to " + most
                        + ".",
                "オプション「" + option + "」の値が「" + text + "」です。" + least + "から" + most + "の整数を指定してください。");
    }
}
