package org.moatmark.api.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.service.Results;
import org.moatmark.core.issue.Words;
import org.moatmark.core.scoring.Resampling;

/** The query parameters {@code seed} and {@code runs} of what computes results, and how much work a request may cause. */
final class Intervals {

    static final String SEED = "seed";
    static final String RUNS = "runs";
    static final List<String> NAMES = List.of(SEED, RUNS);

    /** Most runs that a request may ask for. */
    static final int MOST_RUNS = 10_000;

    /** What is computed unless the query says otherwise. */
    static final Resampling USUAL = Results.RESAMPLING;

    private Intervals() {}

    /** The settings that the query names. */
    static Resampling of(Parameters parameters) {
        long seed =
                number(parameters.get(SEED), SEED, -Resampling.GREATEST_SEED, Resampling.GREATEST_SEED, USUAL.seed());
        int runs = (int) number(parameters.get(RUNS), RUNS, 0, MOST_RUNS, USUAL.runs());
        return USUAL.withSeed(seed).withRuns(runs);
    }

    private static long number(@Nullable String text, String name, long least, long most, long usual) {
        if (text == null) {
            return usual;
        }
        if (text.matches("-?\\d{1,16}") && Long.parseLong(text) >= least && Long.parseLong(text) <= most) {
            return Long.parseLong(text);
        }
        throw Halt.parameter(
                name,
                new Words(
                        "Parameter '" + name + "' is no whole number from " + least + " to " + most + ".",
                        "パラメーター「" + name + "」は" + least + "から" + most + "の整数ではありません。"),
                new Words(
                        "Give a whole number from " + least + " to " + most + ".",
                        least + "から" + most + "の整数を指定してください。"),
                List.of());
    }
}
