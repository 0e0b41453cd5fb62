package org.moatmark.core.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.moatmark.core.psychometrics.FitSettings;
import org.moatmark.core.psychometrics.GradedItem;
import org.moatmark.core.psychometrics.ItemResponse;
import org.moatmark.core.psychometrics.ItemResponseFit;
import org.moatmark.core.psychometrics.Slopes;
import org.moatmark.core.stats.SeededRandom;

/**
 * The graded response model on 5,000 respondents, 20 items and 5 categories, 61 points, the abilities of all of
 * them, and the two-parameter model on the answers cut in two; beside it {@code src/jmh/r/graded-response.R} does the same
 * with mirt.
 *
 * <pre>{@code
 * java -cp CLASSES org.moatmark.core.bench.GradedResponseSpeed write grm.csv
 * java -cp CLASSES org.moatmark.core.bench.GradedResponseSpeed grm.csv
 * Rscript core/src/jmh/r/graded-response.R grm.csv
 * }</pre>
 *
 * <p>Not a JMH benchmark, because the first call counts too: validating an instrument is a thing done once.
 */
public final class GradedResponseSpeed {

    private static final int RESPONDENTS = 5000;
    private static final int ITEMS = 20;
    private static final int STEADY = 20;

    private GradedResponseSpeed() {}

    /**
     * Writes the simulated answers, or measures on a file of answers.
     *
     * @param args {@code write FILE} or {@code FILE}
     * @throws IOException if the file cannot be written or read
     */
    public static void main(String[] args) throws IOException {
        if (args.length == 2 && args[0].equals("write")) {
            write(Path.of(args[1]));
        } else {
            measure(read(Path.of(args[0])));
        }
    }

    private static void measure(double[][] answers) {
        FitSettings plain = FitSettings.DEFAULT.withErrors(FitSettings.Errors.NONE);
        time("graded response", () -> ItemResponse.graded(answers, Slopes.free(), plain));
        time("with standard errors", () -> ItemResponse.graded(answers, Slopes.free()));
        ItemResponseFit.Fitted fit =
                ItemResponse.graded(answers, Slopes.free(), plain).orThrow();
        time("abilities", () -> fit.model().eap(answers));
        double[][] halves = Arrays.stream(answers)
                .map(row ->
                        Arrays.stream(row).map(answer -> answer >= 3 ? 1 : 0).toArray())
                .toArray(double[][]::new);
        time("two-parameter", () -> ItemResponse.dichotomous(halves, Slopes.free(), plain));
        ItemResponseFit.Fitted two =
                ItemResponse.dichotomous(halves, Slopes.free(), plain).orThrow();
        System.out.printf(
                Locale.ROOT,
                "log-likelihoods %.4f and %.4f after %d and %d steps%n",
                fit.logLikelihood(),
                two.logLikelihood(),
                fit.convergence().iterations(),
                two.convergence().iterations());
    }

    private static void time(String what, Runnable job) {
        double first = seconds(job);
        double second = seconds(job);
        for (int i = 0; i < STEADY - 2; i++) {
            job.run();
        }
        double[] steady = new double[STEADY];
        for (int i = 0; i < STEADY; i++) {
            steady[i] = seconds(job);
        }
        Arrays.sort(steady);
        System.out.printf(
                Locale.ROOT,
                "%-21s first call %.3f s, second %.3f s, median of 20 after 20 %.3f s%n",
                what,
                first,
                second,
                steady[STEADY / 2]);
    }

    private static double seconds(Runnable job) {
        long start = System.nanoTime();
        job.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void write(Path file) throws IOException {
        SeededRandom random = SeededRandom.of(1);
        GradedItem[] items = new GradedItem[ITEMS];
        for (int i = 0; i < ITEMS; i++) {
            double slope = 0.8 + 1.7 * random.nextDouble();
            double[] thresholds = new double[4];
            for (int k = 0; k < thresholds.length; k++) {
                thresholds[k] = -slope * (-1.5 + k + 0.6 * (random.nextDouble() - 0.5));
            }
            items[i] = new GradedItem(
                    i,
                    List.of(1.0, 2.0, 3.0, 4.0, 5.0),
                    slope,
                    Arrays.stream(thresholds).boxed().toList());
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < ITEMS; i++) {
            text.append(i == 0 ? "" : ",").append("item").append(i + 1);
        }
        for (int p = 0; p < RESPONDENTS; p++) {
            double theta = random.nextGaussian();
            for (int i = 0; i < ITEMS; i++) {
                double[] probabilities = items[i].probabilities(theta);
                double at = random.nextDouble();
                int k = 0;
                while (k < probabilities.length - 1 && at >= probabilities[k]) {
                    at -= probabilities[k++];
                }
                text.append(i == 0 ? "\n" : ",").append(k + 1);
            }
        }
        Files.writeString(file, text.append('\n'));
    }

    private static double[][] read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return lines.subList(1, lines.size()).stream()
                .map(line -> Arrays.stream(line.split(","))
                        .mapToDouble(
                                cell -> cell.isEmpty() || cell.equals("NA") ? Double.NaN : Double.parseDouble(cell))
                        .toArray())
                .toArray(double[][]::new);
    }
}
