package org.moatmark.core.psychometrics;

/**
 * The Spearman-Brown formula: the reliability of a test of another length.
 *
 * <p>{@code f r / (1 + (f - 1) r)} for a test whose reliability is r and that becomes f times as long by parallel items.
 *
 * <p>Sources: C. Spearman (1910), British Journal of Psychology 3(3), 271-295; W. Brown (1910), British Journal of
 * Psychology 3(3), 296-322.
 */
public final class SpearmanBrown {

    private SpearmanBrown() {}

    /**
     * The reliability of the longer or shorter test.
     *
     * @param reliability of the present test, -1 to 1
     * @param factor how many times as long the test becomes, above 0; below 1 it is shortened
     * @return the new reliability, at most 1
     * @throws IllegalArgumentException if an argument is out of its range, or the reliability is so negative that a test of
     *     that length has none ({@code 1 + (f - 1) r} is not above 0)
     */
    public static double steppedUp(double reliability, double factor) {
        if (!(reliability >= -1 && reliability <= 1) || !(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The Spearman-Brown formula needs a reliability from -1 to 1 and a factor" + " above 0, not "
                            + reliability + " and " + factor + ".");
        }
        double denominator = 1 + (factor - 1) * reliability;
        if (!(denominator > 0)) {
            throw new IllegalArgumentException("Parts that correlate " + reliability + " cannot be parallel in a test "
                    + factor + " times as long.");
        }
        return factor * reliability / denominator;
    }

    /**
     * How many times as long a test must become.
     *
     * @param reliability of the present test, above 0 and below 1
     * @param wanted reliability, above 0 and below 1
     * @return the factor
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public static double factorFor(double reliability, double wanted) {
        if (!(reliability > 0 && reliability < 1 && wanted > 0 && wanted < 1)) {
            throw new IllegalArgumentException(
                    "The length of a test can be found for reliabilities above 0 and below 1," + " not for "
                            + reliability + " and " + wanted + ".");
        }
        return wanted * (1 - reliability) / (reliability * (1 - wanted));
    }
}
