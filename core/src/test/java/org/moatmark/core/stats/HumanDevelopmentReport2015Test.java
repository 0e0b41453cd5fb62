package org.moatmark.core.stats;

import org.junit.jupiter.api.Test;
import org.moatmark.core.reference.ReferenceCase;

/**
 * Human Development Report 2015, table 1 (values of 2014) by technical note 1: goalposts with caps, the logarithm of
 * income, and a geometric mean.
 */
class HumanDevelopmentReport2015Test {

    @Test
    void the_index_of_thirteen_countries() {
        ReferenceCase report = ReferenceCase.of("hdi_2014");
        double[][] rows =
                ReferenceCase.numbers("hdi_2014.csv", "life_expectancy", "expected_schooling", "mean_schooling", "gni");
        Rescale life = Rescale.goalposts(20, 85);
        Rescale expected = Rescale.goalposts(0, 18);
        Rescale schooling = Rescale.goalposts(0, 15);
        Rescale income = Rescale.goalposts(StrictMath.log(100), StrictMath.log(75000));
        double[][] columns = new double[5][rows.length];
        for (int i = 0; i < rows.length; i++) {
            double[] row = rows[i];
            columns[0][i] = life.apply(row[0]);
            columns[1][i] = WeightedMean.ARITHMETIC
                    .of(expected.apply(row[1]), schooling.apply(row[2]))
                    .orThrow();
            columns[2][i] = income.apply(StrictMath.log(row[3]));
            columns[3][i] = WeightedMean.GEOMETRIC
                    .of(columns[0][i], columns[1][i], columns[2][i])
                    .orThrow();
            columns[4][i] = WeightedMean.ARITHMETIC
                    .of(columns[0][i], columns[1][i], columns[2][i])
                    .orThrow();
        }
        report.check("health_index", columns[0]);
        report.check("education_index", columns[1]);
        report.check("income_index", columns[2]);
        report.check("hdi", columns[3]);
        report.check("hdi_full", columns[3]);
        report.check("mean_arith", columns[4]);
    }
}
