package org.moatmark.core.psychometrics;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;

/** Places respondents on the scale of one model; the curves are worked out once for all of them. */
final class AbilityScoring {

    private static final int STEPS = 100;
    private static final double EXACT = 1e-10;
    private static final int MISSING = -1;
    private static final int UNKNOWN = -2;
    private static final Ability NOTHING =
            new Ability.NotPlaced(new Words("Nothing that the model knows was answered.", "モデルに含まれる設問に1つも回答がありません。"));

    private final GradedModel model;
    private final double[] points;
    private final double[] weights;
    /** {@code [item]}: first row of the item in the table, and behind the last the number of all. */
    private final int[] rowAt;

    private final double[][] table;

    AbilityScoring(GradedModel model) {
        this.model = model;
        points = model.quadrature().points();
        weights = model.quadrature().weights();
        List<GradedItem> items = model.items();
        rowAt = new int[items.size() + 1];
        for (int i = 0; i < items.size(); i++) {
            rowAt[i + 1] = rowAt[i] + items.get(i).categories().size();
        }
        table = new double[rowAt[items.size()]][points.length];
        for (int i = 0; i < items.size(); i++) {
            for (int q = 0; q < points.length; q++) {
                double[] probabilities = items.get(i).probabilities(points[q]);
                for (int k = 0; k < probabilities.length; k++) {
                    table[rowAt[i] + k][q] = probabilities[k];
                }
            }
        }
    }

    Ability eap(double[] answers) {
        int[] codes = codes(answers);
        Ability none = withoutAnswer(answers, codes);
        if (none != null) {
            return none;
        }
        double[] posterior = weights.clone();
        int answered = 0;
        for (int i = 0; i < codes.length; i++) {
            if (codes[i] >= 0) {
                multiply(posterior, table[rowAt[i] + codes[i]], ++answered);
            }
        }
        double sum = 0;
        double first = 0;
        for (int q = 0; q < points.length; q++) {
            sum += posterior[q];
            first += posterior[q] * points[q];
        }
        double theta = first / sum;
        double second = 0;
        for (int q = 0; q < points.length; q++) {
            double off = points[q] - theta;
            second += posterior[q] * off * off;
        }
        return new Ability.Placed(theta, Math.sqrt(second / sum), answered);
    }

    /** Multiplies, and keeps the greatest product near 1 by powers of two, which no digit notices. */
    private static void multiply(double[] posterior, double[] by, int answered) {
        for (int q = 0; q < posterior.length; q++) {
            posterior[q] *= by[q];
        }
        if (answered % 8 == 0) {
            double greatest = 0;
            for (double weight : posterior) {
                greatest = Math.max(greatest, weight);
            }
            double scale = StrictMath.scalb(1.0, -StrictMath.getExponent(greatest));
            for (int q = 0; q < posterior.length; q++) {
                posterior[q] *= scale;
            }
        }
    }

    /** Newton's method; the logarithm of the posterior is strictly concave, so that there is one summit. */
    Ability map(double[] answers) {
        int[] codes = codes(answers);
        Ability none = withoutAnswer(answers, codes);
        if (none != null) {
            return none;
        }
        double theta = 0;
        double curvature = 1;
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        for (int step = 0; step < STEPS; step++) {
            double slope = -theta;
            curvature = 1;
            for (int i = 0; i < model.items().size(); i++) {
                if (codes[i] >= 0) {
                    double[] bends = model.items().get(i).logCurve(codes[i], theta);
                    slope += bends[0];
                    curvature -= bends[1];
                }
            }
            low = slope > 0 ? theta : low;
            high = slope < 0 ? theta : high;
            double next = theta + slope / curvature;
            boolean inside = next > low && next < high;
            double moved = inside ? next - theta : (low + high) / 2 - theta;
            if (Math.abs(slope / curvature) < EXACT) {
                break;
            }
            theta += Math.max(-2, Math.min(2, moved));
        }
        int answered = (int) Arrays.stream(codes).filter(code -> code >= 0).count();
        return new Ability.Placed(theta, 1 / Math.sqrt(curvature), answered);
    }

    /** The category of every item that was chosen, or what else there is. */
    private int[] codes(double[] answers) {
        int[] codes = new int[model.items().size()];
        for (int i = 0; i < codes.length; i++) {
            GradedItem item = model.items().get(i);
            if (item.column() >= answers.length) {
                throw new IllegalArgumentException("The row of answers has " + answers.length
                        + " columns; the model has an item of column " + item.column() + ".");
            }
            double answer = answers[item.column()];
            int category = item.categories().indexOf(answer + 0.0);
            codes[i] = Double.isNaN(answer) ? MISSING : category < 0 ? UNKNOWN : category;
        }
        return codes;
    }

    /** Why there is no ability, or null if there is one. */
    private @Nullable Ability withoutAnswer(double[] answers, int[] codes) {
        boolean answered = false;
        for (int i = 0; i < codes.length; i++) {
            if (codes[i] == UNKNOWN) {
                int column = model.items().get(i).column();
                return new Ability.NotPlaced(new Words(
                        "Column " + column + ": answer " + answers[column] + " is not one that the model knows.",
                        "列" + column + ":回答" + answers[column] + "はモデルにありません。"));
            }
            answered |= codes[i] >= 0;
        }
        return answered ? null : NOTHING;
    }
}
