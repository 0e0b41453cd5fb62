package org.moatmark.core.json;

import java.util.List;
import java.util.Objects;
import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.benchmark.RaterReliability;
import org.moatmark.core.benchmark.Reliability;
import org.moatmark.core.psychometrics.Estimate;
import org.moatmark.core.psychometrics.IntervalEstimate;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.Questionnaire;

/**
 * The document about how well the raters of a case library agree ({@code moatmark/reliability/1}): over all items, in every
 * node with items, and on every item. What cannot be computed is null, with the reason.
 */
public final class ReliabilityJson {

    /** The word of the {@code format} property. */
    public static final String FORMAT = "moatmark/reliability/1";

    private ReliabilityJson() {}

    /**
     * The agreement of all raters of a library.
     *
     * @param library the library
     * @return the document
     */
    public static JsonObject document(CaseLibrary library) {
        RaterReliability all = library.reliability();
        Questionnaire questionnaire = library.questionnaire();
        List<Node> leaves = questionnaire.nodes().stream()
                .filter(Node.Leaf.class::isInstance)
                .toList();
        return new ObjectBuilder()
                .put("format", FORMAT)
                .put("library", CaseJson.library(library))
                .texts("raters", all.raters())
                .put("level", RaterReliability.LEVEL)
                .put("runs", all.runs())
                .put("seed", all.seed())
                .put("overall", agreement(all.overall()).done())
                .list("nodes", leaves, node -> node(node, all))
                .list("items", questionnaire.items(), item -> item(item, all))
                .put("honesty", library.honesty())
                .done();
    }

    private static JsonObject node(Node node, RaterReliability all) {
        ObjectBuilder object = new ObjectBuilder()
                .put("key", node.key())
                .put("title", node.head().title());
        agreement(Objects.requireNonNull(all.nodes().get(node.key()))).into(object);
        return object.done();
    }

    private static JsonObject item(Item item, RaterReliability all) {
        ObjectBuilder object = new ObjectBuilder().put("key", item.key()).put("text", item.text());
        agreement(Objects.requireNonNull(all.items().get(item.key()))).into(object);
        return object.done();
    }

    private static ObjectBuilder agreement(Reliability of) {
        return new ObjectBuilder()
                .put("rated", of.rated())
                .put("units", of.units())
                .put("disputed", of.disputed())
                .put("percentAgreement", estimate(of.percentAgreement()))
                .put("alpha", estimate(of.alpha()))
                .put("alphaInterval", interval(of.alphaInterval().limits()))
                .put("kappa", estimate(of.kappa()))
                .put("iccSingle", estimate(of.iccSingle()))
                .put("iccSingleInterval", interval(of.iccSingleInterval()))
                .put("iccAverage", estimate(of.iccAverage()))
                .put("iccAverageInterval", interval(of.iccAverageInterval()));
    }

    static JsonObject estimate(Estimate estimate) {
        if (estimate instanceof Estimate.Point point) {
            return new ObjectBuilder()
                    .put("value", point.value())
                    .put("n", point.n())
                    .done();
        }
        return new ObjectBuilder()
                .put("value", (JsonValue) null)
                .put("why", ((Estimate.NotComputable) estimate).why())
                .done();
    }

    static JsonObject interval(IntervalEstimate interval) {
        if (interval instanceof IntervalEstimate.Limits limits) {
            return new ObjectBuilder()
                    .put("low", limits.low())
                    .put("high", limits.high())
                    .put("level", limits.level())
                    .done();
        }
        return new ObjectBuilder()
                .put("low", (JsonValue) null)
                .put("high", (JsonValue) null)
                .put("why", ((IntervalEstimate.NotComputable) interval).why())
                .done();
    }
}
