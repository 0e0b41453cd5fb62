package org.moatmark.core.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.benchmark.Card;
import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.benchmark.Crosswalk;
import org.moatmark.core.benchmark.GroupMean;
import org.moatmark.core.benchmark.Measure;
import org.moatmark.core.benchmark.NamedPeers;
import org.moatmark.core.benchmark.PeerChoice;
import org.moatmark.core.benchmark.PeerCriteria;
import org.moatmark.core.benchmark.PeerGroup;
import org.moatmark.core.benchmark.PeerPoint;
import org.moatmark.core.benchmark.RankBand;
import org.moatmark.core.benchmark.ReferencePoint;
import org.moatmark.core.benchmark.Subject;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.response.Company;
import org.moatmark.core.scoring.Outcome;

/** Parts that the documents about positions, comparisons and benchmarks have in common. */
final class PlacingParts {

    private final CaseLibrary library;
    private final Set<String> companies = new TreeSet<>();
    private final Set<String> facts = new LinkedHashSet<>();

    PlacingParts(CaseLibrary library) {
        this.library = library;
    }

    /** Notes a company that is spoken of. */
    void company(String id) {
        companies.add(id);
    }

    /** Notes facts that are spoken of. */
    void facts(Collection<String> ids) {
        facts.addAll(ids);
    }

    /** Every company that was spoken of, in order of ids. */
    List<JsonValue> companies() {
        List<JsonValue> all = new ArrayList<>();
        for (String id : companies) {
            library.company(id)
                    .ifPresent(company ->
                            all.add(CaseJson.company(company, library).done()));
        }
        return all;
    }

    /** Every fact that was spoken of, in order of its first mention. */
    List<JsonValue> facts() {
        List<JsonValue> all = new ArrayList<>();
        for (String id : facts) {
            library.fact(id).ifPresent(fact -> all.add(CaseJson.fact(fact, library)));
        }
        return all;
    }

    static JsonObject subject(Subject subject) {
        return new ObjectBuilder()
                .put("case", subject.self())
                .put(
                        "questionnaire",
                        new ObjectBuilder()
                                .put("id", subject.questionnaire())
                                .put("version", subject.version())
                                .put("methodHash", subject.methodHash())
                                .done())
                .put("company", company(subject.company()))
                .put("date", subject.date() == null ? null : subject.date().toString())
                .done();
    }

    private static @Nullable JsonValue company(@Nullable Company company) {
        if (company == null) {
            return null;
        }
        return new ObjectBuilder()
                .put("name", company.name())
                .put("country", company.country())
                .put("region", company.region())
                .put("sector", company.sector())
                .put("size", company.size() == null ? null : company.size().word())
                .put(
                        "market",
                        company.market() == null ? null : company.market().word())
                .done();
    }

    JsonObject group(PeerGroup group) {
        group.members().forEach(this::company);
        return new ObjectBuilder()
                .put("asked", choice(group.steps().get(0).choice()))
                .put("used", choice(group.used()))
                .put("widened", group.widened())
                .put("minimum", group.minimum())
                .put("n", group.n())
                .list(
                        "steps",
                        group.steps(),
                        step -> new ObjectBuilder()
                                .put(
                                        "letGo",
                                        step.letGo() == null
                                                ? null
                                                : step.letGo().word())
                                .put("n", step.n())
                                .done())
                .texts("members", group.members())
                .done();
    }

    private static JsonObject choice(PeerChoice choice) {
        if (choice instanceof NamedPeers named) {
            return new ObjectBuilder().texts("peers", named.ids()).done();
        }
        PeerCriteria criteria = (PeerCriteria) choice;
        return new ObjectBuilder()
                .put("sector", criteria.sector())
                .put("region", criteria.region())
                .put("size", criteria.size() == null ? null : criteria.size().word())
                .put(
                        "market",
                        criteria.market() == null ? null : criteria.market().word())
                .put("firstYear", criteria.from())
                .put("lastYear", criteria.to())
                .done();
    }

