package org.moatmark.core.maturity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.psychometrics.IntervalEstimate;
import org.moatmark.core.psychometrics.NullDistribution;
import org.moatmark.core.psychometrics.PermutationTest;
import org.moatmark.core.psychometrics.TwoGroups;
import org.moatmark.core.psychometrics.WithinGroup;
import org.moatmark.core.questionnaire.Informant;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Seat;
import org.moatmark.core.scoring.ItemScore;
import org.moatmark.core.scoring.RespondentScore;
import org.moatmark.core.scoring.ScoreTree;
import org.moatmark.core.scoring.Slack;
import org.moatmark.core.stats.Interval;

/** The work on the views of one wave (rules S14, S15); people in order of seat keys. */
final class Comparing {

    private static final int OPTIONS = 5;
    private static final double POINTS_A_STEP = 25;
    private static final NullDistribution UNIFORM = NullDistribution.uniform(OPTIONS);
    private static final NullDistribution SKEWED = NullDistribution.slightlySkewed(OPTIONS);

    private static final double STRONG = 0.70;
    private static final double MODERATE = 0.51;

    private static final double LEVEL = 0.95;
    private static final long SEED = 1;
    private static final double ALIGNED_UNDER = 0.5;
    private static final double SPLIT_OVER = 1.0;

    private final ScoreTree tree;
    private final Seat[] seats;
    private final Side[] side;
    private final Map<String, Integer> seatIndex = new HashMap<>();
    private final Map<Integer, Double> noncentralities = new HashMap<>();
    private final List<SideAgreement> agreement = new ArrayList<>();
    private final List<PerceptionGap> gaps = new ArrayList<>();

    Comparing(ScoreTree tree) {
        this.tree = tree;
        seats = tree.wave().respondents().stream().map(Respondent::seat).toArray(Seat[]::new);
        Arrays.sort(seats, (one, other) -> one.key().compareTo(other.key()));
        Map<String, Side> sides = new HashMap<>();
        for (Informant informant : tree.questionnaire().informants()) {
            sides.put(informant.key(), informant.side());
        }
        side = new Side[seats.length];
        for (int r = 0; r < seats.length; r++) {
            seatIndex.put(seats[r].key(), r);
            side[r] = sides.getOrDefault(seats[r].informants().get(0), Side.NEUTRAL);
        }
    }

    Perceptions give() {
        int next = 0;
        for (Node node : tree.questionnaire().nodes()) {
            if (node instanceof Node.Leaf leaf) {
                read(leaf, tree.items().subList(next, next + leaf.items().size()));
                next += leaf.items().size();
            }
        }
        return new Perceptions(agreement, gaps);
    }

