package org.moatmark.core.stats;

/** A quantile as a statistic. */
record SampleQuantile(QuantileType type, double probability) implements Statistic {

    SampleQuantile {
        Quantiles.checkProbability(probability);
    }

    @Override
    public double of(double[] sample) {
        return Quantiles.one(sample, type, probability);
    }

    /**
     * The same for resampling. The values are sorted once; a sample is then counted, and its quantile read off the
     * counts, so that no sample needs to be put in order.
     */
    IndexStatistic among(double[] values) {
        return new Counted(values);
    }

    private final class Counted implements IndexStatistic {

        private final double[] sorted;
        private final int[] place;
        private final int[] counts;

        Counted(double[] values) {
            int n = values.length;
            double[] ranks = Ranks.of(values, TieRule.ORDINAL);
            this.sorted = new double[n];
            this.place = new int[n];
            this.counts = new int[n];
            for (int i = 0; i < n; i++) {
                place[i] = (int) ranks[i] - 1;
                sorted[place[i]] = values[i] + 0.0;
            }
        }

        @Override
        public double of(int[] drawn) {
            count(drawn);
            double position = type.position(drawn.length, probability);
            int wanted = (int) position;
            int at = -1;
            int upTo = 0;
            while (upTo <= wanted) {
                upTo += counts[++at];
            }
            double low = sorted[at];
            if (wanted == position) {
                return low;
            }
            while (upTo <= wanted + 1) {
                upTo += counts[++at];
            }
            return Quantiles.between(low, sorted[at], position - wanted);
        }

        private void count(int[] drawn) {
            for (int i = 0; i < counts.length; i++) {
                counts[i] = 0;
            }
            for (int one : drawn) {
                counts[place[one]]++;
            }
        }
    }
}
