package org.moatmark.core.benchmark;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a company gives to a benchmark of contributed results (rule 9 of the benchmarks, S22): its scores, without a name.
 *
 * @param tenant what stands for whoever assessed it and knows its scores; the same in every year
 * @param company what stands for the company; the same in every year and whoever assessed it
 * @param words by sector, region, size and market the word of the company, where it has one
 * @param scores by key of a node, or {@link Measure#INDEX}, the score; a measure may be missing
 */
public record Contribution(String tenant, String company, Map<Criterion, String> words, Map<String, Given> scores)
        implements Serializable {

    /** Copies the maps; refuses null. */
    public Contribution {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(company, "company");
        Map<Criterion, String> own = new EnumMap<>(Criterion.class);
        own.putAll(words);
        words = Collections.unmodifiableMap(own);
        scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
    }

    /**
     * A score.
     *
     * @param answer what stands for this very score of this company: another word whenever the score is another
     * @param score 0-100
     */
    public record Given(String answer, double score) implements Serializable {

        /** Refuses a score outside 0-100. */
        public Given {
            Objects.requireNonNull(answer, "answer");
            if (!(score >= 0 && score <= 100)) {
                throw new IllegalArgumentException("A contributed score is 0-100, not " + score + ".");
            }
        }
    }
}
