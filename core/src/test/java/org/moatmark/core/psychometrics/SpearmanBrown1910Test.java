package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.moatmark.core.reference.ReferenceCase;

class SpearmanBrown1910Test {

    @Test
    void the_formula_agrees() {
        ReferenceCase given = ReferenceCase.of("spearman_brown");
        double[] steppedUp = Arrays.stream(ReferenceCase.numbers("spearman_brown.csv", "r", "factor"))
                .mapToDouble(row -> SpearmanBrown.steppedUp(row[0], row[1]))
                .toArray();

        given.check("stepped_up", steppedUp);
        given.check("stepped_up_formula", steppedUp);
    }

    @Test
    void the_length_for_a_wanted_reliability_turns_the_formula_round() {
        assertThat(SpearmanBrown.factorFor(0.6, SpearmanBrown.steppedUp(0.6, 3.5)))
                .isCloseTo(3.5, within(1e-12));
        assertThat(SpearmanBrown.steppedUp(1, 7)).isEqualTo(1);
        assertThat(SpearmanBrown.steppedUp(0, 7)).isZero();
    }

    @Test
    void refuses_what_has_no_answer() {
        assertThatThrownBy(() -> SpearmanBrown.steppedUp(1.1, 2))
                .hasMessage(
                        "The Spearman-Brown formula needs a reliability from -1 to 1 and a factor above 0, not 1.1 and"
                                + " 2.0.");
        assertThatThrownBy(() -> SpearmanBrown.steppedUp(-1, 2))
                .hasMessage("Parts that correlate -1.0 cannot be parallel in a test 2.0 times as long.");
        assertThatThrownBy(() -> SpearmanBrown.factorFor(0, 0.8))
                .hasMessage("The length of a test can be found for reliabilities above 0 and below 1, not for 0.0 and"
                        + " 0.8.");
    }
}
