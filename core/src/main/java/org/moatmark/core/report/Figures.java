package org.moatmark.core.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.benchmark.Measure;
import org.moatmark.core.issue.Words;
import org.moatmark.core.maturity.Blocking;
import org.moatmark.core.questionnaire.Aggregation;
import org.moatmark.core.questionnaire.IndexRule;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.response.Company;
import org.moatmark.core.scoring.Bounds;
import org.moatmark.core.scoring.IndexScore;
import org.moatmark.core.scoring.ItemScore;
import org.moatmark.core.scoring.ItemState;
import org.moatmark.core.scoring.NodeInterval;
import org.moatmark.core.scoring.NodeScore;
import org.moatmark.core.scoring.Outcome;
import org.moatmark.core.scoring.Reason;
import org.moatmark.core.scoring.RespondentScore;
import org.moatmark.core.scoring.ScoreInterval;
import org.moatmark.core.scoring.Status;
import org.moatmark.core.stats.Means;

/**
 * What charts take from a result or from a release: the index and every node as rows. Of a release nothing is here but
 * what the release shows.
 *
 * @param questionnaire what was asked
 * @param us who was asked
 * @param index the index
 * @param nodes every node in tree order
 * @param weights by key of a node under the index its effective weight there, 0-1
 * @param next by key of a node what its next level says and does not hold
 * @param date when it was answered, as text
 * @param band what the bands of scores are
 * @param notes who answered and what is missing
 */
