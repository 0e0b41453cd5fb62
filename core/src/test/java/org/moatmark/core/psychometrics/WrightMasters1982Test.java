package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.moatmark.core.reference.ReferenceCase;

/** Infit and outfit after Wright and Masters (1982), as the R package eRm works them out on three tables. */
class WrightMasters1982Test {

    private static final ReferenceCase GIVEN = ReferenceCase.of("instrument");

    private static double[] each(List<ItemFit> fits, Function<ItemFit, Estimate> what) {
        return fits.stream().mapToDouble(fit -> what.apply(fit).orThrow()).toArray();
    }

    private static List<ItemFit> fits(double[][] answers) {
        return ItemFit.of(RaschConditional.partialCredit(answers).orThrow(), answers);
    }

    private static void check(String name, double[][] answers) {
        List<ItemFit> fits = fits(answers);

        GIVEN.check(name + "_infit", each(fits, ItemFit::infit));
        GIVEN.check(name + "_outfit", each(fits, ItemFit::outfit));
        GIVEN.check(name + "_infit_z", each(fits, ItemFit::infitZ));
        GIVEN.check(name + "_outfit_z", each(fits, ItemFit::outfitZ));
        assertThat(fits).allSatisfy(fit -> GIVEN.check(name + "_respondents", fit.n()));
    }

    @Test
    void the_fit_of_right_and_wrong_answers_agrees() {
        List<double[]> rows = new ArrayList<>();
        for (double[] pattern : ReferenceCase.numbers("irt_lsat6_patterns.csv")) {
            for (int i = 0; i < pattern[5]; i++) {
                rows.add(new double[] {pattern[0], pattern[1], pattern[2], pattern[3], pattern[4]});
            }
        }

        check("lsat6", rows.toArray(double[][]::new));
    }

    @Test
    void the_fit_of_graded_answers_agrees() {
        check("science", ReferenceCase.numbers("irt_science_grm.csv"));
    }

    @Test
    void the_fit_of_eleven_leadership_items_agrees() {
        String[] items = IntStream.rangeClosed(1, 11)
                .mapToObj(i -> i < 10 ? "LEAD0" + i : "LEAD" + i)
                .toArray(String[]::new);
        List<ItemFit> fits = fits(ReferenceCase.numbers("group_lq2002.csv", items));

        GIVEN.check("lq2002_infit", each(fits, ItemFit::infit));
        GIVEN.check("lq2002_outfit", each(fits, ItemFit::outfit));
    }
}