    private void read(Node.Leaf leaf, List<ItemScore> scores) {
        List<Item> opinions = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            Item item = leaf.items().get(i);
            if (item.type().isOpinion() && scores.get(i).state().applies()) {
                opinions.add(item);
                columns.add(column(scores.get(i)));
            }
        }
        if (opinions.isEmpty()) {
            return;
        }
        boolean[] complete = complete(opinions, columns);
        for (Side one : Side.values()) {
            agreement(leaf.key(), one, complete, opinions, columns);
        }
        gap(leaf.key(), PerceptionGap.Between.SIDES, columns);
        gap(leaf.key(), PerceptionGap.Between.CUSTOMERS, columns);
    }

    /** Claimed answers on 1-5, NaN without one. */
    private double[] column(ItemScore score) {
        double[] column = new double[seats.length];
        Arrays.fill(column, Double.NaN);
        for (RespondentScore one : score.respondents()) {
            Integer place = seatIndex.get(one.seat());
            if (place != null) {
                column[place] = 1 + one.claimed() / POINTS_A_STEP;
            }
        }
        return column;
    }

    /** Who answered all of the opinions that he was asked, and was asked any. */
    private boolean[] complete(List<Item> opinions, List<double[]> columns) {
        boolean[] complete = new boolean[seats.length];
        for (int r = 0; r < seats.length; r++) {
            int asked = 0;
            int answered = 0;
            for (int i = 0; i < opinions.size(); i++) {
                if (!Collections.disjoint(opinions.get(i).informants(), seats[r].informants())) {
                    asked++;
                    answered += Double.isNaN(columns.get(i)[r]) ? 0 : 1;
                }
            }
            complete[r] = asked > 0 && answered == asked;
        }
        return complete;
    }

    private void agreement(String node, Side of, boolean[] complete, List<Item> opinions, List<double[]> columns) {
        boolean[] counts = new boolean[seats.length];
        List<ItemAgreement> items = new ArrayList<>();
        double variances = 0;
        double distances = 0;
        double fromMedians = 0;
        for (int i = 0; i < opinions.size(); i++) {
            double[][] ratings = new double[seats.length][];
            int n = 0;
            for (int r = 0; r < seats.length; r++) {
                if (complete[r] && side[r] == of && !Double.isNaN(columns.get(i)[r])) {
                    ratings[n++] = new double[] {columns.get(i)[r]};
                }
            }
            if (n < 2) {
                continue;
            }
            for (int r = 0; r < seats.length; r++) {
                counts[r] |= complete[r] && side[r] == of && !Double.isNaN(columns.get(i)[r]);
            }
            ratings = Arrays.copyOf(ratings, n);
            double variance = WithinGroup.meanVariance(ratings).orThrow();
            variances += variance;
            distances += WithinGroup.adMean(ratings).orThrow();
            fromMedians += WithinGroup.adMedian(ratings).orThrow();
            items.add(new ItemAgreement(
                    opinions.get(i).key(),
                    n,
                    WithinGroup.rwg(variance, 1, UNIFORM),
                    WithinGroup.rwg(variance, 1, SKEWED)));
        }
        int j = items.size();
        if (j == 0) {
            return;
        }
        double uniform = WithinGroup.rwg(variances / j, j, UNIFORM);
        double ad = distances / j;
        SharedView shared = shared(uniform, ad);
        double[] views = views(counts, columns);
        agreement.add(new SideAgreement(
                node,
                of,
                views.length,
                uniform,
                WithinGroup.rwg(variances / j, j, SKEWED),
                ad,
                fromMedians / j,
                shared,
                shared == SharedView.NO ? (median(views) - 1) * POINTS_A_STEP : null,
                items));
    }

    private static SharedView shared(double rwgJ, double ad) {
        if (Slack.atLeast(rwgJ, STRONG) && Slack.atMost(ad, WithinGroup.adLimit(OPTIONS))) {
            return SharedView.YES;
        }
        return Slack.atLeast(rwgJ, MODERATE) ? SharedView.PARTLY : SharedView.NO;
    }

    private void gap(String node, PerceptionGap.Between between, List<double[]> columns) {
        boolean[] first = new boolean[seats.length];
        boolean[] second = new boolean[seats.length];
        boolean customers = between == PerceptionGap.Between.CUSTOMERS;
        for (int r = 0; r < seats.length; r++) {
            first[r] = customers ? side[r] != Side.CUSTOMERS : side[r] == Side.HEADQUARTERS;
            second[r] = side[r] == (customers ? Side.CUSTOMERS : Side.GENBA);
        }
        List<double[]> both = columns.stream()
                .filter(column -> anyAnswers(column, first) && anyAnswers(column, second))
                .toList();
        if (both.isEmpty()) {
            return;
        }
        double[] one = views(first, both);
        double[] other = views(second, both);
        double difference = TwoGroups.difference(one, other).orThrow();
        Double detectable = detectable(one, other);
        gaps.add(new PerceptionGap(
                node,
                between,
                one.length,
                other.length,
                difference,
                TwoGroups.welch(one, other, LEVEL) instanceof IntervalEstimate.Limits limits
                        ? new Interval(limits.low(), limits.high())
                        : null,
                boxed(TwoGroups.hedgesG(one, other).number()),
                PermutationTest.of(one, other, SEED),
                detectable,
                detectable == null ? null : reading(Math.abs(difference), detectable)));
    }

    /** The smallest detectable difference; what only depends on the numbers of people is worked out once. */
    private @Nullable Double detectable(double[] one, double[] other) {
        Double error = boxed(TwoGroups.pooledError(one, other).number());
        if (error == null || error == 0) {
            return error;
        }
        return error * noncentralities.computeIfAbsent(one.length + other.length - 2, TwoGroups::noncentrality);
    }

    private static PerceptionGap.@Nullable Reading reading(double distance, double detectable) {
        if (Slack.below(distance, detectable)) {
            return null;
        } else if (Slack.below(distance, ALIGNED_UNDER)) {
            return PerceptionGap.Reading.ALIGNED;
        }
        return Slack.atMost(distance, SPLIT_OVER) ? PerceptionGap.Reading.GAP : PerceptionGap.Reading.SPLIT;
    }

    private static boolean anyAnswers(double[] column, boolean[] among) {
        for (int r = 0; r < column.length; r++) {
            if (among[r] && !Double.isNaN(column[r])) {
                return true;
            }
        }
        return false;
    }

    /** For each of some people the mean of his answers; without those who gave none. */
    private static double[] views(boolean[] of, List<double[]> columns) {
        double[] views = new double[of.length];
        int n = 0;
        for (int r = 0; r < of.length; r++) {
            double sum = 0;
            int count = 0;
            for (double[] column : columns) {
                if (of[r] && !Double.isNaN(column[r])) {
                    sum += column[r];
                    count++;
                }
            }
            if (count > 0) {
                views[n++] = sum / count;
            }
        }
        return Arrays.copyOf(views, n);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static @Nullable Double boxed(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }
}
