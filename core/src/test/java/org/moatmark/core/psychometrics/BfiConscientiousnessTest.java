package org.moatmark.core.psychometrics;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.moatmark.core.reference.ReferenceCase;

/** Conscientiousness items of the BFI with holes in them, replaced or scored by other people's software. */
class BfiConscientiousnessTest {

    private static final ReferenceCase BFI = ReferenceCase.of("missing_bfi_c");
    private static final double[][] ANSWERS = ReferenceCase.numbers("missing_bfi_c.csv");
    private static final String EXPECTED = "missing_bfi_c_expected.csv";

    private static double[][] columns(String prefix) {
        return ReferenceCase.numbers(
                EXPECTED,
                List.of("C1", "C2", "C3", "C4", "C5").stream()
                        .map(item -> prefix + item)
                        .toArray(String[]::new));
    }

    private static double[][] scores(double missing, Function<HalfRule, List<Estimate>> what) {
        return Arrays.stream(ANSWERS)
                .map(row -> what.apply(HalfRule.of(row, 1, 6, missing)).stream()
                        .mapToDouble(score -> score.number().orElse(Double.NaN))
                        .toArray())
                .toArray(double[][]::new);
    }

    @Test
    void two_way_imputation() {
        double[][] ours = Imputation.twoWay(ANSWERS, 0, 6).values();

        BFI.check("two_way", columns("twoway_"), ours);
        BFI.check(
                "two_way",
                ReferenceCase.numbers(EXPECTED, "twoway_sum"),
                Arrays.stream(ours)
                        .map(row -> new double[] {Arrays.stream(row).sum()})
                        .toArray(double[][]::new));
    }

    @Test
    void person_mean_and_item_mean() {
        BFI.check(
                "person_mean",
                columns("personmean_"),
                Imputation.personMean(ANSWERS).values());
        BFI.check(
                "item_mean", columns("itemmean_"), Imputation.itemMean(ANSWERS).values());
    }

    @Test
    void overall_mean() {
        double mean = Arrays.stream(ANSWERS)
                .flatMapToDouble(Arrays::stream)
                .filter(answer -> !Double.isNaN(answer))
                .average()
                .orElseThrow();

        BFI.check("overall_mean", mean);
    }

    @Test
    void half_rule() {
        BFI.check(
                "half_rule",
                ReferenceCase.numbers(EXPECTED, "half_rule_sum", "half_rule_mean", "half_rule_pomp_0_100"),
                scores(HalfRule.HALF, rule -> List.of(rule.sum(), rule.mean(), rule.percent())));
        BFI.check(
                "rule40_sum", ReferenceCase.numbers(EXPECTED, "rule40_sum"), scores(0.4, rule -> List.of(rule.sum())));
    }
}
