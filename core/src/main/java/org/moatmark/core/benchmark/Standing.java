package org.moatmark.core.benchmark;

import java.io.Serializable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.scoring.Reason;

/** What can be said of where a company stands, which depends on how many others have a score there (rules S18, S19). */
public sealed interface Standing extends Serializable {

    /** From how many companies on a percentile is said. */
    int PERCENTILE_FROM = 30;

    /** From how many companies on a rank band is said. */
    int RANK_FROM = 10;

    /**
     * A percentile: at least 30 companies.
     *
     * @param percent the mid-rank percentile of the score among the peers, 0-100; scores within 1e-9 count as equal
     * @param low the lower end of its 90 % interval: the 5th percentile, over the resampled peer groups, of the mid-rank
     *     percentile of the lower end of the company's own band
     * @param high the upper end: the 95th percentile of that of the upper end of its band
     * @param rank the ranks that it can have
     */
    record Percentile(double percent, double low, double high, RankBand rank) implements Standing {
        /** Refuses a percentile outside its interval, and NaN. */
        public Percentile {
            if (!(low >= 0 && low <= percent && percent <= high && high <= 100)) {
                throw new IllegalArgumentException(
                        "Percentile " + percent + " does not lie from " + low + " to " + high + " in 0-100.");
            }
        }
    }

    /**
     * A rank band: 10 to 29 companies.
     *
     * @param rank the ranks that it can have
     * @param n how many companies there are
     */
    record Ranked(RankBand rank, int n) implements Standing {}

    /**
     * The points alone: fewer than 10 companies.
     *
     * @param n how many companies there are
     */
    record PointsOnly(int n) implements Standing {}

    /**
     * Nothing, since the company has no score there.
     *
     * @param reason why it has none
     */
    record Nowhere(Reason reason) implements Standing {}

    /**
     * The word in files.
     *
     * @return {@code percentile}, {@code rank}, {@code points} or {@code none}
     */
    default String word() {
        if (this instanceof Percentile) {
            return "percentile";
        } else if (this instanceof Ranked) {
            return "rank";
        }
        return this instanceof PointsOnly ? "points" : "none";
    }

    /**
     * Why that much is said and not more.
     *
     * @return a sentence
     */
    default Words why() {
        if (this instanceof Ranked ranked) {
            return new Words(
                    "Percentiles need " + PERCENTILE_FROM + " companies; " + ranked.n()
                            + " have a score here, so that ranks and points are shown.",
                    "パーセンタイルには" + PERCENTILE_FROM + "社が必要ですが、ここで得点があるのは" + ranked.n() + "社なので、順位の幅と各社の点だけを示します。");
        } else if (this instanceof PointsOnly points) {
            return new Words(
                    "Ranks need " + RANK_FROM + " companies; " + points.n()
                            + " have a score here, so that points alone are shown.",
                    "順位には" + RANK_FROM + "社が必要ですが、ここで得点があるのは" + points.n() + "社なので、各社の点だけを示します。");
        } else if (this instanceof Nowhere nowhere) {
            Words reason = nowhere.reason().words();
            return new Words(
                    "The company has no score here (" + reason.en() + ").", "この会社にはここでの得点がありません（" + reason.ja() + "）。");
        }
        return new Words(
                "At least " + PERCENTILE_FROM + " companies have a score here.", PERCENTILE_FROM + "社以上にここでの得点があります。");
    }
}
