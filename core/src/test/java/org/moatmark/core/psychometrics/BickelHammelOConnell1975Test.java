package org.moatmark.core.psychometrics;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.moatmark.core.reference.ReferenceCase;

/** Admissions to Berkeley (Bickel, Hammel and O'Connell 1975): are women treated otherwise within departments? */
class BickelHammelOConnell1975Test {

    private final ReferenceCase given = ReferenceCase.of("instrument");

    @Test
    void the_test_and_the_odds_ratio_agree_with_r() {
        double[] cells = given.list("berkeley");
        List<double[]> people = new ArrayList<>();
        for (int cell = 0; cell < cells.length; cell++) {
            double admitted = cell % 2 == 0 ? 1 : 0;
            double woman = cell % 4 < 2 ? 0 : 1;
            for (int i = 0; i < cells[cell]; i++) {
                people.add(new double[] {admitted, cell / 4, woman});
            }
        }
        int n = people.size();
        double[] answers = people.stream().mapToDouble(row -> row[0]).toArray();
        double[] departments = people.stream().mapToDouble(row -> row[1]).toArray();
        boolean[] men = new boolean[n];
        for (int i = 0; i < n; i++) {
            men[i] = people.get(i)[2] == 0;
        }
        // R gives the odds of men over those of women, so that men are the focal group here.
        DifferentialUse use = DifferentialUse.of(answers, departments, men);

        double log = use.logOdds().orThrow();
        double reach = 1.959963984540054 * use.logOddsError().orThrow();
        given.check("berkeley_chi_squared", use.chiSquared().orThrow());
        given.check("berkeley_p", use.p().orThrow());
        given.check("berkeley_odds_ratio", Math.exp(log));
        given.check("berkeley_odds_ratio_95", new double[] {Math.exp(log - reach), Math.exp(log + reach)});
    }
}
