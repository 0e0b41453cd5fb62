package org.moatmark.core.json;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.moatmark.core.maturity.Block;
import org.moatmark.core.maturity.InstrumentPolicy;
import org.moatmark.core.maturity.InstrumentReport;
import org.moatmark.core.psychometrics.Convergence;
import org.moatmark.core.psychometrics.DifferentialUse;
import org.moatmark.core.psychometrics.Dimensionality;
import org.moatmark.core.psychometrics.EffectiveWeights;
import org.moatmark.core.psychometrics.Estimate;
import org.moatmark.core.psychometrics.GroupReliability;
import org.moatmark.core.psychometrics.GuttmanErrors;
import org.moatmark.core.psychometrics.ItemStatistics;
import org.moatmark.core.psychometrics.Omega;
import org.moatmark.core.psychometrics.ScaleReliability;

/**
 * The document about a questionnaire as an instrument ({@code moatmark/instrument/1}). Every part says whether it was
 * computed; one that was not has {@code n}, what it {@code needs} (null where more would not help) and {@code why}. A number
 * that cannot be computed is null, with the reason. Longer than other classes: the document has many parts, and each is
 * written once.
 */
public final class InstrumentJson {

    /** The word of the {@code format} property. */
    public static final String FORMAT = "moatmark/instrument/1";

    private InstrumentJson() {}

    /**
     * A report.
     *
     * @param report the report
     * @return the document
     */
    public static JsonObject document(InstrumentReport report) {
        ObjectBuilder attention = new ObjectBuilder();
        report.attention().forEach(attention::texts);
        return new ObjectBuilder()
                .put("format", FORMAT)
                .put(
                        "questionnaire",
                        new ObjectBuilder()
                                .put("id", report.questionnaire().id())
                                .put("version", report.questionnaire().version().toString())
                                .put("methodHash", report.questionnaire().methodHash())
                                .done())
                .put("companies", report.companies())
                .put("respondents", report.respondents())
                .put("silentSeats", report.silent())
                .put("policy", policy(report.policy()))
                .put("withheld", withheld(report))
                .put("attention", attention.done())
                .list("items", report.items(), InstrumentJson::item)
                .list("nodes", report.nodes(), InstrumentJson::node)
                .list("levels", report.levels(), InstrumentJson::level)
                .list("contrasts", report.contrasts(), InstrumentJson::contrast)
                .put("weights", block(report.weights(), weights -> weights(report.dimensions(), weights)))
                .done();
    }

    private static JsonValue withheld(InstrumentReport report) {
        return report.withheld() == null
                ? JsonNull.NULL
                : new ObjectBuilder()
                        .put("en", report.withheld().en())
                        .put("ja", report.withheld().ja())
                        .done();
    }

    private static JsonObject policy(InstrumentPolicy policy) {
        return new ObjectBuilder()
                .put("secrecy", policy.secrecy())
                .put("reliability", policy.reliability())
                .put("dimensions", policy.dimensions())
                .put("perItem", policy.perItem())
                .put("rasch", policy.rasch())
                .put("graded", policy.graded())
                .put("differential", policy.differential())
                .put("style", policy.style())
                .put("groups", policy.groups())
                .put("companies", policy.companies())
                .put("extreme", policy.extreme())
                .put("seed", policy.seed())
                .put("runs", policy.runs())
                .done();
    }

    private static <T extends Serializable> JsonObject block(Block<T> block, Function<T, ObjectBuilder> write) {
        if (block instanceof Block.Computed<T> computed) {
            ObjectBuilder object = new ObjectBuilder().put("computed", true);
            write.apply(computed.value()).into(object);
            return object.done();
        }
        Block.NotComputed<T> none = (Block.NotComputed<T>) block;
        return new ObjectBuilder()
                .put("computed", false)
                .put("n", none.n())
                .put("needs", none.needs())
                .put("why", none.why())
                .done();
    }

    private static JsonObject item(InstrumentReport.ItemUse use) {
        return new ObjectBuilder()
                .put("key", use.item().key())
                .put("text", use.item().text())
                .put("type", use.item().type().word())
                .put(
                        "coverage",
                        new ObjectBuilder()
                                .put("answered", use.answered())
                                .put("dontKnow", use.dontKnow())
                                .put("notApplicable", use.notApplicable())
                                .put("skipped", use.skipped())
                                .put("notAsked", use.notAsked())
                                .done())
                .put(
                        "distribution",
                        block(
                                use.spread(),
                                spread -> new ObjectBuilder()
                                        .put("counts", counts(spread.counts()))
                                        .put("mean", spread.mean())
                                        .put("deviation", spread.deviation())
                                        .put("floor", spread.floor())
                                        .put("ceiling", spread.ceiling())
                                        .texts("flags", spread.flags())))
                .done();
    }

