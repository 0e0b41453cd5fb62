package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.Objects;

/**
 * Whether somebody has moved further than the error of measurement explains: a change divided by its standard error.
 *
 * <p>The methods differ in what they take the change to be and in its error. {@link #jacobsonTruax} is the plain one,
 * and the one that rule S23 means. Those of Gulliksen, Lord and Novick, of Edwards and Nunnally, and of Nunnally and
 * Kotsch measure the second score from where regression to the mean would have put it; that of Hageman and Arrindell
 * shrinks the change itself; that of Christensen and Mendoza uses the correlation of the two scores instead of a
 * reliability; {@link #practised} takes out what everybody gains by being asked twice. All suppose normal errors. Rising
 * scores give an index above 0. Hageman and Arrindell themselves ask for 1.65 instead of {@link #CRITERION}.
 *
 * <p>The file is long because each method says its formula and source; the code is short.
 *
 * @param method how it was worked out
 * @param change the numerator: the change, adjusted as the method says, in points of the instrument
 * @param error its standard error, at least 0
 * @param index change divided by error; not computable if the error is 0; n is 1, the one person
 * @see <a href="https://doi.org/10.1207/s15327752jpa8201_11">S. Bauer, M. J. Lambert and S. L. Nielsen (2004), Clinical
 *     significance methods: a comparison of statistical techniques, Journal of Personality Assessment 82, 60-70</a>
 */
public record ReliableChange(Method method, double change, double error, Estimate index) implements Serializable {

    /** Beyond this a change is reliable: two-sided 5 % of a standard normal variable, as printed in the sources. */
    public static final double CRITERION = 1.96;

    /** How the index is worked out. */
    public enum Method {
        /** Jacobson and Truax. */
        JACOBSON_TRUAX,
        /** Christensen and Mendoza. */
        CHRISTENSEN_MENDOZA,
        /** Jacobson and Truax with both standard deviations, less the gain by practice. */
        PRACTISED,
        /** Gulliksen, Lord and Novick. */
        GULLIKSEN_LORD_NOVICK,
        /** Edwards and Nunnally. */
        EDWARDS_NUNNALLY,
        /** Nunnally and Kotsch. */
        NUNNALLY_KOTSCH,
        /** Hageman and Arrindell. */
        HAGEMAN_ARRINDELL
    }

    /** What a change amounts to. */
    public enum Verdict {
        /** Up, beyond the error of measurement. */
        RISEN,
        /** Not beyond the error of measurement, or not computable. */
        NOT_SHOWN,
        /** Down, beyond the error of measurement. */
        FALLEN
    }

    /** Refuses numbers that are not finite. */
    public ReliableChange {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(index, "index");
        if (!Double.isFinite(change) || !(error >= 0 && error < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "A change is a finite number with an error of at least 0, not " + change + " with " + error + ".");
        }
    }

    /**
     * {@code (after - before) / (sd * sqrt(2 * (1 - reliability)))}.
     *
     * @param before first score
     * @param after second score
     * @param sd standard deviation of first scores, at least 0
     * @param reliability of the instrument, from 0 to 1
     * @return the change
     * @throws IllegalArgumentException if a number is not finite or out of range
     * @see <a href="https://doi.org/10.1037/0022-006X.59.1.12">N. S. Jacobson and P. Truax (1991), Clinical significance: a
     *     statistical approach to defining meaningful change in psychotherapy research, Journal of Consulting and
     *     Clinical Psychology 59, 12-19, especially 14</a>
     */
    public static ReliableChange jacobsonTruax(double before, double after, double sd, double reliability) {
        double square = Guard.square(sd) * Guard.part(reliability, "reliability");
        return of(Method.JACOBSON_TRUAX, Guard.score(after) - Guard.score(before), 2 * (Guard.square(sd) - square));
    }

    /**
     * {@code (after - before) / sqrt(sdBefore^2 + sdAfter^2 - 2 * sdBefore * sdAfter * correlation)}.
     *
     * @param before first score
     * @param after second score
     * @param sdBefore standard deviation of first scores, at least 0
     * @param sdAfter standard deviation of second scores, at least 0
     * @param correlation of first and second scores, from -1 to 1
     * @return the change
     * @throws IllegalArgumentException if a number is not finite or out of range
     * @see <a href="https://doi.org/10.1016/S0005-7894(86)80060-0">L. Christensen and J. L. Mendoza (1986), A method of
     *     assessing change in a single subject: an alteration of the RC index, Behavior Therapy 17, 305-308</a>
     */
    public static ReliableChange christensenMendoza(
            double before, double after, double sdBefore, double sdAfter, double correlation) {
        return of(
                Method.CHRISTENSEN_MENDOZA,
                Guard.score(after) - Guard.score(before),
                differenceVariance(sdBefore, sdAfter, correlation));
    }

