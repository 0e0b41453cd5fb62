package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.moatmark.core.stats.SeededRandom;

class GuttmanErrorsTest {

    private static final double NA = Double.NaN;

    @Test
    void a_small_table_can_be_checked_by_hand() {
        // Popularity 4, 3, 2, 1 of 5. Only the last row errs: it took step 3 without step 2 (one pair).
        double[][] answers = {{1, 1, 1, 1}, {1, 1, 0, 0}, {1, 1, 0, 0}, {0, 0, 0, 0}, {1, 0, 1, 0}};
        GuttmanErrors errors = GuttmanErrors.byPopularity(answers);

        assertThat(errors.mean().orThrow()).isCloseTo(1 / 5.0, within(1e-15));
        assertThat(errors.flawed().orThrow()).isCloseTo(1 / 5.0, within(1e-15));
        // Two steps of four: at most 2 * 2 = 4 errors; three rows stand between the ends.
        assertThat(errors.normed().orThrow()).isCloseTo((0 + 0 + 1 / 4.0) / 3, within(1e-15));
        // By chance 5 * ((1-.8)(.6+.4+.2) + (1-.6)(.4+.2) + (1-.4)(.2)) = 5 * (.24 + .24 + .12) = 3.
        assertThat(errors.scalability().orThrow()).isCloseTo(1 - 1 / 3.0, within(1e-14));
    }

    @Test
    void items_with_several_categories_are_taken_apart_into_steps() {
        // Steps in order: A>=2 (3 of 4), B>=2 (2), A>=3 (1), B>=3 (1). The last row has B>=2 and B>=3 but no A.
        double[][] answers = {{3, 2}, {2, 1}, {2, 1}, {1, 3}};
        GuttmanErrors errors = GuttmanErrors.byPopularity(answers);

        // Places 2 and 4 make 6, three more than 1 + 2; the most with two steps is B>=2 and B>=3 too.
        assertThat(errors.mean().orThrow()).isCloseTo(3 / 4.0, within(1e-15));
        assertThat(errors.normed()).isEqualTo(Estimate.of(1 / 4.0, 4));
    }

    @Test
    void a_perfect_scale_has_no_error_and_full_scalability() {
        GuttmanErrors errors = GuttmanErrors.byPopularity(new double[][] {{0, 0, 0}, {1, 0, 0}, {1, 1, 0}, {1, 1, 1}});

        assertThat(errors.mean().orThrow()).isZero();
        assertThat(errors.normed().orThrow()).isZero();
        assertThat(errors.scalability().orThrow()).isEqualTo(1);
    }

    @Test
    void the_order_that_was_laid_down_need_not_be_that_of_popularity() {
        double[][] reached = {{0, 1}, {0, 1}, {1, 1}, {0, 0}};

        assertThat(GuttmanErrors.byPopularity(reached).mean().orThrow()).isZero();
        GuttmanErrors laidDown = GuttmanErrors.inOrder(reached);
        assertThat(laidDown.flawed().orThrow()).isEqualTo(0.5);
        assertThat(laidDown.normed().orThrow()).isCloseTo(2 / 2.0, within(1e-15));
        // By chance 4 * .75 * .75 = 2.25 errors, found 2.
        assertThat(laidDown.scalability().orThrow()).isCloseTo(1 - 2 / 2.25, within(1e-15));
    }

    @Test
    void unrelated_items_have_no_scalability_and_a_common_ability_gives_some() {
        SeededRandom random = SeededRandom.of(8);
        double[][] noise = new double[5000][6];
        double[][] scale = new double[5000][6];
        for (int row = 0; row < noise.length; row++) {
            double theta = 2 * random.nextGaussian();
            for (int i = 0; i < 6; i++) {
                noise[row][i] = random.nextInt(4);
                scale[row][i] =
                        Math.max(0, Math.min(3, Math.round(1.5 + theta - i / 3.0 + 0.5 * random.nextGaussian())));
            }
        }

        assertThat(GuttmanErrors.byPopularity(noise).scalability().orThrow()).isCloseTo(0, within(0.02));
        assertThat(GuttmanErrors.byPopularity(scale).scalability().orThrow()).isGreaterThan(0.7);
        assertThat(GuttmanErrors.byPopularity(scale).normed().orThrow()).isBetween(0.0, 0.1);
    }

    @Test
    void counting_pairs_one_by_one_gives_the_same() {
        SeededRandom random = SeededRandom.of(9);
        double[][] answers = new double[60][5];
        for (double[] row : answers) {
            for (int i = 0; i < 5; i++) {
                row[i] = random.nextDouble() < 0.2 + 0.15 * i ? 1 : 0;
            }
        }
        int[] popular = new int[5];
        for (double[] row : answers) {
            for (int i = 0; i < 5; i++) {
                popular[i] += (int) row[i];
            }
        }
        int pairs = 0;
        for (double[] row : answers) {
            for (int easy = 0; easy < 5; easy++) {
                for (int hard = 0; hard < 5; hard++) {
                    boolean easier = popular[easy] > popular[hard] || (popular[easy] == popular[hard] && easy < hard);
                    pairs += easier && row[easy] == 0 && row[hard] == 1 ? 1 : 0;
                }
            }
        }

        assertThat(GuttmanErrors.byPopularity(answers).mean().orThrow()).isCloseTo(pairs / 60.0, within(1e-14));
    }

    @Test
    void missing_rows_are_counted_and_nothing_to_compare_is_no_value() {
        GuttmanErrors some = GuttmanErrors.byPopularity(new double[][] {{1, NA}, {1, 0}, {0, 1}, {1, 0}});
        assertThat(some.n()).isEqualTo(3);
        assertThat(some.incomplete()).isEqualTo(1);

        GuttmanErrors none = GuttmanErrors.byPopularity(new double[][] {{1, 1}, {1, 0}});
        assertThat(none.mean()).isInstanceOf(Estimate.NotComputable.class);
        assertThat(GuttmanErrors.byPopularity(new double[0][]).n()).isZero();
        assertThat(GuttmanErrors.byPopularity(new double[][] {{0, 0}, {1, 1}}).normed())
                .isInstanceOf(Estimate.NotComputable.class);
    }

    @Test
    void levels_are_reached_or_not() {
        assertThatThrownBy(() -> GuttmanErrors.inOrder(new double[][] {{2}}))
                .hasMessage("A level is reached (1), not reached (0) or unknown (NaN), and not 2.0.");
    }
}