    private static JsonObject counts(Map<String, Integer> counts) {
        ObjectBuilder object = new ObjectBuilder();
        counts.forEach(object::put);
        return object.done();
    }

    private static JsonObject node(InstrumentReport.NodeQuality node) {
        return new ObjectBuilder()
                .put("key", node.node().key())
                .put("title", node.node().head().title())
                .texts("opinions", node.opinions())
                .put(
                        "reliability",
                        new ObjectBuilder()
                                .put("respondents", block(node.people(), InstrumentJson::consistent))
                                .put("companies", block(node.companies(), InstrumentJson::consistent))
                                .done())
                .put("dimensionality", block(node.dimensions(), InstrumentJson::dimensions))
                .list("agreement", node.agreement(), InstrumentJson::agreement)
                .put("partialCredit", block(node.rasch(), InstrumentJson::rasch))
                .put("gradedResponse", block(node.graded(), InstrumentJson::graded))
                .put("order", block(node.order(), InstrumentJson::errors))
                .done();
    }

    private static ObjectBuilder consistent(InstrumentReport.Consistent found) {
        ScaleReliability of = found.reliability();
        ObjectBuilder object = new ObjectBuilder()
                .put("n", of.n())
                .put("incomplete", of.incomplete())
                .put("alpha", number(of.alpha()))
                .put("alphaInterval", ReliabilityJson.interval(found.interval()))
                .put("standardizedAlpha", number(of.standardizedAlpha()))
                .put("lambda2", number(of.lambda2()))
                .put("lambda6", number(of.lambda6()))
                .put("averageCorrelation", number(of.averageCorrelation()))
                .put("standardErrorOfMean", number(of.standardErrorOfMean()))
                .put("omega", block(found.omega(), InstrumentJson::omega));
        List<ItemStatistics> statistics = of.itemStatistics();
        JsonValue[] items = new JsonValue[statistics.size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = new ObjectBuilder()
                    .put("key", found.items().get(i))
                    .put("mean", number(statistics.get(i).mean()))
                    .put("deviation", number(statistics.get(i).standardDeviation()))
                    .put("itemTotal", number(statistics.get(i).itemTotal()))
                    .put("correctedItemTotal", number(statistics.get(i).correctedItemTotal()))
                    .put("alphaIfDeleted", number(statistics.get(i).alphaIfDeleted()))
                    .done();
        }
        return object.put("items", new JsonArray(List.of(items)));
    }

    private static ObjectBuilder omega(Omega omega) {
        return new ObjectBuilder()
                .put("modelImplied", number(omega.modelImplied()))
                .put("observed", number(omega.observed()))
                .put("standardizedModelImplied", number(omega.standardizedModelImplied()))
                .put("standardizedObserved", number(omega.standardizedObserved()));
    }

    private static ObjectBuilder dimensions(Dimensionality.Found found) {
        return new ObjectBuilder()
                .put("n", found.n())
                .list("eigenvalues", found.eigenvalues(), JsonNumber::of)
                .put("ratio", number(found.ratio()))
                .list("chanceMeans", found.chanceMeans(), JsonNumber::of)
                .list("chanceLimits", found.chanceLimits(), JsonNumber::of)
                .put("dimensions", found.dimensions())
                .put("seed", found.seed())
                .put("runs", found.runs());
    }

    private static JsonObject agreement(InstrumentReport.Agreement of) {
        return new ObjectBuilder()
                .put("side", of.side().word())
                .put("companies", of.companies())
                .put("respondents", of.people())
                .put("shared", counts(of.shared()))
                .put(
                        "means",
                        block(
                                of.means(),
                                means -> new ObjectBuilder()
                                        .put("rwgJ", number(means.rwgJ()))
                                        .put("rwgJSkewed", number(means.rwgJSkewed()))
                                        .put("rwgJStar", number(means.rwgStar()))
                                        .put("awgJ", number(means.awg()))
                                        .put("ad", number(means.ad()))
                                        .put("adMedian", number(means.adMedian()))))
                .put("icc", block(of.reliability(), InstrumentJson::icc))
                .done();
    }

    private static ObjectBuilder icc(GroupReliability of) {
        return new ObjectBuilder()
                .put("groups", of.groups())
                .put("members", of.members())
                .put("icc1", number(of.icc1()))
                .put("icc1Adjusted", number(of.icc1Adjusted()))
                .put("icc2", number(of.icc2()))
                .put("p", number(of.p()));
    }

    private static JsonObject convergence(Convergence of) {
        return new ObjectBuilder()
                .put("converged", of.isConverged())
                .put("iterations", of.iterations())
                .put("gradient", of.gradient())
                .done();
    }

