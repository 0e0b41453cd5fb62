package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.moatmark.core.issue.Words;
import org.moatmark.core.stats.SeededRandom;

class ItemFitTest {

    private static final double NA = Double.NaN;

    private static RaschItem item(int column, double... thresholds) {
        List<Estimate> errors = java.util.Arrays.stream(thresholds)
                .mapToObj(any -> Estimate.of(1, 10))
                .toList();
        List<Double> categories = java.util.stream.IntStream.rangeClosed(0, thresholds.length)
                .mapToObj(k -> (double) k)
                .toList();
        return new RaschItem(
                column, categories, java.util.Arrays.stream(thresholds).boxed().toList(), errors);
    }

    private static RaschFit.Fitted model(RaschItem... items) {
        return new RaschFit.Fitted(List.of(items), new Convergence.Converged(1, 0, 0), -1, 10, List.of());
    }

    @Test
    void two_equal_items_can_be_checked_by_hand() {
        // Who has one of two equally hard items right stands at their difficulty: E = 1/2, W = 1/4, z = +-1.
        List<ItemFit> fits =
                ItemFit.of(model(item(0, 0), item(1, 0)), new double[][] {{1, 0}, {0, 1}, {1, 0}, {1, 1}, {0, 0}});

        assertThat(fits).allSatisfy(fit -> {
            assertThat(fit.n()).isEqualTo(3);
            assertThat(fit.infit().orThrow()).isCloseTo(1, within(1e-12));
            assertThat(fit.outfit().orThrow()).isCloseTo(1, within(1e-12));
        });
    }

    @Test
    void a_surprise_far_off_moves_outfit_more_than_infit() {
        // By hand: an easy item (-2) and a hard one (2); one right puts the ability at 0, where E = 0.8808 and 0.1192.
        double p = 1 / (1 + Math.exp(-2));
        double expected = (1 - p) * (1 - p);
        double surprised = p * p;
        double w = p * (1 - p);
        ItemFit easy = ItemFit.of(model(item(0, -2), item(1, 2)), new double[][] {{1, 0}, {1, 0}, {0, 1}})
                .get(0);

        assertThat(easy.outfit().orThrow()).isCloseTo((2 * expected / w + surprised / w) / 3, within(1e-12));
        assertThat(easy.infit().orThrow()).isCloseTo((2 * expected + surprised) / (3 * w), within(1e-12));
    }

    @Test
    void where_the_model_made_the_answers_mean_squares_are_near_one() {
        SeededRandom random = SeededRandom.of(3);
        double[][] answers = new double[4000][12];
        for (double[] row : answers) {
            double theta = random.nextGaussian();
            for (int i = 0; i < row.length; i++) {
                row[i] = random.nextDouble() < 1 / (1 + Math.exp(i / 6.0 - 1 - theta)) ? 1 : 0;
            }
        }
        List<ItemFit> fits = ItemFit.of(RaschConditional.dichotomous(answers).orThrow(), answers);

        assertThat(fits).hasSize(12).allSatisfy(fit -> {
            assertThat(fit.infit().orThrow()).isBetween(0.85, 1.05);
            assertThat(fit.outfit().orThrow()).isBetween(0.8, 1.15);
        });
    }

    @Test
    void an_item_that_is_noise_stands_out() {
        SeededRandom random = SeededRandom.of(4);
        double[][] answers = new double[2000][8];
        for (double[] row : answers) {
            double theta = 1.5 * random.nextGaussian();
            for (int i = 0; i < row.length; i++) {
                boolean noise = i == 7;
                row[i] = random.nextDouble() < 1 / (1 + Math.exp(noise ? 0 : i / 4.0 - 1 - theta)) ? 1 : 0;
            }
        }
        List<ItemFit> fits = ItemFit.of(RaschConditional.dichotomous(answers).orThrow(), answers);

        assertThat(fits.get(7).infitZ().orThrow()).isGreaterThan(5);
        assertThat(fits.subList(0, 7))
                .allSatisfy(fit -> assertThat(fit.infit().orThrow())
                        .isLessThan(fits.get(7).infit().orThrow()));
    }

    @Test
    void missing_answers_are_left_out_and_the_order_of_respondents_says_nothing() {
        RaschFit.Fitted model = model(item(0, -1, 1), item(1, 0), item(2, 0.5));
        double[][] answers = {{2, 0, NA}, {1, 1, 0}, {NA, 1, NA}, {0, NA, 1}, {2, 1, 1}};
        List<ItemFit> fits = ItemFit.of(model, answers);

        assertThat(fits).extracting(ItemFit::n).containsExactly(3, 2, 2);
        double[][] turned = {answers[3], answers[4], answers[0], answers[2], answers[1]};
        assertThat(ItemFit.of(model, turned).get(0).infit().orThrow())
                .isCloseTo(fits.get(0).infit().orThrow(), within(1e-14));
    }

    @Test
    void a_model_that_did_not_converge_is_compared_with_nothing() {
        RaschFit.Fitted stopped = new RaschFit.Fitted(
                List.of(item(0, 0), item(1, 0)),
                new Convergence.Stopped(new Words("It stopped.", "止まりました。"), 3, 1, 1),
                -1,
                10,
                List.of());

        assertThat(ItemFit.of(stopped, new double[][] {{1, 0}}))
                .extracting(fit -> ((Estimate.NotComputable) fit.outfit()).why().en())
                .containsOnly("The model did not converge, so nothing can be compared with it.");
    }

    @Test
    void nobody_between_the_ends_leaves_no_value() {
        List<ItemFit> fits = ItemFit.of(model(item(0, 0), item(1, 0)), new double[][] {{1, 1}, {0, 0}, {1, 0}});

        assertThat(fits.get(0).infit()).isInstanceOf(Estimate.NotComputable.class);
        assertThat(fits.get(0).n()).isEqualTo(1);
    }

    @Test
    void answers_that_the_model_does_not_know_are_refused() {
        assertThatThrownBy(() -> ItemFit.of(model(item(0, 0), item(1, 0)), new double[][] {{1, 2}}))
                .hasMessage("Row 0, column 1: answer 2.0 is none of the item's categories [0.0, 1.0].");
        assertThatThrownBy(() -> ItemFit.of(model(item(0, 0), item(1, 0)), new double[][] {{1}}))
                .hasMessage("Row 0 has 1 cells, but the model has an item of column 1.");
    }
}
