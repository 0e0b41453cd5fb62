package org.moatmark.core.maturity;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.moatmark.core.issue.Words;
import org.moatmark.core.maturity.InstrumentReport.Agreement;
import org.moatmark.core.maturity.InstrumentReport.AgreementMeans;
import org.moatmark.core.maturity.InstrumentReport.Consistent;
import org.moatmark.core.maturity.InstrumentReport.Graded;
import org.moatmark.core.maturity.InstrumentReport.GradedUse;
import org.moatmark.core.maturity.InstrumentReport.NodeQuality;
import org.moatmark.core.maturity.InstrumentReport.Rasch;
import org.moatmark.core.maturity.InstrumentReport.RaschUse;
import org.moatmark.core.psychometrics.Convergence;
import org.moatmark.core.psychometrics.Dimensionality;
import org.moatmark.core.psychometrics.Estimate;
import org.moatmark.core.psychometrics.Extraction;
import org.moatmark.core.psychometrics.GradedItem;
import org.moatmark.core.psychometrics.GradedModel;
import org.moatmark.core.psychometrics.GroupReliability;
import org.moatmark.core.psychometrics.GuttmanErrors;
import org.moatmark.core.psychometrics.ItemFit;
import org.moatmark.core.psychometrics.ItemResponse;
import org.moatmark.core.psychometrics.ItemResponseFit;
import org.moatmark.core.psychometrics.NullDistribution;
import org.moatmark.core.psychometrics.Omega;
import org.moatmark.core.psychometrics.OneFactor;
import org.moatmark.core.psychometrics.RaschConditional;
import org.moatmark.core.psychometrics.RaschFit;
import org.moatmark.core.psychometrics.RaschItem;
import org.moatmark.core.psychometrics.ScaleReliability;
import org.moatmark.core.psychometrics.Slopes;
import org.moatmark.core.psychometrics.WithinGroup;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.ItemType;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.Side;

/**
 * Works out how well one node with items measures. Longer than other classes, since every statistic about a node has its own
 * number of cases and its own reason for not being there.
 */
final class NodeValidation {

    private static final double LEVEL = 0.95;
    private static final double POINTS_A_STEP = 25;
    private static final int OPTIONS = 5;
    private static final int MOST_POINTS = 11;
    private static final List<Double> ABILITIES = List.of(-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0);
    private static final Pattern COLUMN_EN = Pattern.compile("\\bcolumn (\\d+)");
    private static final Pattern COLUMN_JA = Pattern.compile("列(\\d+)");

    private final InstrumentSample sample;
    private final InstrumentPolicy policy;
    private final Node.Leaf leaf;
    private final int first;
    private final List<String> keys = new ArrayList<>();
    private final int[] columns;
    /** {@code [person][opinion]}: scores 0-100 of everybody who answered at least one opinion. */
    private final double[][] answers;

    private final int complete;

