package org.moatmark.core.psychometrics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.moatmark.core.issue.Words;
import org.moatmark.core.stats.Cholesky;

/**
 * The models of Rasch and Masters by conditional maximum likelihood: the item parameters that make the answers
 * likeliest given every respondent's sum, on which alone the ability depends. Nothing is assumed about the abilities.
 *
 * <p>Answers are {@code double[respondents][items]}; every different answer of a column is a category, in ascending
 * order, and counts 0, 1, 2 and so on. {@code NaN} is a missing answer: respondents are compared with those who
 * answered the same items. Respondents with fewer than two answers, or with all at the bottom or all at the top, say
 * nothing and are not counted; columns in which nobody or everybody says the same are left out and named. Thresholds
 * are shifted so that the difficulties, the means of the thresholds of each item, have mean 0; standard errors, from
 * the exact conditional information, are of the thresholds so shifted.
 *
 * <p>With two categories there is a maximum exactly if the items cannot be parted in two such that nobody who was right
 * on one of the first was wrong on one of the others; where they can, the result says so.
 *
 * @see <a href="https://doi.org/10.1111/j.2517-6161.1970.tb00842.x">E. B. Andersen (1970), Asymptotic properties of
 *     conditional maximum likelihood estimators, Journal of the Royal Statistical Society B 32, 283-301</a>
 * @see <a href="https://doi.org/10.1007/BF02293919">G. H. Fischer (1981), On the existence and uniqueness of
 *     maximum-likelihood estimates in the Rasch model, Psychometrika 46, 59-77</a>
 * @see <a href="https://doi.org/10.1007/BF02296272">G. N. Masters (1982), A Rasch model for partial credit scoring,
 *     Psychometrika 47, 149-174</a>
 */
public final class RaschConditional {

    private static final int ITERATIONS = 200;
    private static final double TOLERANCE = 1e-10;
    /** No answers settle a threshold that is this uncertain. */
    private static final double HOPELESS_ERROR = 100;

    private RaschConditional() {}

    /**
     * Fits the model of Rasch.
     *
     * @param answers {@code double[respondents][items]} with at most two different answers per column, the higher one
     *     being right, NaN for a missing answer; not modified
     * @return the model, or why there is none
     * @throws IllegalArgumentException if rows differ in length, an answer is infinite or a column has more than two
     *     different answers
     */
    public static RaschFit dichotomous(double[][] answers) {
        ResponsePatterns data = ResponsePatterns.of(answers);
        for (int i = 0; i < data.columns.length; i++) {
            if (data.categories.get(i).size() > 2) {
                throw new IllegalArgumentException("Column " + data.columns[i] + " of the answers has "
                        + data.categories.get(i).size() + " different answers; this model takes two.");
            }
        }
        return fit(data);
    }

    /**
     * Fits the partial credit model: Rasch's with any number of ordered categories. Its thresholds need not rise, so
     * that they can show levels that are not in order.
     *
     * @param answers {@code double[respondents][items]}, NaN for a missing answer; not modified
     * @return the model, or why there is none
     * @throws IllegalArgumentException if rows differ in length, an answer is infinite or a column has more than 50
     *     different answers
     */
    public static RaschFit partialCredit(double[][] answers) {
        return fit(ResponsePatterns.of(answers));
    }

    private static RaschFit fit(ResponsePatterns data) {
        ConditionalLikelihood likelihood = new ConditionalLikelihood(data);
        if (data.columns.length < 2 || likelihood.respondents == 0) {
            return new RaschFit.NotFitted(
                    new Words(
                            "Items are compared through respondents who answered two items differently well; there are"
                                    + " none.",
                            "2つ以上の設問に異なる出来で回答した人がいないため、設問を比較できません。"),
                    likelihood.respondents,
                    data.leftOut);
        }
        if (data.mostCategories() == 2) {
            List<Integer> apart = apart(data);
            if (!apart.isEmpty()) {
                return new RaschFit.NotFitted(parted(apart), likelihood.respondents, data.leftOut);
            }
        }
        double[] start = new double[likelihood.parameters()];
        Ascent ascent = Ascent.climb(likelihood, start, ITERATIONS, TOLERANCE);
        likelihood.height(ascent.place);
        double[][] toThresholds = toThresholds(likelihood, data.columns.length);
        double[] errors = errors(likelihood, toThresholds);
        Convergence convergence = convergence(ascent, errors);
        return new RaschFit.Fitted(
                items(data, likelihood, times(toThresholds, ascent.place), errors, convergence),
                convergence,
                ascent.height,
                likelihood.respondents,
                data.leftOut);
    }

