package org.moatmark.core.benchmark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.moatmark.core.psychometrics.AgreementWeights;
import org.moatmark.core.psychometrics.CohenKappa;
import org.moatmark.core.psychometrics.Estimate;
import org.moatmark.core.psychometrics.IccForm;
import org.moatmark.core.psychometrics.IntraclassCorrelation;
import org.moatmark.core.psychometrics.KrippendorffAlpha;
import org.moatmark.core.psychometrics.Metric;
import org.moatmark.core.psychometrics.RaterAgreement;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Node;

/**
 * How well the raters of a case library agree: on every item, in every leaf node, and overall. Recomputed from the
 * ratings, never typed in.
 *
 * <p>Every rating of the chosen raters counts, also of items that are not meant for a company; blanks and {@code NA} are
 * missing cells.
 *
 * @param raters whose ratings were compared, in alphabetical order
 * @param seed of the bootstrap
 * @param runs of the bootstrap
 * @param overall over all items
 * @param nodes by key of each node with items, in tree order
 * @param items by key of each item, in file order
 */
public record RaterReliability(
        List<String> raters,
        long seed,
        int runs,
        Reliability overall,
        Map<String, Reliability> nodes,
        Map<String, Reliability> items)
        implements Serializable {

    /** The seed unless said otherwise (rule S16). */
    public static final long SEED = 1;

    /** The runs unless said otherwise (rule S16). */
    public static final int RUNS = 2_000;

    /** The confidence of all intervals. */
    public static final double LEVEL = 0.95;

    private static final int ONE_STEP = 1;

    private static final AgreementWeights EQUAL = AgreementWeights.identity(1, 2, 3, 4, 5);

    private static final AgreementWeights QUADRATIC = AgreementWeights.quadratic(1, 2, 3, 4, 5);

    /** Copies the list and the maps, in their order. */
    public RaterReliability {
        raters = List.copyOf(raters);
        nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
        items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
    }

    /**
     * The agreement of all raters of a library.
     *
     * @param library the ratings
     * @param seed of the bootstrap; the same seed gives the same limits
     * @param runs of the bootstrap, at least 100
     * @return agreement per item, per leaf node and overall
     * @throws IllegalArgumentException if there are too few runs
     */
    public static RaterReliability of(CaseLibrary library, long seed, int runs) {
        return of(library, library.raters(), seed, runs);
    }

    /**
     * The agreement of some raters of a library, such as those of one of two libraries that stand side by side.
     *
     * @param library the ratings
     * @param raters whose ratings are compared; units that none of them rated do not count
     * @param seed of the bootstrap; the same seed gives the same limits
     * @param runs of the bootstrap, at least 100
     * @return agreement per item, per leaf node and overall
     * @throws IllegalArgumentException if there are too few runs, or the library has no such rater
     */
    public static RaterReliability of(CaseLibrary library, List<String> raters, long seed, int runs) {
        List<String> sorted = raters.stream().distinct().sorted().toList();
        for (String rater : sorted) {
            if (!library.raters().contains(rater)) {
                throw new IllegalArgumentException(
                        "The library has no rater '" + rater + "'; it has " + library.raters() + ".");
            }
        }
        Map<String, List<double[]>> units = units(library, sorted);
        Map<String, Reliability> items = new LinkedHashMap<>();
        Map<String, Reliability> nodes = new LinkedHashMap<>();
        List<double[]> all = new ArrayList<>();
        for (Node node : library.questionnaire().nodes()) {
            if (node instanceof Node.Leaf leaf) {
                List<double[]> ofNode = new ArrayList<>();
                for (Item item : leaf.items()) {
                    List<double[]> ofItem = units.getOrDefault(item.key(), List.of());
                    items.put(item.key(), reliability(ofItem, sorted.size(), seed, runs));
                    ofNode.addAll(ofItem);
                }
                nodes.put(node.key(), reliability(ofNode, sorted.size(), seed, runs));
                all.addAll(ofNode);
            }
        }
        return new RaterReliability(sorted, seed, runs, reliability(all, sorted.size(), seed, runs), nodes, items);
    }

    /** By item, in order of the companies: the ratings of a unit, NaN where a rater has none. */
    static Map<String, List<double[]>> units(CaseLibrary library, List<String> raters) {
        Map<String, List<double[]>> units = new LinkedHashMap<>();
        for (CaseCompany company : library.companies()) {
            Map<String, double[]> byItem = new LinkedHashMap<>();
            for (CaseRating rating : library.ratingsOf(company.id())) {
                int rater = raters.indexOf(rating.rater());
                if (rater >= 0 && rating.judgement() instanceof Judgement.Rated rated) {
                    byItem.computeIfAbsent(rating.item(), item -> blank(raters.size()))[rater] = rated.value();
                }
            }
            byItem.forEach((item, unit) ->
                    units.computeIfAbsent(item, any -> new ArrayList<>()).add(unit));
        }
        return units;
    }

    private static Reliability reliability(List<double[]> rows, int raters, long seed, int runs) {
        double[][] table = rows.toArray(new double[0][]);
        int units = 0;
        int disputed = 0;
        for (double[] row : table) {
            double[] given = Arrays.stream(row)
                    .filter(value -> !Double.isNaN(value))
                    .sorted()
                    .toArray();
            units += given.length >= 2 ? 1 : 0;
            disputed += given.length >= 2 && given[given.length - 1] - given[0] > ONE_STEP ? 1 : 0;
        }
        IntraclassCorrelation icc = IntraclassCorrelation.of(table);
        return new Reliability(
                table.length,
                units,
                disputed,
                RaterAgreement.percent(table, EQUAL).coefficient(),
                KrippendorffAlpha.of(table, Metric.ORDINAL).alpha(),
                KrippendorffAlpha.bootstrap(table, Metric.ORDINAL, LEVEL, runs, seed),
                kappa(table, raters),
                icc.coefficient(IccForm.AGREEMENT_SINGLE),
                icc.interval(IccForm.AGREEMENT_SINGLE, LEVEL),
                icc.coefficient(IccForm.AGREEMENT_AVERAGE),
                icc.interval(IccForm.AGREEMENT_AVERAGE, LEVEL));
    }

    private static Estimate kappa(double[][] table, int raters) {
        return raters == 2
                ? CohenKappa.of(column(table, 0), column(table, 1), QUADRATIC).kappa()
                : RaterAgreement.conger(table, QUADRATIC).coefficient();
    }

    private static double[] column(double[][] table, int rater) {
        return Arrays.stream(table).mapToDouble(row -> row[rater]).toArray();
    }

    private static double[] blank(int raters) {
        double[] unit = new double[raters];
        Arrays.fill(unit, Double.NaN);
        return unit;
    }
}