    private static ObjectBuilder rasch(InstrumentReport.Rasch of) {
        return new ObjectBuilder()
                .put("n", of.respondents())
                .put("convergence", convergence(of.convergence()))
                .list(
                        "items",
                        of.items(),
                        use -> new ObjectBuilder()
                                .put("key", use.key())
                                .list("answers", use.answers(), JsonNumber::of)
                                .list("thresholds", use.thresholds(), JsonNumber::of)
                                .list("errors", use.errors(), InstrumentJson::number)
                                .put("ordered", use.ordered())
                                .put("n", use.fit().n())
                                .put("infit", number(use.fit().infit()))
                                .put("outfit", number(use.fit().outfit()))
                                .put("infitZ", number(use.fit().infitZ()))
                                .put("outfitZ", number(use.fit().outfitZ()))
                                .done());
    }

    private static ObjectBuilder graded(InstrumentReport.Graded of) {
        return new ObjectBuilder()
                .put("n", of.respondents())
                .put("convergence", convergence(of.convergence()))
                .put("logLikelihood", of.logLikelihood())
                .put("marginalReliability", of.reliability())
                .list("abilities", of.abilities(), JsonNumber::of)
                .list("information", of.information(), JsonNumber::of)
                .list(
                        "items",
                        of.items(),
                        use -> new ObjectBuilder()
                                .put("key", use.key())
                                .list("answers", use.answers(), JsonNumber::of)
                                .put("slope", use.slope())
                                .put("slopeError", number(use.slopeError()))
                                .list("thresholds", use.thresholds(), JsonNumber::of)
                                .list("information", use.information(), JsonNumber::of)
                                .done());
    }

    private static ObjectBuilder errors(GuttmanErrors of) {
        return new ObjectBuilder()
                .put("n", of.n())
                .put("incomplete", of.incomplete())
                .put("mean", number(of.mean()))
                .put("normed", number(of.normed()))
                .put("flawed", number(of.flawed()))
                .put("scalability", number(of.scalability()));
    }

    private static JsonObject level(InstrumentReport.LevelOrder of) {
        return new ObjectBuilder()
                .put("node", of.node())
                .list("reached", of.reached(), count -> JsonNumber.of(count))
                .put("errors", block(of.errors(), InstrumentJson::errors))
                .done();
    }

    private static JsonObject contrast(InstrumentReport.Contrast of) {
        return new ObjectBuilder()
                .put("by", of.by())
                .put("reference", group(of.reference(), of.referenceN()))
                .put("focal", group(of.focal(), of.focalN()))
                .put(
                        "items",
                        block(
                                of.items(),
                                uses -> new ObjectBuilder()
                                        .list("found", uses.items(), use -> use(use.key(), use.use()))))
                .put(
                        "styles",
                        block(
                                of.styles(),
                                styles -> new ObjectBuilder()
                                        .list(
                                                "found",
                                                styles.differences(),
                                                style -> new ObjectBuilder()
                                                        .put("kind", style.kind())
                                                        .put("difference", number(style.difference()))
                                                        .put("interval", ReliabilityJson.interval(style.interval()))
                                                        .put("hedgesG", number(style.hedgesG()))
                                                        .done())))
                .done();
    }

    private static JsonObject group(String word, int n) {
        return new ObjectBuilder().put("group", word).put("n", n).done();
    }

    private static JsonObject use(String key, DifferentialUse use) {
        return new ObjectBuilder()
                .put("key", key)
                .put("referenceN", use.reference())
                .put("focalN", use.focal())
                .put("strata", use.strata())
                .put("unmatched", use.unmatched())
                .put("chiSquared", number(use.chiSquared()))
                .put("p", number(use.p()))
                .put("difference", number(use.difference()))
                .put("effect", number(use.effect()))
                .put("logOdds", number(use.logOdds()))
                .put("logOddsError", number(use.logOddsError()))
                .put("size", use.size() == null ? null : use.size().word())
                .done();
    }

    private static ObjectBuilder weights(List<String> keys, EffectiveWeights of) {
        JsonValue[] parts = new JsonValue[keys.size()];
        for (int i = 0; i < parts.length; i++) {
            EffectiveWeights.Part part = of.parts().get(i);
            parts[i] = new ObjectBuilder()
                    .put("key", keys.get(i))
                    .put("nominal", part.nominal())
                    .put("share", number(part.share()))
                    .put("linear", number(part.linear()))
                    .put("mainEffect", number(part.mainEffect()))
                    .done();
        }
        return new ObjectBuilder()
                .put("n", of.n())
                .put("incomplete", of.incomplete())
                .put("largestGap", number(of.largestGap()))
                .put("parts", new JsonArray(List.of(parts)));
    }

    private static JsonObject number(Estimate estimate) {
        return ReliabilityJson.estimate(estimate);
    }
}
