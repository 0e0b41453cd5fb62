package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moatmark.core.stats.SeededRandom;

class ReliableChangeTest {

    private static final double MEAN = 50;
    private static final double SD = 10;

    private static double index(ReliableChange change) {
        return change.index().orThrow();
    }

    @Test
    void by_hand() {
        assertThat(index(ReliableChange.jacobsonTruax(40, 52, SD, 0.82))).isEqualTo(2, within(1e-12));
        assertThat(index(ReliableChange.christensenMendoza(40, 52, 3, 4, 0))).isEqualTo(12 / 5.0, within(1e-12));
        assertThat(index(ReliableChange.practised(40, 52, 2, 6, 8, 0.75))).isEqualTo(10 / 5.0, within(1e-12));
        assertThat(index(ReliableChange.gulliksenLordNovick(40, 54, MEAN, SD, 0.6)))
                .isEqualTo((4 + 6) / 8.0, within(1e-12));
        assertThat(index(ReliableChange.edwardsNunnally(40, 55, MEAN, SD, 0.75)))
                .isEqualTo((5 + 7.5) / 5, within(1e-12));
        assertThat(index(ReliableChange.nunnallyKotsch(40, 55, MEAN, SD, 0.5, 0.875)))
                .isEqualTo((5 + 5) / 5.0, within(1e-12));
        ReliableChange.TwoWaves group = new ReliableChange.TwoWaves(50, 54, 10, 10, 0.5);
        assertThat(index(ReliableChange.hagemanArrindell(40, 52, group, 0.9)))
                .isEqualTo((12 * 0.8 + 4 * 0.2) / Math.sqrt(0.8 * 20), within(1e-12));
    }

    @Test
    void the_verdict_needs_more_than_the_criterion() {
        assertThat(ReliableChange.jacobsonTruax(40, 52, SD, 0.82).verdict()).isEqualTo(ReliableChange.Verdict.RISEN);
        assertThat(ReliableChange.jacobsonTruax(52, 40, SD, 0.82).verdict()).isEqualTo(ReliableChange.Verdict.FALLEN);
        assertThat(ReliableChange.jacobsonTruax(40, 51, SD, 0.82).verdict())
                .isEqualTo(ReliableChange.Verdict.NOT_SHOWN);
    }

    @Test
    void without_error_there_is_no_index() {
        ReliableChange change = ReliableChange.jacobsonTruax(40, 52, SD, 1);

        assertThat(change.index().number()).isEmpty();
        assertThat(change.verdict()).isEqualTo(ReliableChange.Verdict.NOT_SHOWN);
        assertThatThrownBy(() -> change.index().orThrow())
                .hasMessage("The standard error of the change is 0, so nothing can be divided by it.");
        assertThat(ReliableChange.jacobsonTruax(40, 52, 0, 0.5).index().number())
                .isEmpty();
    }

    @Test
    void differences_that_are_all_error_have_no_index() {
        ReliableChange.TwoWaves group = new ReliableChange.TwoWaves(50, 54, 10, 10, 0.9);

        assertThatThrownBy(() -> ReliableChange.hagemanArrindell(40, 52, group, 0.8)
                        .index()
                        .orThrow())
                .hasMessage("The differences between the two times are nothing but error of measurement.");
    }

    /** People whose true score stays are called changed in 5 % of all cases, by the methods that say so. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void of_people_who_did_not_change_one_in_twenty_is_called_changed(long seed) {
        SeededRandom random = SeededRandom.of(seed);
        double reliability = 0.8;
        int n = 20_000;
        int plain = 0;
        int regressed = 0;
        for (int i = 0; i < n; i++) {
            double truth = MEAN + SD * Math.sqrt(reliability) * random.nextGaussian();
            double before = truth + SD * Math.sqrt(1 - reliability) * random.nextGaussian();
            double after = truth + SD * Math.sqrt(1 - reliability) * random.nextGaussian();
            plain += called(ReliableChange.jacobsonTruax(before, after, SD, reliability));
            regressed += called(ReliableChange.gulliksenLordNovick(before, after, MEAN, SD, reliability));
        }
        assertThat(plain / (double) n).as("seed %d", seed).isCloseTo(0.05, within(0.006));
        assertThat(regressed / (double) n).as("seed %d", seed).isCloseTo(0.05, within(0.006));
    }

    private static int called(ReliableChange change) {
        return change.verdict() == ReliableChange.Verdict.NOT_SHOWN ? 0 : 1;
    }

    @Test
    void cutoffs_face_the_strong_population_wherever_it_lies() {
        CutoffScores higherIsBetter = new CutoffScores(40, 5, 60, 10);
        CutoffScores lowerIsBetter = new CutoffScores(60, 10, 40, 5);

        assertThat(higherIsBetter.beyondWeak()).isEqualTo(50);
        assertThat(higherIsBetter.withinStrong()).isEqualTo(40);
        assertThat(higherIsBetter.between()).isEqualTo(lowerIsBetter.between()).isCloseTo(46.667, within(1e-3));
        assertThat(lowerIsBetter.beyondWeak()).isEqualTo(40);
        assertThat(lowerIsBetter.withinStrong()).isEqualTo(50);
    }

    @Test
    void callers_mistakes_are_named() {
        assertThatThrownBy(() -> ReliableChange.jacobsonTruax(Double.NaN, 1, 1, 0.5))
                .hasMessage("A score is a finite number, not NaN.");
        assertThatThrownBy(() -> ReliableChange.jacobsonTruax(1, 1, -1, 0.5))
                .hasMessage("A standard deviation is finite and at least 0, not -1.0.");
        assertThatThrownBy(() -> ReliableChange.jacobsonTruax(1, 1, 1, 1.5))
                .hasMessage("A reliability lies between 0 and 1, not at 1.5.");
        assertThatThrownBy(() -> ReliableChange.christensenMendoza(1, 1, 1, 1, -2))
                .hasMessage("A correlation lies between -1 and 1, not at -2.0.");
        assertThatThrownBy(() -> new CutoffScores(40, 0, 60, 10))
                .hasMessage("Standard deviations of populations are finite and above 0, not 0.0 and 10.0.");
        assertThatThrownBy(() -> new CutoffScores(40, 1, 40, 10))
                .hasMessage("Means of two populations are finite and differ, not 40.0 and 40.0.");
    }
}