    /**
     * A node.
     *
     * @param first the place of its first item among all items
     */
    NodeValidation(InstrumentSample sample, InstrumentPolicy policy, Node.Leaf leaf, int first) {
        this.sample = sample;
        this.policy = policy;
        this.leaf = leaf;
        this.first = first;
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < leaf.items().size(); i++) {
            if (leaf.items().get(i).type().isOpinion()) {
                keys.add(leaf.items().get(i).key());
                places.add(first + i);
            }
        }
        columns = places.stream().mapToInt(Integer::intValue).toArray();
        List<double[]> rows = new ArrayList<>();
        int whole = 0;
        for (InstrumentSample.Person person : sample.people) {
            double[] row =
                    Arrays.stream(columns).mapToDouble(i -> person.scores[i]).toArray();
            long given =
                    Arrays.stream(row).filter(score -> !Double.isNaN(score)).count();
            whole += given == row.length ? 1 : 0;
            if (given > 0) {
                rows.add(row);
            }
        }
        answers = rows.toArray(double[][]::new);
        complete = columns.length == 0 ? 0 : whole;
    }

    NodeQuality quality() {
        return new NodeQuality(
                leaf, keys, people(), companies(), dimensions(), agreement(), rasch(), graded(), order());
    }

    private Block<Consistent> people() {
        if (keys.size() < 2) {
            return Block.tooFew(keys.size(), 2, Block.Cases.ITEMS);
        }
        return complete < policy.reliability()
                ? Block.tooFew(complete, policy.reliability(), Block.Cases.COMPLETE)
                : consistent(answers, keys, Block.Cases.COMPLETE);
    }

    /** Companies with a number for every scored item of the node. */
    private Block<Consistent> companies() {
        List<Item> scored = leaf.items().stream()
                .filter(item -> !(item.type() instanceof ItemType.FreeText))
                .toList();
        if (scored.size() < 2) {
            return Block.tooFew(scored.size(), 2, Block.Cases.ITEMS);
        }
        int[] places = scored.stream()
                .mapToInt(item -> first + leaf.items().indexOf(item))
                .toArray();
        double[][] rows = sample.companyItems.stream()
                .map(scores -> Arrays.stream(places).mapToDouble(i -> scores[i]).toArray())
                .toArray(double[][]::new);
        int whole = (int) Arrays.stream(rows)
                .filter(row -> Arrays.stream(row).noneMatch(Double::isNaN))
                .count();
        return whole < policy.reliability()
                ? Block.tooFew(whole, policy.reliability(), Block.Cases.COMPANIES)
                : consistent(rows, scored.stream().map(Item::key).toList(), Block.Cases.COMPANIES);
    }

    private Block<Consistent> consistent(double[][] rows, List<String> items, Block.Cases cases) {
        ScaleReliability reliability = ScaleReliability.of(rows);
        if (reliability.alpha() instanceof Estimate.NotComputable none) {
            return Block.none(none.why(), reliability.n());
        }
        int needs = forFactors(items.size());
        Block<Omega> omega;
        if (items.size() < 3) {
            omega = Block.tooFew(items.size(), 3, Block.Cases.ITEMS);
        } else if (reliability.n() < needs) {
            omega = Block.tooFew(reliability.n(), needs, cases);
        } else {
            Omega found = Omega.of(rows, Extraction.MAXIMUM_LIKELIHOOD);
            omega = found.factor() instanceof OneFactor.NotFitted none
                    ? Block.none(none.why(), none.n())
                    : Block.of(found);
        }
        return Block.of(new Consistent(items, reliability, reliability.interval(LEVEL), omega));
    }

    private int forFactors(int items) {
        return Math.max(policy.dimensions(), policy.perItem() * items);
    }

    private Block<Dimensionality.Found> dimensions() {
        if (keys.size() < 3) {
            return Block.tooFew(keys.size(), 3, Block.Cases.ITEMS);
        }
        int needs = forFactors(keys.size());
        if (complete < needs) {
            return Block.tooFew(complete, needs, Block.Cases.COMPLETE);
        }
        Dimensionality found = Dimensionality.of(answers, policy.seed(), policy.runs());
        return found instanceof Dimensionality.NotFound none
                ? Block.none(none.why(), none.n())
                : Block.of((Dimensionality.Found) found);
    }

    private List<Agreement> agreement() {
        List<Agreement> found = new ArrayList<>();
        sample.agreement.getOrDefault(leaf.key(), Map.of()).forEach((side, sums) -> {
            Map<String, Integer> shared = new LinkedHashMap<>();
            for (SharedView view : SharedView.values()) {
                shared.put(view.word(), sums.shared.getOrDefault(view, 0));
            }
            found.add(new Agreement(side, sums.companies, sums.people, shared, means(side, sums), reliability(side)));
        });
        return found;
    }

    private Block<AgreementMeans> means(Side side, InstrumentSample.AgreementSums sums) {
        int n = sums.companies;
        if (n < policy.groups()) {
            return Block.tooFew(n, policy.groups(), Block.Cases.COMPANIES);
        }
        List<double[][]> groups = new ArrayList<>();
        for (List<InstrumentSample.Person> members : byCompany(side).values()) {
            groups.add(members.stream()
                    .map(person -> Arrays.stream(columns)
                            .mapToDouble(i -> 1 + person.scores[i] / POINTS_A_STEP)
                            .toArray())
                    .toArray(double[][]::new));
        }
        NullDistribution uniform = NullDistribution.uniform(OPTIONS);
        return Block.of(new AgreementMeans(
                Estimate.of(sums.rwgJ / n, n),
                Estimate.of(sums.rwgJSkewed / n, n),
                mean(groups.stream()
                        .map(group -> WithinGroup.rwgStar(group, uniform))
                        .toList()),
                mean(groups.stream()
                        .map(group -> WithinGroup.awg(group, 1, OPTIONS))
                        .toList()),
                Estimate.of(sums.ad / n, n),
                Estimate.of(sums.adMedian / n, n)));
    }

    private static Estimate mean(List<Estimate> each) {
        double[] values = each.stream()
                .filter(Estimate.Point.class::isInstance)
                .mapToDouble(Estimate::orThrow)
                .toArray();
        return values.length == 0
                ? Estimate.notComputable("No company has this number.", "この値を計算できる企業がありません。")
                : Estimate.of(Arrays.stream(values).sum() / values.length, values.length);
    }

    private Block<GroupReliability> reliability(Side side) {
        double[][] views = byCompany(side).values().stream()
                .map(members -> members.stream().mapToDouble(this::view).toArray())
                .toArray(double[][]::new);
        GroupReliability found = GroupReliability.of(views);
        if (found.groups() < policy.groups()) {
            return Block.tooFew(found.groups(), policy.groups(), Block.Cases.COMPANIES);
        }
        return found.icc1() instanceof Estimate.NotComputable none
                ? Block.none(none.why(), found.groups())
                : Block.of(found);
    }

    /** The people of one side who answered all opinions that they were asked, and were asked any. */
    private Map<Integer, List<InstrumentSample.Person>> byCompany(Side side) {
        Map<Integer, List<InstrumentSample.Person>> groups = new LinkedHashMap<>();
        for (InstrumentSample.Person person : sample.people) {
            boolean owes = Arrays.stream(columns).anyMatch(i -> person.owed[i]);
            boolean gave = Arrays.stream(columns).anyMatch(i -> !Double.isNaN(person.scores[i]));
            if (person.side == side && gave && !owes) {
                groups.computeIfAbsent(person.wave, any -> new ArrayList<>()).add(person);
            }
        }
        return groups;
    }

    /** The mean of a person's opinions on 1-5. */
    private double view(InstrumentSample.Person person) {
        double sum = 0;
        int n = 0;
        for (int i : columns) {
            if (!Double.isNaN(person.scores[i])) {
                sum += 1 + person.scores[i] / POINTS_A_STEP;
                n++;
            }
        }
        return sum / n;
    }

    private Block<GuttmanErrors> order() {
        if (keys.size() < 2) {
            return Block.tooFew(keys.size(), 2, Block.Cases.ITEMS);
        } else if (complete < policy.reliability()) {
            return Block.tooFew(complete, policy.reliability(), Block.Cases.COMPLETE);
        } else if (hasFineScale()) {
            return tooFine();
        }
        GuttmanErrors found = GuttmanErrors.byPopularity(answers);
        return found.mean() instanceof Estimate.NotComputable none
                ? Block.none(none.why(), found.n())
                : Block.of(found);
    }

    private boolean hasFineScale() {
        return leaf.items().stream()
                .anyMatch(item -> item.type() instanceof ItemType.Agreement scale && scale.points() > MOST_POINTS);
    }

    private <T extends Serializable> Block<T> tooFine() {
        return Block.none(
                new Words(
                        "A scale of the node has more than " + MOST_POINTS
                                + " points, which are no categories any more.",
                        "この観点には" + MOST_POINTS + "段階を超える尺度があり、カテゴリーとして扱えません。"),
                answers.length);
    }

    private Block<Rasch> rasch() {
        if (keys.size() < 2) {
            return Block.tooFew(keys.size(), 2, Block.Cases.ITEMS);
        } else if (answers.length < policy.rasch()) {
            return Block.tooFew(answers.length, policy.rasch(), Block.Cases.RESPONDENTS);
        } else if (hasFineScale()) {
            return tooFine();
        }
        RaschFit fit = RaschConditional.partialCredit(answers);
        if (fit instanceof RaschFit.NotFitted none) {
            return Block.none(named(none.why()), none.respondents());
        }
        RaschFit.Fitted fitted = (RaschFit.Fitted) fit;
        if (fitted.convergence() instanceof Convergence.Stopped stopped) {
            return Block.none(named(stopped.why()), fitted.respondents());
        }
        List<ItemFit> fits = ItemFit.of(fitted, answers);
        List<RaschUse> items = new ArrayList<>();
        for (int i = 0; i < fits.size(); i++) {
            RaschItem item = fitted.items().get(i);
            items.add(new RaschUse(
                    keys.get(item.column()),
                    item.categories(),
                    item.thresholds(),
                    item.errors(),
                    item.isOrdered(),
                    fits.get(i)));
        }
        return Block.of(new Rasch(fitted.respondents(), fitted.convergence(), items));
    }

    private Block<Graded> graded() {
        if (keys.size() < 2) {
            return Block.tooFew(keys.size(), 2, Block.Cases.ITEMS);
        } else if (answers.length < policy.graded()) {
            return Block.tooFew(answers.length, policy.graded(), Block.Cases.RESPONDENTS);
        } else if (hasFineScale()) {
            return tooFine();
        }
        ItemResponseFit fit = ItemResponse.graded(answers, Slopes.free());
        if (fit instanceof ItemResponseFit.NotFitted none) {
            return Block.none(named(none.why()), none.respondents());
        }
        ItemResponseFit.Fitted fitted = (ItemResponseFit.Fitted) fit;
        if (fitted.convergence() instanceof Convergence.Stopped stopped) {
            return Block.none(named(stopped.why()), fitted.respondents());
        }
        GradedModel model = fitted.model();
        List<GradedUse> items = new ArrayList<>();
        for (int i = 0; i < model.items().size(); i++) {
            GradedItem item = model.items().get(i);
            items.add(new GradedUse(
                    keys.get(item.column()),
                    item.categories(),
                    item.slope(),
                    fitted.errors().get(i).slope(),
                    item.slope() == 0 ? List.of() : item.thresholds(),
                    ABILITIES.stream().map(item::information).toList()));
        }
        return Block.of(new Graded(
                fitted.respondents(),
                fitted.convergence(),
                fitted.logLikelihood(),
                model.marginalReliability(),
                ABILITIES,
                ABILITIES.stream().map(model::information).toList(),
                items));
    }

    /** Columns of a table are the node's opinions here: a reason that names one by number names it by key. */
    private Words named(Words why) {
        return new Words(named(why.en(), COLUMN_EN, "item '", "'"), named(why.ja(), COLUMN_JA, "項目「", "」"));
    }

    private String named(String text, Pattern column, String before, String after) {
        Matcher matcher = column.matcher(text);
        return matcher.replaceAll(
                found -> Matcher.quoteReplacement(before + keys.get(Integer.parseInt(found.group(1))) + after));
    }
}
