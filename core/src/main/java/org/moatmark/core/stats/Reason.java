package org.moatmark.core.stats;

/** Why a statistic has no value on the data that were given: too little of them, or none of the spread that it needs. */
public enum Reason {
    /** Nothing is left to compute from, for instance because every cell is missing. */
    NO_VALUES("There is no value to compute from.", "計算に使える値がありません。"),

    /** There are values, but fewer than the formula needs. */
    TOO_FEW_VALUES("There are too few values for this statistic.", "この統計量を計算するには値の数が足りません。"),

    /** A spread is in the denominator, and there is none. */
    ALL_EQUAL("All values are equal.", "すべての値が同じです。"),

    /** Every group has a single value, so that nothing is known about the spread within groups. */
    NO_REPLICATION("No group has more than one value.", "値が2つ以上あるグループがありません。"),

    /** The values of every group are all equal, so that nothing can be measured by the spread within groups. */
    NO_SPREAD_WITHIN("Within every group all values are equal.", "どのグループの中でも値がすべて同じです。"),

    /** A mean of ratios is asked, and a value is below 0. */
    NEGATIVE_VALUE("A value is below zero.", "負の値があります。"),

    /** A share of the greatest value is asked, and that value is not above 0. */
    MAXIMUM_NOT_POSITIVE("The greatest value is not above zero.", "最大値がゼロ以下です。"),

    /** A reference, a target or a goalpost does not lie on the side of the values that the formula needs. */
    REFERENCE_OUT_OF_PLACE("The reference value does not differ from the end of the scale.", "基準値が尺度の端と同じで、距離を測れません。"),

    /** All weights of the values that are there are 0. */
    NO_WEIGHT("The values that are there have no weight.", "残っている値の重みの合計がゼロです。"),

    /** The caller's statistic gave NaN or an infinity on the data themselves. */
    STATISTIC_UNDEFINED("The statistic has no value on these data.", "このデータでは統計量の値が定まりません。"),

    /** The caller's statistic gave NaN or an infinity on more than a tenth of the resamples, or on a jackknife sample. */
    OFTEN_UNDEFINED("The statistic has no value on too many resamples.", "再標本の多くで統計量の値が定まりません。"),

    /** Every resample gave the same statistic. */
    RESAMPLES_ALL_EQUAL("All resamples give the same value.", "どの再標本からも同じ値しか得られません。"),

    /** The caller drew the resamples and ran no jackknife, from which the acceleration comes. */
    NO_JACKKNIFE("The acceleration is not known, because no jackknife was run.", "ジャックナイフを行っていないため、加速定数が分かりません。"),

    /** Leaving out any one value does not change the statistic, so that its acceleration is 0 / 0. */
    NO_INFLUENCE("No single value has an influence on the statistic.", "どの値を除いても統計量が変わりません。"),

    /** All resamples lie on one side of the statistic, or the correction runs off to infinity. */
    CORRECTION_UNBOUNDED(
            "The correction of the interval has no bound: the resamples lie too far to one side.",
            "再標本が片側に偏りすぎていて、区間の補正が定まりません。"),

    /** An iterative method did not settle. */
    NOT_CONVERGED("The calculation did not settle on a value.", "計算が収束しませんでした。");

    private final String en;
    private final String ja;

    Reason(String en, String ja) {
        this.en = en;
        this.ja = ja;
    }

    /**
     * The reason in English.
     *
     * @return a whole sentence
     */
    public String en() {
        return en;
    }

    /**
     * The reason in Japanese.
     *
     * @return a whole sentence
     */
    public String ja() {
        return ja;
    }
}
