package org.moatmark.core.stats;

import java.util.Arrays;

/** Data of shapes that sorting and picking are easily wrong on. */
enum Shape {
    NORMAL,
    WHOLE_SCORES,
    ALL_EQUAL,
    ASCENDING,
    DESCENDING,
    ONE_FAR_OFF,
    HEAVY_TAILED,
    MANY_DECADES,
    ZEROS_OF_BOTH_SIGNS,
    ENDS_OF_THE_DOUBLES;

    double[] draw(int n, SeededRandom random) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            double normal = random.nextGaussian();
            values[i] = switch (this) {
                case NORMAL, ASCENDING, DESCENDING, ONE_FAR_OFF -> normal;
                case WHOLE_SCORES -> Math.rint(50 + 10 * normal);
                case ALL_EQUAL -> 42.5;
                case HEAVY_TAILED -> normal / random.nextGaussian();
                case MANY_DECADES -> Math.exp(30 * normal);
                case ZEROS_OF_BOTH_SIGNS -> random.nextInt(2) == 0 ? 0.0 : random.nextInt(3) == 0 ? 1 : -0.0;
                case ENDS_OF_THE_DOUBLES -> random.nextInt(2) == 0 ? Double.MIN_VALUE : normal * 1e307;
            };
        }
        if (this == ASCENDING || this == DESCENDING) {
            Arrays.sort(values);
        }
        if (this == DESCENDING) {
            for (int i = 0; i < n / 2; i++) {
                double swap = values[i];
                values[i] = values[n - 1 - i];
                values[n - 1 - i] = swap;
            }
        }
        if (this == ONE_FAR_OFF) {
            values[random.nextInt(n)] = 1e250;
        }
        return values;
    }
}