    /** Columns such that nobody who was right on one of them was wrong on one of the others; none if there are none. */
    private static List<Integer> apart(ResponsePatterns data) {
        int items = data.columns.length;
        boolean[][] better = new boolean[items][items];
        for (int[] pattern : data.patterns) {
            for (int i = 0; i < items; i++) {
                for (int j = 0; j < items; j++) {
                    better[i][j] |= pattern[i] == 1 && pattern[j] == 0;
                }
            }
        }
        boolean[] forward = reached(better, false);
        boolean[] backward = reached(better, true);
        boolean whole = IntStream.range(0, items).allMatch(i -> forward[i]);
        return IntStream.range(0, items)
                .filter(i -> whole ? !backward[i] : forward[i])
                .mapToObj(i -> data.columns[i])
                .toList();
    }

    /** Items that can be reached from the first one, each step from a solved to a failed item or the other way. */
    private static boolean[] reached(boolean[][] better, boolean backward) {
        int items = better.length;
        boolean[] reached = new boolean[items];
        int[] open = new int[items];
        int end = 1;
        reached[0] = true;
        for (int at = 0; at < end; at++) {
            for (int j = 0; j < items; j++) {
                boolean step = backward ? better[j][open[at]] : better[open[at]][j];
                if (step && !reached[j]) {
                    reached[j] = true;
                    open[end++] = j;
                }
            }
        }
        return reached;
    }

    private static Words parted(List<Integer> columns) {
        String list = columns.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return new Words(
                "The items cannot be compared: no respondent was right on one of columns " + list
                        + " and wrong on one of the others.",
                "設問を比較できません。列" + list + "のいずれかに正答し、それ以外のいずれかに誤答した回答者がいません。");
    }

    private static Convergence convergence(Ascent ascent, double[] errors) {
        double gradient = GradedHill.largest(ascent.gradient);
        boolean settled = errors.length > 0 && GradedHill.largest(errors) < HOPELESS_ERROR;
        if (ascent.end == Ascent.End.SUMMIT && settled) {
            return new Convergence.Converged(ascent.steps, gradient, ascent.remaining);
        }
        Words why = ascent.end == Ascent.End.OUT_OF_STEPS
                ? new Words(
                        "The fit did not converge in " + ascent.steps + " steps.", ascent.steps + "回の反復では収束しませんでした。")
                : new Words(
                        "A threshold grows without bound: the answers do not settle every category.",
                        "閾値が際限なく大きくなります。回答からはすべての選択段階が定まりません。");
        return new Convergence.Stopped(why, ascent.steps, gradient, ascent.remaining);
    }

    /**
     * The linear map from log weights to thresholds that are shifted to difficulties with mean 0: threshold k of an
     * item is the log weight of the category below less its own. It takes the common shift, in which the likelihood is
     * flat, to 0.
     */
    private static double[][] toThresholds(ConditionalLikelihood likelihood, int items) {
        int parameters = likelihood.parameters();
        double[][] map = new double[parameters][parameters];
        double[] mean = new double[parameters];
        for (int i = 0; i < items; i++) {
            int first = likelihood.parameterAt[i];
            int count = likelihood.parameterAt[i + 1] - first;
            for (int k = 0; k < count; k++) {
                map[first + k][first + k] = -1;
                if (k > 0) {
                    map[first + k][first + k - 1] = 1;
                }
            }
            mean[first + count - 1] = -1.0 / (count * items);
        }
        for (double[] row : map) {
            for (int at = 0; at < parameters; at++) {
                row[at] -= mean[at];
            }
        }
        return map;
    }

    /** Standard errors of the thresholds, or none if the information cannot be inverted. */
    private static double[] errors(ConditionalLikelihood likelihood, double[][] toThresholds) {
        Cholesky factor = Cholesky.of(likelihood.curvature()).orElse(null);
        if (factor == null) {
            return new double[0];
        }
        double[] errors = new double[toThresholds.length];
        for (int row = 0; row < errors.length; row++) {
            double[] solved = factor.solve(toThresholds[row]);
            double variance = 0;
            for (int at = 0; at < solved.length; at++) {
                variance += toThresholds[row][at] * solved[at];
            }
            errors[row] = Math.sqrt(Math.max(variance, 0));
        }
        return errors;
    }

    private static List<RaschItem> items(
            ResponsePatterns data,
            ConditionalLikelihood likelihood,
            double[] thresholds,
            double[] errors,
            Convergence convergence) {
        Estimate none = Estimate.notComputable("The fit did not converge.", "推定が収束していません。");
        List<RaschItem> items = new ArrayList<>();
        for (int i = 0; i < data.columns.length; i++) {
            List<Double> own = new ArrayList<>();
            List<Estimate> ownErrors = new ArrayList<>();
            for (int at = likelihood.parameterAt[i]; at < likelihood.parameterAt[i + 1]; at++) {
                own.add(thresholds[at]);
                ownErrors.add(convergence.isConverged() ? Estimate.of(errors[at], likelihood.respondents) : none);
            }
            items.add(new RaschItem(data.columns[i], data.categories.get(i), own, ownErrors));
        }
        return items;
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[matrix.length];
        for (int row = 0; row < matrix.length; row++) {
            for (int at = 0; at < vector.length; at++) {
                product[row] += matrix[row][at] * vector[at];
            }
        }
        return product;
    }
}