    /**
     * {@code (after - before - practice) / sqrt((sdBefore^2 + sdAfter^2) * (1 - reliability))}.
     *
     * @param before first score
     * @param after second score
     * @param practice what people gain on average by being asked twice
     * @param sdBefore standard deviation of first scores, at least 0
     * @param sdAfter standard deviation of second scores, at least 0
     * @param reliability between the two times, from 0 to 1
     * @return the change
     * @throws IllegalArgumentException if a number is not finite or out of range
     * @see <a href="https://doi.org/10.1037/0894-4105.7.1.41">G. J. Chelune, R. I. Naugle, H. Luders, J. Sedlak and I. A. Awad
     *     (1993), Individual change after epilepsy surgery: practice effects and base-rate information,
     *     Neuropsychology 7, 41-52</a>
     * @see "G. L. Iverson (2001), Interpreting change on the WAIS-III/WMS-III in
     *     clinical samples, Archives of Clinical Neuropsychology 16, 183-191"
     */
    public static ReliableChange practised(
            double before, double after, double practice, double sdBefore, double sdAfter, double reliability) {
        double both = Guard.square(sdBefore) + Guard.square(sdAfter);
        return of(
                Method.PRACTISED,
                Guard.score(after) - Guard.score(before) - Guard.score(practice),
                both - both * Guard.part(reliability, "reliability"));
    }

    /**
     * {@code (after - mean - reliability * (before - mean)) / (sd * sqrt(1 - reliability^2))}.
     *
     * @param before first score
     * @param after second score
     * @param mean mean of first scores
     * @param sd standard deviation of first scores, at least 0
     * @param reliability of the instrument, from 0 to 1
     * @return the change
     * @throws IllegalArgumentException if a number is not finite or out of range
     * @see "L. M. Hsu (1989), Reliable changes in psychotherapy: taking
     *     into account regression toward the mean, Behavioral Assessment 11, 459-467"
     */
    public static ReliableChange gulliksenLordNovick(
            double before, double after, double mean, double sd, double reliability) {
        return of(
                Method.GULLIKSEN_LORD_NOVICK,
                Guard.score(after) - trueScore(before, mean, reliability),
                Guard.square(sd) * (1 - reliability * reliability));
    }

    /**
     * {@code (after - mean - reliability * (before - mean)) / (sd * sqrt(1 - reliability))}.
     *
     * @param before first score
     * @param after second score
     * @param mean mean of first scores
     * @param sd standard deviation of first scores, at least 0
     * @param reliability of the instrument, from 0 to 1
     * @return the change
     * @throws IllegalArgumentException if a number is not finite or out of range
     * @see <a href="https://doi.org/10.1037/0022-006X.60.3.402">D. C. Speer (1992), Clinically significant change: Jacobson and
     *     Truax (1991) revisited, Journal of Consulting and Clinical Psychology 60, 402-408</a>
     */
    public static ReliableChange edwardsNunnally(
            double before, double after, double mean, double sd, double reliability) {
        return of(
                Method.EDWARDS_NUNNALLY,
                Guard.score(after) - trueScore(before, mean, reliability),
                Guard.square(sd) * (1 - reliability));
    }

    /**
     * {@code (after - mean - r * (before - mean)) / (sd * sqrt(r^2 * (1 - r) + 1 - reliabilityAfter))} with {@code r =
     * reliabilityBefore}.
     *
     * @param before first score
     * @param after second score
     * @param mean mean of first scores
     * @param sd standard deviation of first scores, at least 0
     * @param reliabilityBefore of the instrument at the first time, from 0 to 1
     * @param reliabilityAfter of the instrument at the second time, from 0 to 1
     * @return the change
     * @throws IllegalArgumentException if a number is not finite or out of range
     * @see "J. C. Nunnally and W. E. Kotsch (1983), Studies of
     *     individual subjects: logic and methods of analysis, British Journal of Clinical Psychology 22, 83-93"
     */
    public static ReliableChange nunnallyKotsch(
            double before, double after, double mean, double sd, double reliabilityBefore, double reliabilityAfter) {
        double r = Guard.part(reliabilityBefore, "reliability");
        return of(
                Method.NUNNALLY_KOTSCH,
                Guard.score(after) - trueScore(before, mean, r),
                Guard.square(sd) * (r * r * (1 - r) + 1 - Guard.part(reliabilityAfter, "reliability")));
    }

