package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moatmark.core.stats.SeededRandom;

class ItemResponseTest {

    private static final double NONE = Double.NaN;

    @ParameterizedTest
    @CsvSource({"1, 4", "2, 4", "3, 3", "4, 2", "5, 2"})
    void known_items_are_found_again_within_their_errors(long seed, int categories) {
        SeededRandom random = SeededRandom.of(seed);
        List<GradedItem> truth = Simulated.items(random, 10, categories);
        double[][] answers = Simulated.answers(random, truth, Simulated.abilities(random, 1500));

        ItemResponseFit.Fitted fit = ItemResponse.graded(Simulated.thinned(random, answers, 0.1), Slopes.free())
                .orThrow();

        int inside = 0;
        for (int i = 0; i < truth.size(); i++) {
            GradedItem found = fit.model().items().get(i);
            ItemErrors errors = fit.errors().get(i);
            inside += near(found.slope(), truth.get(i).slope(), errors.slope());
            for (int k = 0; k < categories - 1; k++) {
                inside += near(
                        found.intercepts().get(k),
                        truth.get(i).intercepts().get(k),
                        errors.intercepts().get(k));
                assertThat(found.thresholds().get(k))
                        .as("seed %d", seed)
                        .isCloseTo(
                                truth.get(i).thresholds().get(k),
                                within(4.5 * errors.thresholds().get(k).orThrow()));
            }
        }
        assertThat(inside / (10.0 * categories))
                .as("share within 1.96 errors, seed %d", seed)
                .isGreaterThan(0.82);
    }

    private static int near(double found, double truth, Estimate error) {
        return Math.abs(found - truth) < 1.96 * error.orThrow() ? 1 : 0;
    }

    @Test
    void abilities_are_found_again_within_their_errors() {
        SeededRandom random = SeededRandom.of(11);
        List<GradedItem> items = Simulated.items(random, 15, 5);
        double[] truth = Simulated.abilities(random, 1000);
        double[][] answers = Simulated.answers(random, items, truth);

        List<Ability> found = new GradedModel(items, Quadrature.DEFAULT).eap(answers);

        int inside = 0;
        for (int p = 0; p < truth.length; p++) {
            Ability.Placed ability = found.get(p).orThrow();
            inside += Math.abs(ability.theta() - truth[p]) < 1.96 * ability.error() ? 1 : 0;
        }
        assertThat(inside).isBetween(930, 970);
    }

    @Test
    void the_order_of_the_respondents_changes_no_digit() {
        SeededRandom random = SeededRandom.of(5);
        double[][] answers = Simulated.answers(random, Simulated.items(random, 6, 3), Simulated.abilities(random, 200));
        List<double[]> shuffled = new ArrayList<>(Arrays.asList(answers));
        Collections.shuffle(shuffled, new Random(5));

        assertThat(ItemResponse.graded(shuffled.toArray(double[][]::new), Slopes.free()))
                .isEqualTo(ItemResponse.graded(answers, Slopes.free()));
    }

    @Test
    void what_the_categories_are_called_changes_nothing_but_their_names() {
        SeededRandom random = SeededRandom.of(6);
        double[][] answers = Simulated.answers(random, Simulated.items(random, 5, 3), Simulated.abilities(random, 150));
        double[][] renamed = Arrays.stream(answers)
                .map(row -> Arrays.stream(row).map(x -> 10 * x - 0.5).toArray())
                .toArray(double[][]::new);

        ItemResponseFit.Fitted one = ItemResponse.graded(answers, Slopes.free()).orThrow();
        ItemResponseFit.Fitted other =
                ItemResponse.graded(renamed, Slopes.free()).orThrow();

        assertThat(other.logLikelihood()).isEqualTo(one.logLikelihood());
        assertThat(other.model().items().get(2).intercepts())
                .isEqualTo(one.model().items().get(2).intercepts());
        assertThat(other.model().items().get(2).categories()).containsExactly(9.5, 19.5, 29.5);
    }

    @Test
    void an_item_keyed_the_other_way_gets_the_opposite_slope() {
        SeededRandom random = SeededRandom.of(7);
        double[][] answers = Simulated.answers(random, Simulated.items(random, 6, 4), Simulated.abilities(random, 400));
        double[][] turned = Arrays.stream(answers).map(double[]::clone).toArray(double[][]::new);
        for (double[] row : turned) {
            row[3] = 5 - row[3];
        }

        ItemResponseFit.Fitted one = ItemResponse.graded(answers, Slopes.free()).orThrow();
        ItemResponseFit.Fitted other =
                ItemResponse.graded(turned, Slopes.free()).orThrow();

        assertThat(other.logLikelihood()).isCloseTo(one.logLikelihood(), within(1e-7));
        assertThat(other.model().items().get(3).slope())
                .isCloseTo(-one.model().items().get(3).slope(), within(1e-3));
    }

    @Test
    void an_item_that_nobody_answered_at_all_changes_nothing() {
        SeededRandom random = SeededRandom.of(8);
        double[][] answers = Simulated.answers(random, Simulated.items(random, 5, 3), Simulated.abilities(random, 150));
        double[][] wider = Arrays.stream(answers)
                .map(row -> new double[] {row[0], NONE, row[1], row[2], row[3], row[4], 2})
                .toArray(double[][]::new);

        ItemResponseFit.Fitted fit = ItemResponse.graded(wider, Slopes.free()).orThrow();

        assertThat(fit.logLikelihood())
                .isEqualTo(ItemResponse.graded(answers, Slopes.free()).orThrow().logLikelihood());
        assertThat(fit.model().items()).extracting(GradedItem::column).containsExactly(0, 2, 3, 4, 5);
        assertThat(fit.leftOut())
                .extracting(LeftOut::index, out -> out.why().en())
                .containsExactly(
                        tuple(1, "Nobody answered column 1."),
                        tuple(6, "Everybody who answered column 6 gave the same answer."));
    }