    static ObjectBuilder measure(Measure measure) {
        ObjectBuilder object = new ObjectBuilder().put("score", measure.score());
        if (measure.outcome() instanceof Outcome.NotScored none) {
            object.put("reason", none.reason().word());
        }
        return object.put("status", measure.status().word())
                .put("bounds", measure.bounds())
                .put("band", measure.band());
    }

    static JsonObject rank(RankBand rank) {
        return new ObjectBuilder()
                .put("best", rank.best())
                .put("worst", rank.worst())
                .put("of", rank.of())
                .put("word", rank.word())
                .done();
    }

    JsonObject point(PeerPoint point) {
        company(point.id());
        return new ObjectBuilder()
                .put("id", point.id())
                .put("score", point.score())
                .put("low", point.low())
                .put("high", point.high())
                .put("disputed", point.disputed())
                .done();
    }

    static JsonObject mean(GroupMean mean) {
        ObjectBuilder object = new ObjectBuilder()
                .put("n", mean.n())
                .put("raw", mean.raw())
                .put("libraryN", mean.libraryN())
                .put("library", mean.library());
        if (mean.shrinkage() instanceof GroupMean.Shrunk shrunk) {
            object.put("shrunk", shrunk.mean())
                    .put("toward", shrunk.toward())
                    .put("factor", shrunk.factor())
                    .put("cells", shrunk.cells())
                    .put("between", shrunk.between())
                    .put("within", shrunk.within());
        } else if (mean.shrinkage() instanceof GroupMean.NotShrunk none) {
            object.put("shrunk", (JsonValue) null).put("why", none.why());
        }
        return object.done();
    }

    JsonObject card(Card card) {
        card.withoutScore().forEach(this::company);
        return new ObjectBuilder()
                .put("n", card.n())
                .put("firstYear", card.firstYear())
                .put("lastYear", card.lastYear())
                .texts("raters", card.raters())
                .put("kindOfRater", card.kindOfRater())
                .put(
                        "agreement",
                        new ObjectBuilder()
                                .put(
                                        "alpha",
                                        ReliabilityJson.estimate(
                                                card.agreement().alpha()))
                                .put(
                                        "iccAverage",
                                        ReliabilityJson.estimate(
                                                card.agreement().iccAverage()))
                                .done())
                .put("methodHash", card.methodHash())
                .texts("withoutScore", card.withoutScore())
                .list(
                        "thin",
                        card.thin(),
                        count -> new ObjectBuilder()
                                .put("criterion", count.criterion().word())
                                .put("word", count.word())
                                .put("n", count.n())
                                .done())
                .done();
    }

    static JsonObject warning(Issue warning) {
        return new ObjectBuilder()
                .put("code", warning.code())
                .put("path", warning.path())
                .put("message", warning.message())
                .put("hint", warning.hint())
                .done();
    }

    static JsonObject referencePoint(ReferencePoint point) {
        return new ObjectBuilder()
                .put("key", point.key())
                .put("node", point.node())
                .put("measure", point.measure())
                .put("value", point.figure().text())
                .put("low", point.figure().low())
                .put("high", point.figure().high())
                .put("unit", point.unit())
                .put("period", point.period())
                .put("population", point.population())
                .put("n", point.n())
                .put("source", point.source())
                .put("definition", point.definition())
                .put("verification", point.verification())
                .done();
    }

    static JsonObject crosswalk(Crosswalk crosswalk) {
        return new ObjectBuilder()
                .put("from", crosswalk.from())
                .put("to", crosswalk.to())
                .list(
                        "rows",
                        crosswalk.rows(),
                        row -> new ObjectBuilder()
                                .put("item", row.item())
                                .list(
                                        "from",
                                        row.from(),
                                        item -> new ObjectBuilder()
                                                .put("item", item.key())
                                                .put("state", item.state().word())
                                                .put("score", item.score())
                                                .done())
                                .put("state", row.state().word())
                                .put("score", row.score())
                                .done())
                .texts("unlinked", crosswalk.unlinked())
                .list(
                        "shares",
                        crosswalk.shares(),
                        share -> new ObjectBuilder()
                                .put("key", share.key())
                                .put("share", share.share())
                                .put("status", share.status().word())
                                .done())
                .done();
    }
}
