package org.moatmark.core.benchmark;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.TextMap;

/**
 * What belongs to every benchmark number (rule S21); beside it goes the library's page of honesty.
 *
 * @param n how many companies have a score there
 * @param firstYear the earliest year for which one of them was rated; null if there are none
 * @param lastYear the latest year; null if there are none
 * @param raters the names of the raters of the library
 * @param kindOfRater what kind of rater they are, in the words of the questionnaire
 * @param agreement how well the raters agree on the items behind the score, over the whole library
 * @param methodHash method hash of the questionnaire on which they were rated
 * @param withoutScore ids of companies of the group that have no score there
 * @param thin regions, sizes and markets with fewer than {@link #THIN} of the n companies, those with none included
 */
public record Card(
        int n,
        @Nullable Integer firstYear,
        @Nullable Integer lastYear,
        List<String> raters,
        TextMap kindOfRater,
        Agreement agreement,
        String methodHash,
        List<String> withoutScore,
        List<Count> thin)
        implements Serializable {

    /** Under how many companies a region, size or market is thin. */
    public static final int THIN = 5;

    /** Copies the lists. */
    public Card {
        raters = List.copyOf(raters);
        withoutScore = List.copyOf(withoutScore);
        thin = List.copyOf(thin);
    }

    /**
     * How many companies have a property.
     *
     * @param criterion region, size or market
     * @param word its word in the library
     * @param n how many of the companies behind the number
     */
    public record Count(Criterion criterion, String word, int n) implements Serializable {}
}