    @Test
    void respondents_without_an_answer_are_not_counted() {
        double[][] answers = {{1, 0}, {NONE, NONE}, {0, 1}, {1, 1}, {0, 0}, {1, 1}, {0, 0}};

        ItemResponseFit fit = ItemResponse.dichotomous(answers, Slopes.fixed(1), FitSettings.DEFAULT);

        assertThat(fit.respondents()).isEqualTo(6);
        assertThat(fit.isConverged()).isTrue();
    }

    @Test
    void items_that_split_respondents_perfectly_do_not_converge_and_say_so() {
        double[][] guttman = new double[60][3];
        for (int p = 0; p < guttman.length; p++) {
            for (int i = 0; i < 3; i++) {
                guttman[p][i] = p >= 15 * (i + 1) ? 1 : 0;
            }
        }

        ItemResponseFit fit = ItemResponse.twoParameter(guttman);

        assertThat(fit.isConverged()).isFalse();
        assertThatThrownBy(fit::orThrow)
                .hasMessageMatching("The slope of column \\d grows without bound: its answers split the respondents"
                        + " almost perfectly\\.");
        assertThat(((ItemResponseFit.Fitted) fit).errors().get(0).slope())
                .isEqualTo(Estimate.notComputable("The fit did not converge.", "推定が収束していません。"));
    }

    @Test
    void a_fit_that_runs_out_of_steps_says_so() {
        SeededRandom random = SeededRandom.of(9);
        double[][] answers = Simulated.answers(random, Simulated.items(random, 6, 4), Simulated.abilities(random, 300));

        ItemResponseFit fit = ItemResponse.graded(answers, Slopes.free(), FitSettings.DEFAULT.withIterations(2));

        assertThat(((ItemResponseFit.Fitted) fit).convergence())
                .isInstanceOfSatisfying(Convergence.Stopped.class, stopped -> {
                    assertThat(stopped.why().en()).isEqualTo("The fit did not converge in 2 steps.");
                    assertThat(stopped.why().ja()).isEqualTo("2回の反復では収束しませんでした。");
                    assertThat(stopped.gradient()).isPositive();
                    assertThat(stopped.remaining()).isGreaterThan(1e-9);
                });
        assertThatThrownBy(fit::orThrow).hasMessage("The fit did not converge in 2 steps.");
    }

    @Test
    void without_different_answers_there_is_nothing_to_fit() {
        ItemResponseFit none = ItemResponse.graded(new double[][] {{1, 2}, {1, 2}}, Slopes.free());
        ItemResponseFit empty = ItemResponse.graded(new double[][] {}, Slopes.free());
        ItemResponseFit one = ItemResponse.graded(new double[][] {{1, 2}, {1, 3}}, Slopes.free());

        assertThatThrownBy(none::orThrow).hasMessage("No item has two different answers, so there is nothing to fit.");
        assertThat(none.leftOut()).hasSize(2);
        assertThatThrownBy(empty::orThrow).hasMessage("No item has two different answers, so there is nothing to fit.");
        assertThatThrownBy(one::orThrow)
                .hasMessage("One item alone says nothing about its slope; at least two items are needed.");
    }

    @Test
    void independent_answers_of_two_items_still_end_as_a_value() {
        double[][] answers = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};

        ItemResponseFit fit = ItemResponse.twoParameter(answers);

        assertThat(fit).isInstanceOf(ItemResponseFit.Fitted.class);
        assertThat(((ItemResponseFit.Fitted) fit).errors().get(0).slope().number())
                .isEmpty();
    }

    @Test
    void a_fit_can_be_sent_elsewhere() throws IOException, ClassNotFoundException {
        ItemResponseFit fit =
                ItemResponse.graded(new double[][] {{1, 0}, {0, 1}, {1, 1}, {0, 0}, {1, 1}}, Slopes.fixed(1));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(fit);
        }

        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(fit);
        }
    }

    @Test
    void callers_mistakes_are_named() {
        assertThatThrownBy(() -> ItemResponse.twoParameter(new double[][] {{0, 1}, {1, 2}, {1, 3}}))
                .hasMessage("Column 1 of the answers has 3 different answers; this model takes two.");
        assertThatThrownBy(() -> ItemResponse.twoParameter(new double[][] {{0, 1}, {1}}))
                .hasMessage("Row 1 of the answers has 1 columns; the first has 2.");
        assertThatThrownBy(() -> ItemResponse.twoParameter(new double[][] {{0, Double.POSITIVE_INFINITY}}))
                .hasMessage("Row 0, column 1 of the answers is infinite.");
        double[][] measurements = new double[51][1];
        Arrays.setAll(measurements, row -> new double[] {row});
        assertThatThrownBy(() -> ItemResponse.graded(measurements, Slopes.free()))
                .hasMessage(
                        "Column 0 of the answers has 51 different answers; an item response model takes at most 50.");
        assertThatThrownBy(() -> Slopes.fixed(0)).hasMessage("A fixed slope is finite and above 0, not 0.0.");
        assertThatThrownBy(() -> FitSettings.DEFAULT.withIterations(0))
                .hasMessage("A fit takes at least 1 step and a tolerance above 0, not 0 steps and 1.0E-9.");
        assertThatThrownBy(() -> new Quadrature(4, -6, 6))
                .hasMessage("A quadrature has 5 to 2000 points on a finite range, not 4 from -6.0 to 6.0.");
    }
}
