package org.moatmark.core.interop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.maturity.Confidence;
import org.moatmark.core.maturity.NodeLevel;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.report.Release;
import org.moatmark.core.report.Result;
import org.moatmark.core.scoring.IndexScore;
import org.moatmark.core.scoring.ItemScore;
import org.moatmark.core.scoring.NodeInterval;
import org.moatmark.core.scoring.NodeScore;
import org.moatmark.core.scoring.Outcome;

/**
 * The scores of a result as a table: the index, every node and every item, in tree order, unrounded. Of a confidential
 * assessment the release as it is, rounded, with nothing for what is suppressed but the word for it.
 */
public final class ScoreTables {

    private static final TextMap TITLE = TextMap.of("Scores", "得点");

    private ScoreTables() {}

    /**
     * The scores of a result.
     *
     * @param questionnaire its questionnaire
     * @param result the result
     * @return the table
     */
    public static DataTable of(Questionnaire questionnaire, Result result) {
        Confidence confidence = result.confidence();
        List<List<DataCell>> rows = new ArrayList<>();
        IndexScore index = result.index();
        rows.add(ScoreRow.index(questionnaire.title())
                .score(index.outcome())
                .interval(confidence == null ? null : confidence.scores().index())
                .possible(index.bounds())
                .status(index.status())
                .level(result.maturity().level(), result.maturity().progress())
                .rule(index.rule())
                .cells());
        for (int i = 0; i < result.nodes().size(); i++) {
            NodeInterval interval = confidence == null
                    ? NodeInterval.NONE
                    : confidence.scores().nodes().get(i);
            rows.add(row(result.nodes().get(i), result.maturity().nodes().get(i), interval));
        }
        Map<String, Item> items = items(questionnaire);
        Map<String, String> nodes = nodes(questionnaire);
        for (ItemScore item : result.items()) {
            Outcome.Scored score = item.score();
            rows.add(ScoreRow.item(item.key(), nodes.get(item.key()), text(items, item.key()))
                    .score(score == null ? null : score.evidenced(), score == null ? null : score.claimed())
                    .sides(
                            evidenced(item.sides().headquarters()),
                            evidenced(item.sides().genba()))
                    .state(item.state())
                    .cells());
        }
        return new DataTable(TITLE, ScoreRow.COLUMNS, rows::stream);
    }

    private static List<DataCell> row(NodeScore node, NodeLevel level, NodeInterval interval) {
        return ScoreRow.node(node.key(), node.parent(), node.title())
                .score(node.outcome())
                .interval(interval.joined())
                .possible(node.bounds())
                .sides(node.sides())
                .coverage(node.coverage())
                .status(node.status())
                .level(level.level(), level.progress())
                .rule(node.rule())
                .cells();
    }

    /**
     * The scores of a release.
     *
     * @param questionnaire its questionnaire
     * @param release the release of a confidential assessment
     * @return the table
     */
    public static DataTable of(Questionnaire questionnaire, Release release) {
        List<List<DataCell>> rows = new ArrayList<>();
        Release.Index index = release.index();
        ScoreRow first = ScoreRow.index(questionnaire.title());
        rows.add(
                index.suppressed()
                        ? first.suppressed().cells()
                        : first.score(index.evidenced(), null)
                                .possible(index.range())
                                .status(index.status())
                                .reason(index.reason())
                                .level(release.level().value(), release.level().progress())
                                .rule(index.rule())
                                .cells());
        for (Release.Node node : release.nodes()) {
            ScoreRow row = ScoreRow.node(node.key(), node.parent(), node.title());
            rows.add(
                    node.suppressed()
                            ? row.suppressed().cells()
                            : row.score(node.evidenced(), null)
                                    .possible(node.range())
                                    .sides(node.sides())
                                    .status(node.status())
                                    .reason(node.reason())
                                    .level(node.level().value(), node.level().progress())
                                    .rule(node.rule())
                                    .cells());
        }
        Map<String, Item> items = items(questionnaire);
        Map<String, String> nodes = nodes(questionnaire);
        for (Release.Item item : release.items()) {
            ScoreRow row = ScoreRow.item(item.key(), nodes.get(item.key()), text(items, item.key()));
            rows.add(
                    item.suppressed()
                            ? row.suppressed().cells()
                            : row.score(item.evidenced(), claimed(item.statement()))
                                    .possible(item.range())
                                    .sides(item.sides())
                                    .state(item.state())
                                    .cells());
        }
        return new DataTable(TITLE, ScoreRow.COLUMNS, rows::stream);
    }

    private static @Nullable Double claimed(Release.@Nullable Stated statement) {
        return statement == null ? null : statement.claimed();
    }

    private static @Nullable Double evidenced(Outcome.@Nullable Scored side) {
        return side == null ? null : side.evidenced();
    }

    private static Map<String, Item> items(Questionnaire questionnaire) {
        Map<String, Item> items = new HashMap<>();
        questionnaire.items().forEach(item -> items.put(item.key(), item));
        return items;
    }

    /** The node of each item. */
    static Map<String, String> nodes(Questionnaire questionnaire) {
        Map<String, String> nodes = new HashMap<>();
        for (Node node : questionnaire.nodes()) {
            if (node instanceof Node.Leaf leaf) {
                leaf.items().forEach(item -> nodes.put(item.key(), leaf.key()));
            }
        }
        return nodes;
    }

    private static TextMap text(Map<String, Item> items, String key) {
        Item item = items.get(key);
        if (item == null) {
            throw new IllegalArgumentException("The questionnaire has no item '" + key + "' of this result.");
        }
        return item.text();
    }
}
