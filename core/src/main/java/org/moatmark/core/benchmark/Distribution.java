package org.moatmark.core.benchmark;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.TextMap;

/**
 * How the scores of a group of cases are spread, at every node.
 *
 * @param group which cases
 * @param places the index first and then every node in tree order
 * @param methodHash method hash of the questionnaire on which they were rated
 * @param honesty what the library is and what it is not
 */
public record Distribution(PeerGroup group, List<Place> places, String methodHash, TextMap honesty)
        implements Serializable {

    /** The definition of the quantiles, by the number that Hyndman and Fan gave it: linear, as in R and spreadsheets. */
    public static final int QUANTILE_TYPE = 7;

    /** The percentages at which quantiles are given. */
    public static final List<Integer> PERCENTAGES = List.of(5, 10, 25, 50, 75, 90, 95);

    /** Copies the list. */
    public Distribution {
        places = List.copyOf(places);
    }

    /**
     * The index or one node.
     *
     * @param key key of the node, or {@link Measure#INDEX}
     * @param title its name
     * @param n how many cases of the group have a score there
     * @param quantiles the scores at {@link #PERCENTAGES}; null under 10 cases, whose points say more
     * @param mean their mean, as it is and shrunk
     * @param points the cases, the highest first
     * @param card what belongs to these numbers
     */
    public record Place(
            String key,
            TextMap title,
            int n,
            @Nullable List<Double> quantiles,
            GroupMean mean,
            List<PeerPoint> points,
            Card card)
            implements Serializable {
        /** Copies the lists. */
        public Place {
            quantiles = quantiles == null ? null : List.copyOf(quantiles);
            points = List.copyOf(points);
        }
    }
}
