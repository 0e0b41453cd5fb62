package org.moatmark.core.psychometrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.moatmark.core.issue.Words;
import org.moatmark.core.stats.Cholesky;

/**
 * Item response models by marginal maximum likelihood: the parameters of the items that make the answers likeliest when
 * the ability of the respondents is a standard normal variable.
 *
 * <p>Answers are {@code double[respondents][items]}; every different answer of a column is a category, in ascending
 * order, so that answers 1 to 5 and 0 to 4 mean the same; a category that nobody chose does not exist. {@code NaN} is a
 * missing answer: it takes no part (answers are taken to be missing at random). Rows without an answer are not counted;
 * columns in which nobody or everybody says the same are left out and named. The order of the respondents changes
 * nothing, not even the last digit.
 *
 * <p>The fit climbs the marginal log-likelihood with expectation steps, each followed by a Newton step for every item
 * with the expected information of the complete data, bent by a limited-memory quasi-Newton correction. It has
 * converged when the next step is expected to raise the log-likelihood by less than the tolerance. Where it has not,
 * the result says why: the steps ran out, or a slope grows beyond what the points of the quadrature can resolve, as it
 * does where an item splits the respondents almost perfectly.
 *
 * <p>Standard errors come from the inverse of the observed information.
 *
 * @see <a href="https://doi.org/10.1007/BF02293801">R. D. Bock and M. Aitkin (1981), Marginal maximum likelihood
 *     estimation of item parameters: application of an EM algorithm, Psychometrika 46, 443-459</a>
 * @see <a href="https://doi.org/10.1007/BF03372160">F. Samejima (1969), Estimation of latent ability using a response
 *     pattern of graded scores, Psychometrika Monograph 17</a>
 */
public final class ItemResponse {

    private ItemResponse() {}

    /**
     * Fits a graded response model.
     *
     * @param answers {@code double[respondents][items]}, NaN for a missing answer; not modified
     * @param slopes which slopes are allowed
     * @return the model, or why there is none
     * @throws IllegalArgumentException if rows differ in length, an answer is infinite or a column has more than 50
     *     different answers
     */
    public static ItemResponseFit graded(double[][] answers, Slopes slopes) {
        return graded(answers, slopes, FitSettings.DEFAULT);
    }

    /**
     * Fits a graded response model.
     *
     * @param answers {@code double[respondents][items]}, NaN for a missing answer; not modified
     * @param slopes which slopes are allowed
     * @param settings how it is fitted
     * @return the model, or why there is none
     * @throws IllegalArgumentException if rows differ in length, an answer is infinite or a column has more than 50
     *     different answers
     */
    public static ItemResponseFit graded(double[][] answers, Slopes slopes, FitSettings settings) {
        ResponsePatterns data = ResponsePatterns.of(answers);
        if (data.columns.length == 0) {
            return new ItemResponseFit.NotFitted(
                    new Words(
                            "No item has two different answers, so there is nothing to fit.",
                            "異なる回答が2つ以上ある設問がなく、推定できません。"),
                    data.respondents,
                    data.leftOut);
        }
        if (data.columns.length < 2 && !(slopes instanceof Slopes.Fixed)) {
            return new ItemResponseFit.NotFitted(
                    new Words(
                            "One item alone says nothing about its slope; at least two items are needed.",
                            "設問が1つだけでは傾きを推定できません。2つ以上の設問が必要です。"),
                    data.respondents,
                    data.leftOut);
        }
        return fit(new GradedHill(data, slopes, settings.quadrature()), settings);
    }

    /**
     * Fits the two-parameter logistic model, which is the graded response model for items with two categories.
     *
     * @param answers {@code double[respondents][items]} with at most two different answers per column, the higher one
     *     being right, NaN for a missing answer; not modified
     * @return the model, or why there is none
     * @throws IllegalArgumentException if rows differ in length, an answer is infinite or a column has more than two
     *     different answers
     * @see <a href="https://doi.org/10.1007/BF02291262">R. D. Bock and M. Lieberman (1970), Fitting a response model for n
     *     dichotomously scored items, Psychometrika 35, 179-197</a>
     */
    public static ItemResponseFit twoParameter(double[][] answers) {
        return dichotomous(answers, Slopes.free(), FitSettings.DEFAULT);
    }

    /**
     * Fits a logistic model for items with two categories: with free slopes the two-parameter model, with a common or a
     * fixed slope that of Rasch by marginal maximum likelihood. {@link RaschConditional} fits it without an assumption
     * about the abilities.
     *
     * @param answers {@code double[respondents][items]} with at most two different answers per column, the higher one
     *     being right, NaN for a missing answer; not modified
     * @param slopes which slopes are allowed
     * @param settings how it is fitted
     * @return the model, or why there is none
     * @throws IllegalArgumentException if rows differ in length, an answer is infinite or a column has more than two
     *     different answers
     */
    public static ItemResponseFit dichotomous(double[][] answers, Slopes slopes, FitSettings settings) {
        ResponsePatterns data = ResponsePatterns.of(answers);
        for (int i = 0; i < data.columns.length; i++) {
            if (data.categories.get(i).size() > 2) {
                throw new IllegalArgumentException("Column " + data.columns[i] + " of the answers has "
                        + data.categories.get(i).size() + " different answers; this model takes two.");
            }
        }
        return graded(answers, slopes, settings);
    }