record Figures(
        Questionnaire questionnaire,
        TextMap us,
        ChartValue.Row index,
        List<ChartValue.Row> nodes,
        Map<String, Double> weights,
        Map<String, TextMap> next,
        String date,
        Words band,
        List<Words> notes) {

    /** From so many top nodes on these are the dimensions; under it the nodes with items are. */
    private static final int TOP_NODES = 4;

    static Figures of(Questionnaire questionnaire, Result result) {
        Map<String, Set<String>> seats = new HashMap<>();
        Set<String> all = new TreeSet<>();
        int blank = 0;
        for (ItemScore item : result.items()) {
            Set<String> own = new TreeSet<>();
            item.respondents().stream().map(RespondentScore::seat).forEach(own::add);
            seats.put(item.key(), own);
            all.addAll(own);
            blank += item.state() == ItemState.DONT_KNOW || item.state() == ItemState.SKIPPED ? 1 : 0;
        }
        List<Node> nodes = questionnaire.nodes();
        List<ChartValue.Row> rows = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            NodeScore node = result.nodes().get(i);
            Set<String> own = new TreeSet<>();
            items(nodes.get(i)).forEach(item -> own.addAll(seats.getOrDefault(item.key(), Set.of())));
            rows.add(new ChartValue.Row(
                    node.key(),
                    node.title(),
                    value(node.outcome(), node.status(), band(interval(result, i), node.bounds())),
                    result.maturity().nodes().get(i).level(),
                    own.isEmpty() ? null : own.size(),
                    null));
        }
        IndexScore index = result.index();
        ScoreInterval whole = result.confidence() == null
                ? null
                : result.confidence().scores().index();
        ChartValue.Row first = new ChartValue.Row(
                Measure.INDEX,
                TextMap.of("Index", "指数"),
                value(index.outcome(), index.status(), band(whole, index.bounds())),
                result.maturity().level(),
                all.size(),
                null);
        Map<String, Double> weights = new HashMap<>();
        index.contributions().forEach(one -> weights.put(one.key(), one.share()));
        Map<String, TextMap> next = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            List<Blocking> blocking = result.maturity().nodes().get(i).blocking();
            next(next, nodes.get(i).key(), blocking.stream().map(Blocking::statement));
        }
        int items = result.items().size();
        Words note = new Words(
                "n = " + all.size() + " people; " + blank + " of " + items + " questions have no answer from anybody.",
                "n = " + all.size() + "人。全" + items + "問のうち、誰からも回答がない設問は" + blank + "問です。");
        boolean intervals = result.confidence() != null;
        return new Figures(
                questionnaire,
                us(result.company()),
                first,
                rows,
                weights,
                next,
                date(result.date()),
                intervals ? ChartWords.INTERVAL : ChartWords.RANGE,
                List.of(note));
    }

    static Figures of(Questionnaire questionnaire, Release release) {
        Words few = few(release.k());
        List<ChartValue.Row> rows = release.nodes().stream()
                .map(node -> new ChartValue.Row(
                        node.key(),
                        node.title(),
                        value(node.evidenced(), node.range(), node.suppressed(), node.status(), node.reason(), few),
                        node.level().value(),
                        null,
                        null))
                .toList();
        Release.Index own = release.index();
        ChartValue.Row index = new ChartValue.Row(
                Measure.INDEX,
                TextMap.of("Index", "指数"),
                value(own.evidenced(), own.range(), own.suppressed(), own.status(), own.reason(), few),
                release.level().value(),
                null,
                null);
        Map<String, Double> weights = new HashMap<>();
        own.contributions().forEach(one -> weights.put(one.key(), one.share()));
        Words note = new Words(
                "At least " + release.k() + " people stand behind every number that is no statement of an office.",
                "部門としての回答を除き、どの数値も" + release.k() + "人以上の回答によるものです。");
        Map<String, TextMap> next = new HashMap<>();
        release.nodes()
                .forEach(node ->
                        next(next, node.key(), node.level().blocking().stream().map(Release.Blocked::statement)));
        return new Figures(
                questionnaire,
                us(release.company()),
                index,
                rows,
                weights,
                next,
                date(release.date()),
                ChartWords.RANGE,
                List.of(note));
    }

    private static String date(@Nullable LocalDate date) {
        return date == null ? "–" : date.toString();
    }

    private static void next(Map<String, TextMap> next, String node, Stream<@Nullable TextMap> statements) {
        statements.filter(Objects::nonNull).findFirst().ifPresent(statement -> next.put(node, statement));
    }

    /** What stands where fewer than k answered. */
    static Words few(int k) {
        return new Words("fewer than " + k, k + "人未満");
    }

    private static TextMap us(@Nullable Company company) {
        return company == null
                ? TextMap.of("The company", "この企業")
                : new TextMap(Map.of("en", company.name().isBlank() ? "–" : company.name()));
    }

    private static @Nullable ScoreInterval interval(Result result, int node) {
        if (result.confidence() == null || result.confidence().scores().nodes().isEmpty()) {
            return null;
        }
        NodeInterval interval = result.confidence().scores().nodes().get(node);
        return interval.joined();
    }

    private static @Nullable Bounds band(@Nullable ScoreInterval interval, @Nullable Bounds bounds) {
        return interval == null ? bounds : interval.band();
    }

    private static ChartValue value(Outcome outcome, Status status, @Nullable Bounds band) {
        return outcome instanceof Outcome.Scored scored
                ? new ChartValue.Scored(scored.evidenced(), band, status == Status.PROVISIONAL)
                : new ChartValue.Missing(why(((Outcome.NotScored) outcome).reason()));
    }

    private static ChartValue value(
            @Nullable Double score,
            @Nullable Bounds range,
            boolean suppressed,
            Status status,
            @Nullable Reason reason,
            Words few) {
        if (suppressed || score == null) {
            return new ChartValue.Missing(suppressed || reason == null ? few : why(reason));
        }
        return new ChartValue.Scored(score, range, status == Status.PROVISIONAL);
    }

    /** Why there is no score. */
    static Words why(Reason reason) {
        return new Words(new Wording("en").reason(reason), new Wording("ja").reason(reason));
    }

    /**
     * What the index would gain by its own rule if a node right under it rose to a score (rule S7); null where it cannot be
     * worked out from these numbers.
     */
    @Nullable
    Double gain(String key, double target) {
        List<Node> tops = questionnaire.tree();
        double[] now = new double[tops.size()];
        double[] then = new double[tops.size()];
        double[] shares = new double[tops.size()];
        int n = 0;
        for (ChartValue.Row row : nodes) {
            Double share = weights.get(row.key());
            if (share != null) {
                if (!(row.value() instanceof ChartValue.Scored scored) || n == tops.size()) {
                    return null;
                }
                now[n] = scored.score();
                then[n] = row.key().equals(key) ? target : scored.score();
                shares[n++] = share;
            }
        }
        return n == 0 ? null : index(then, shares, n) - index(now, shares, n);
    }

    private double index(double[] scores, double[] shares, int n) {
        IndexRule rule = questionnaire.index();
        Aggregation how = rule.aggregation();
        if (how instanceof Aggregation.Geometric) {
            return Means.geometric(scores, shares, n, rule.floor());
        } else if (how instanceof Aggregation.Minimum) {
            return Means.minimum(scores, n);
        } else if (how instanceof Aggregation.MeanOfBest best) {
            return Means.meanOfBest(scores, n, best.n());
        } else if (how instanceof Aggregation.Balance) {
            return 100 - Math.abs(scores[0] - scores[1]);
        }
        return Means.arithmetic(scores, shares, n);
    }

    /** The rows of the dimensions of the profile. */
    List<ChartValue.Row> dimensions() {
        Set<String> keys = new LinkedHashSet<>();
        dimensions(questionnaire).forEach(node -> keys.add(node.key()));
        return nodes.stream().filter(row -> keys.contains(row.key())).toList();
    }

    /** The dimensions of a questionnaire: its top nodes, or its nodes with items where there are fewer than four of those. */
    static List<Node> dimensions(Questionnaire questionnaire) {
        return questionnaire.tree().size() >= TOP_NODES
                ? questionnaire.tree()
                : questionnaire.nodes().stream()
                        .filter(Node.Leaf.class::isInstance)
                        .toList();
    }

    /** The items of a node and of all nodes under it, in file order. */
    static List<Item> items(Node node) {
        if (node instanceof Node.Leaf leaf) {
            return leaf.items();
        }
        List<Item> items = new ArrayList<>();
        if (node instanceof Node.Branch branch) {
            branch.nodes().forEach(child -> items.addAll(items(child)));
        }
        return items;
    }
}
