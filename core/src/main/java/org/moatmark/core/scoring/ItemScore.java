package org.moatmark.core.scoring;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item over all respondents.
 *
 * @param key key of the item
 * @param state what became of it
 * @param score its own number, the mean of its sides; null without one
 * @param sides the scores of its sides
 * @param conflict what each seat says where a fact is disputed; else empty
 * @param respondents the scores of all answers, in order of seat keys
 * @param gainOfNextStep how much the index would rise with the next better answer (rule S9); null if undefined or not
 *     asked for
 */
public record ItemScore(
        String key,
        ItemState state,
        Outcome.@Nullable Scored score,
        Sides sides,
        List<Statement> conflict,
        List<RespondentScore> respondents,
        @Nullable Double gainOfNextStep)
        implements Serializable {
    /** Copies the lists. */
    public ItemScore {
        conflict = List.copyOf(conflict);
        respondents = List.copyOf(respondents);
    }

    /**
     * The same without what single seats say.
     *
     * @return the item without statements that conflict and without scores of single answers
     */
    public ItemScore withoutSeats() {
        return new ItemScore(key, state, score, sides, List.of(), List.of(), gainOfNextStep);
    }
}