    /**
     * {@code ((after - before) * r + (meanAfter - meanBefore) * (1 - r)) / sqrt(r * 2 * sdBefore^2 * (1 - reliability))},
     * where r is the reliability of the difference: {@code 1 - 2 * e / (sdBefore^2 + sdAfter^2 - 2 * sdBefore * sdAfter *
     * correlation)} with the error variance {@code e = sdBefore^2 * (1 - reliability)}, the same at both times.
     *
     * @param before first score
     * @param after second score
     * @param group means, standard deviations and correlation of first and second scores
     * @param reliability of the instrument at the first time, from 0 to 1
     * @return the change; its index is not computable if the differences are nothing but error (r not above 0)
     * @throws IllegalArgumentException if a number is not finite or out of range
     * @see <a href="https://doi.org/10.1016/S0005-7967(99)00032-7">W. J. J. M. Hageman and W. A. Arrindell (1999), Establishing
     *     clinically significant change: increment of precision and the distinction between individual and group level
     *     of analysis, Behaviour Research and Therapy 37, 1169-1193</a>
     */
    public static ReliableChange hagemanArrindell(double before, double after, TwoWaves group, double reliability) {
        double error = Guard.square(group.sdBefore()) * (1 - Guard.part(reliability, "reliability"));
        double all = differenceVariance(group.sdBefore(), group.sdAfter(), group.correlation());
        double r = all > 0 ? 1 - 2 * error / all : 0;
        double change = Guard.score(after) - Guard.score(before);
        if (!(r > 0)) {
            return new ReliableChange(
                    Method.HAGEMAN_ARRINDELL,
                    change,
                    0,
                    Estimate.notComputable(
                            "The differences between the two times are nothing but error of measurement.",
                            "2時点の差は測定誤差だけで説明できます。"));
        }
        double mixed = change * r + (group.meanAfter() - group.meanBefore()) * (1 - r);
        return of(Method.HAGEMAN_ARRINDELL, mixed, r * 2 * error);
    }

    /**
     * What a group shows at two times.
     *
     * @param meanBefore mean of first scores
     * @param meanAfter mean of second scores
     * @param sdBefore standard deviation of first scores, at least 0
     * @param sdAfter standard deviation of second scores, at least 0
     * @param correlation of first and second scores, from -1 to 1
     */
    public record TwoWaves(double meanBefore, double meanAfter, double sdBefore, double sdAfter, double correlation)
            implements Serializable {
        /** Refuses numbers that are not finite or out of range. */
        public TwoWaves {
            Guard.score(meanBefore);
            Guard.score(meanAfter);
            differenceVariance(sdBefore, sdAfter, correlation);
        }
    }

    /**
     * How many points somebody has to move for the change to be reliable.
     *
     * @return {@link #CRITERION} times the error
     */
    public double reliablePoints() {
        return CRITERION * error;
    }

    /**
     * What the change amounts to.
     *
     * @return risen or fallen if the size of the index is above {@link #CRITERION}
     */
    public Verdict verdict() {
        double size = index.number().orElse(0);
        return size > CRITERION ? Verdict.RISEN : size < -CRITERION ? Verdict.FALLEN : Verdict.NOT_SHOWN;
    }

    private static ReliableChange of(Method method, double change, double variance) {
        double error = Math.sqrt(Math.max(variance, 0));
        Estimate index = error > 0 && Double.isFinite(change / error)
                ? Estimate.of(change / error, 1)
                : Estimate.notComputable(
                        "The standard error of the change is 0, so nothing can be divided by it.",
                        "変化の標準誤差が0のため、割り算ができません。");
        return new ReliableChange(method, change, error, index);
    }

    private static double trueScore(double before, double mean, double reliability) {
        return Guard.score(mean) + Guard.part(reliability, "reliability") * (Guard.score(before) - Guard.score(mean));
    }

    private static double differenceVariance(double sdBefore, double sdAfter, double correlation) {
        if (!(correlation >= -1 && correlation <= 1)) {
            throw new IllegalArgumentException("A correlation lies between -1 and 1, not at " + correlation + ".");
        }
        return Guard.square(sdBefore) + Guard.square(sdAfter) - 2 * sdBefore * sdAfter * correlation;
    }

    /** What scores, standard deviations and reliabilities must be. */
    private static final class Guard {

        static double score(double score) {
            if (!Double.isFinite(score)) {
                throw new IllegalArgumentException("A score is a finite number, not " + score + ".");
            }
            return score;
        }

        static double square(double sd) {
            if (!(sd >= 0 && sd < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("A standard deviation is finite and at least 0, not " + sd + ".");
            }
            return sd * sd;
        }

        static double part(double value, String what) {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("A " + what + " lies between 0 and 1, not at " + value + ".");
            }
            return value;
        }
    }
}