    private static ItemResponseFit fit(GradedHill hill, FitSettings settings) {
        Ascent ascent = Ascent.climb(hill, hill.start(), settings.iterations(), settings.tolerance());
        double[] all = hill.free.spread(ascent.place);
        MarginalLikelihood likelihood = hill.likelihood;
        ResponsePatterns data = likelihood.data;
        List<GradedItem> items = new ArrayList<>();
        for (int i = 0; i < likelihood.items; i++) {
            double[] part = Arrays.copyOfRange(all, likelihood.parameterAt[i] + 1, likelihood.parameterAt[i + 1]);
            List<Double> intercepts = Arrays.stream(part).boxed().toList();
            items.add(new GradedItem(
                    data.columns[i], data.categories.get(i), all[likelihood.parameterAt[i]], intercepts));
        }
        Convergence convergence = convergence(ascent, hill);
        return new ItemResponseFit.Fitted(
                new GradedModel(items, settings.quadrature()),
                errors(hill, all, convergence, settings),
                convergence,
                ascent.height,
                hill.free.count(),
                data.respondents,
                data.leftOut);
    }

    private static Convergence convergence(Ascent ascent, GradedHill hill) {
        double gradient = GradedHill.largest(ascent.gradient);
        return switch (ascent.end) {
            case SUMMIT -> new Convergence.Converged(ascent.steps, gradient, ascent.remaining);
            case OUT_OF_STEPS ->
                new Convergence.Stopped(
                        new Words(
                                "The fit did not converge in " + ascent.steps + " steps.",
                                ascent.steps + "回の反復では収束しませんでした。"),
                        ascent.steps,
                        gradient,
                        ascent.remaining);
            case HOPELESS ->
                new Convergence.Stopped(tooSteep(hill.steep(ascent.place)), ascent.steps, gradient, ascent.remaining);
            case STUCK ->
                new Convergence.Stopped(
                        new Words(
                                "The fit stopped after " + ascent.steps
                                        + " steps: no further step raised the log-likelihood.",
                                ascent.steps + "回の反復で停止しました。これ以上、対数尤度が増えません。"),
                        ascent.steps,
                        gradient,
                        ascent.remaining);
        };
    }

    private static Words tooSteep(int column) {
        return new Words(
                "The slope of column " + column
                        + " grows without bound: its answers split the respondents almost perfectly.",
                "列" + column + "の傾きが際限なく大きくなります。回答が回答者をほぼ完全に二分しています。");
    }

    private static List<ItemErrors> errors(
            GradedHill hill, double[] all, Convergence convergence, FitSettings settings) {
        MarginalLikelihood likelihood = hill.likelihood;
        if (settings.errors() == FitSettings.Errors.NONE) {
            return none(likelihood, "Standard errors were not asked for.", "標準誤差は求められていません。");
        }
        if (!convergence.isConverged()) {
            return none(likelihood, "The fit did not converge.", "推定が収束していません。");
        }
        likelihood.evaluate(all);
        Optional<Cholesky> factor = Cholesky.of(hill.observedInformation());
        if (factor.isEmpty()) {
            return none(
                    likelihood,
                    "The observed information cannot be inverted: the answers do not settle every parameter.",
                    "観測情報行列の逆行列を計算できません。回答からはすべての母数が定まりません。");
        }
        double[][] covariances = factor.get().inverse();
        List<ItemErrors> errors = new ArrayList<>();
        for (int i = 0; i < likelihood.items; i++) {
            errors.add(errors(hill, all, i, covariances));
        }
        return errors;
    }

    private static ItemErrors errors(GradedHill hill, double[] all, int item, double[][] covariances) {
        int slope = hill.likelihood.parameterAt[item];
        int n = hill.likelihood.data.respondents;
        double a = all[slope];
        double varA = hill.free.covariance(covariances, slope, slope);
        List<Estimate> intercepts = new ArrayList<>();
        List<Estimate> thresholds = new ArrayList<>();
        for (int at = slope + 1; at < hill.likelihood.parameterAt[item + 1]; at++) {
            double varD = hill.free.covariance(covariances, at, at);
            double both = hill.free.covariance(covariances, slope, at);
            double b = -all[at] / a;
            intercepts.add(Estimate.of(Math.sqrt(varD), n));
            double varB = (varD + b * b * varA + 2 * b * both) / (a * a);
            thresholds.add(
                    varB >= 0 && varB < Double.POSITIVE_INFINITY
                            ? Estimate.of(Math.sqrt(varB), n)
                            : Estimate.notComputable("The slope is 0, so there is no threshold.", "傾きが0のため、閾値がありません。"));
        }
        Estimate ofSlope = hill.free.isFree(slope)
                ? Estimate.of(Math.sqrt(varA), n)
                : Estimate.notComputable("The slope is given and not estimated.", "傾きは固定されており、推定されていません。");
        return new ItemErrors(ofSlope, intercepts, thresholds);
    }

    private static List<ItemErrors> none(MarginalLikelihood likelihood, String en, String ja) {
        Estimate none = Estimate.notComputable(en, ja);
        List<ItemErrors> errors = new ArrayList<>();
        for (int i = 0; i < likelihood.items; i++) {
            List<Estimate> each =
                    Collections.nCopies(likelihood.parameterAt[i + 1] - likelihood.parameterAt[i] - 1, none);
            errors.add(new ItemErrors(none, each, each));
        }
        return errors;
    }
}
