package org.moatmark.core.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.moatmark.core.psychometrics.IccForm;
import org.moatmark.core.psychometrics.IntraclassCorrelation;
import org.moatmark.core.psychometrics.KrippendorffAlpha;
import org.moatmark.core.psychometrics.Metric;
import org.moatmark.core.psychometrics.NullDistribution;
import org.moatmark.core.psychometrics.ScaleReliability;
import org.moatmark.core.psychometrics.WithinGroup;
import org.moatmark.core.stats.SeededRandom;

/**
 * Agreement and reliability: alpha with all item statistics of 100,000 respondents and 20 items, r_wg(J) and AD of
 * 10,000 groups of 8 raters and 10 items, Krippendorff's ordinal alpha of 5 raters and 1,000 units with a tenth missing,
 * and the intraclass correlations of 10,000 targets and 5 raters. Beside it {@code src/jmh/r/agreement.R} does the same
 * with psych, multilevel and irr, and {@code src/jmh/peer/DkproKrippendorff.java} with DKPro Agreement, on the files
 * that this program writes.
 *
 * <pre>{@code
 * mvn -q -Pbench -pl core test-compile exec:exec -Dbench.main=org.moatmark.core.bench.AgreementSpeed \
 *     -Djmh.args="write FOLDER"
 * mvn -q -Pbench -pl core test-compile exec:exec -Dbench.main=org.moatmark.core.bench.AgreementSpeed \
 *     -Djmh.args="FOLDER"
 * Rscript core/src/jmh/r/agreement.R FOLDER
 * mvn dependency:copy -Dartifact=org.dkpro.statistics:dkpro-statistics-agreement:2.2.0 -DoutputDirectory=FOLDER
 * java -cp "FOLDER/*" core/src/jmh/peer/DkproKrippendorff.java FOLDER
 * }</pre>
 *
 * <p>Each job gives the second call, which has one call to warm up, and the median of twenty more. Sorting rows into
 * groups is part of the job, as it is for multilevel; reading files is not.
 */
public final class AgreementSpeed {

    private static final int STEADY = 20;

    private AgreementSpeed() {}

    /**
     * Writes the simulated answers, or measures on files of answers.
     *
     * @param args {@code write FOLDER} or {@code FOLDER}
     * @throws IOException if a file cannot be written or read
     */
    public static void main(String[] args) throws IOException {
        if (args.length == 2 && args[0].equals("write")) {
            Path folder = Files.createDirectories(Path.of(args[1]));
            SeededRandom random = SeededRandom.of(1);
            Files.writeString(folder.resolve("scale.csv"), table(random, 100_000, 20, 0, 1));
            Files.writeString(folder.resolve("groups.csv"), table(random, 80_000, 10, 0, 8));
            Files.writeString(folder.resolve("units.csv"), table(random, 1000, 5, 0.1, 1));
            Files.writeString(folder.resolve("targets.csv"), table(random, 10_000, 5, 0, 1));
        } else {
            measure(Path.of(args[0]));
        }
    }

    private static void measure(Path folder) throws IOException {
        double[][] scale = read(folder.resolve("scale.csv"));
        double[][] targets = read(folder.resolve("targets.csv"));
        double[][] units = read(folder.resolve("units.csv"));
        double[][] members = read(folder.resolve("groups.csv"));
        int[] group = new int[members.length];
        Arrays.setAll(group, i -> i / 8);
        NullDistribution none = NullDistribution.uniform(5);
        time(
                "alpha with item statistics",
                () -> ScaleReliability.of(scale).alpha().orThrow());
        time("r_wg(J)", () -> {
            double sum = 0;
            for (double[][] raters : WithinGroup.split(members, group)) {
                sum += WithinGroup.rwg(raters, none).orThrow();
            }
            return sum / 10_000;
        });
        time("AD around the mean", () -> {
            double sum = 0;
            for (double[][] raters : WithinGroup.split(members, group)) {
                sum += WithinGroup.adMean(raters).orThrow();
            }
            return sum / 10_000;
        });
        time(
                "Krippendorff ordinal",
                () -> KrippendorffAlpha.of(units, Metric.ORDINAL).alpha().orThrow());
        time("ICC(A,1) with interval", () -> {
            IntraclassCorrelation icc = IntraclassCorrelation.of(targets);
            icc.interval(IccForm.AGREEMENT_SINGLE, 0.95);
            return icc.coefficient(IccForm.AGREEMENT_SINGLE).orThrow();
        });
    }

    private interface Job {
        double run();
    }

    private static void time(String what, Job job) {
        double value = job.run();
        double second = seconds(job);
        double[] steady = new double[STEADY];
        Arrays.setAll(steady, i -> seconds(job));
        Arrays.sort(steady);
        System.out.printf(
                Locale.ROOT,
                "%-28s second call %.4f s   median of %d %.4f s   value %.10f%n",
                what,
                second,
                STEADY,
                steady[STEADY / 2],
                value);
    }

    private static double seconds(Job job) {
        long start = System.nanoTime();
        double value = job.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (Double.isNaN(value)) {
            throw new IllegalStateException("A job gave no number.");
        }
        return seconds;
    }

    /** Answers from 1 to 5 that follow the respondent, and somewhat the group, with a share of them missing. */
    private static String table(SeededRandom random, int rows, int columns, double missing, int groupSize) {
        StringBuilder text = new StringBuilder();
        for (int j = 0; j < columns; j++) {
            text.append(j == 0 ? "" : ",").append("v").append(j + 1);
        }
        double group = 0;
        for (int i = 0; i < rows; i++) {
            if (i % groupSize == 0) {
                group = random.nextGaussian();
            }
            double own = group + (groupSize > 1 ? 0.5 * random.nextGaussian() : 0);
            for (int j = 0; j < columns; j++) {
                double answer = 3 + 0.7 * own + 0.8 * random.nextGaussian();
                boolean left = random.nextDouble() < missing;
                text.append(j == 0 ? "\n" : ",").append(left ? "" : Math.max(1, Math.min(5, Math.round(answer))));
            }
        }
        return text.append('\n').toString();
    }

    private static double[][] read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return lines.subList(1, lines.size()).stream()
                .map(line -> Arrays.stream(line.split(",", -1))
                        .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
                        .toArray())
                .toArray(double[][]::new);
    }
}
