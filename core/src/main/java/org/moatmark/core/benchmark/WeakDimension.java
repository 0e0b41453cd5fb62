package org.moatmark.core.benchmark;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dimension in which the company is weak, and from whom to learn there.
 *
 * @param key key of the dimension
 * @param own the company's score
 * @param reference what it lies under
 * @param against what that is
 * @param examples companies that are strong there, those most similar elsewhere first
 */
public record WeakDimension(String key, double own, double reference, Against against, List<Example> examples)
        implements Serializable {

    /** Copies the list. */
    public WeakDimension {
        examples = List.copyOf(examples);
    }

    /** Under what a weak dimension lies. */
    public enum Against {
        /** The median of at least 10 peers. */
        PEER_MEDIAN("peerMedian"),
        /** The company's own index, where fewer than 10 peers have a score. */
        OWN_INDEX("ownIndex");

        private final String word;

        Against(String word) {
            this.word = word;
        }

        /**
         * The word in files.
         *
         * @return the word as it stands in results
         */
        public String word() {
            return word;
        }
    }

    /**
     * A company that is strong in a dimension.
     *
     * @param id its id
     * @param score its score there, at least 75, its band wholly above that of the company that is placed
     * @param distanceElsewhere the root of the mean squared difference over the other dimensions of which both have a
     *     score; null if these are fewer than half
     * @param ratings its ratings of 4 and 5 on the items there, with the raters' reasons
     * @param facts the facts on which these ratings rest, with their sources
     */
    public record Example(
            String id, double score, @Nullable Double distanceElsewhere, List<CaseRating> ratings, List<CaseFact> facts)
            implements Serializable {
        /** Copies the lists. */
        public Example {
            ratings = List.copyOf(ratings);
            facts = List.copyOf(facts);
        }
    }
}
