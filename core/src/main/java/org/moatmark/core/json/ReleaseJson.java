package org.moatmark.core.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.maturity.LevelCap;
import org.moatmark.core.maturity.Pattern;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.report.Release;
import org.moatmark.core.response.Company;
import org.moatmark.core.scoring.Bounds;
import org.moatmark.core.scoring.Contribution;
import org.moatmark.core.scoring.NodeSides;
import org.moatmark.core.scoring.Outcome;
import org.moatmark.core.scoring.Reason;

/** The document of a release ({@code moatmark/release/1}): every property of it is written here by name, or not at all. */
public final class ReleaseJson {

    private ReleaseJson() {}

    /**
     * The document of a release.
     *
     * @param release a release
     * @return the document
     */
    public static JsonObject document(Release release) {
        ObjectBuilder out = head(
                        release.questionnaire(), release.version(), release.methodHash(), release.engine(), release.k())
                .put("company", company(release.company()))
                .put("date", release.date() == null ? null : release.date().toString())
                .put("index", index(release.index()))
                .put("level", level(release.level(), release.index().suppressed()));
        out.list("nodes", release.nodes(), ReleaseJson::node).list("items", release.items(), ReleaseJson::item);
        if (!release.departments().isEmpty()) {
            out.list("departments", release.departments(), ReleaseJson::department);
        }
        return out.list("findings", release.findings(), ReleaseJson::finding).done();
    }

    /**
     * The document that stands for a release as long as there is none, since fewer than k answered.
     *
     * @param questionnaire what is asked
     * @param engine version of the program
     * @param k how many people at least stand behind a number
     * @return the document
     */
    public static JsonObject nothingYet(Questionnaire questionnaire, String engine, int k) {
        ObjectBuilder out =
                head(questionnaire.id(), questionnaire.version().toString(), questionnaire.methodHash(), engine, k);
        return suppressed(out).done();
    }

    private static ObjectBuilder head(String id, String version, String methodHash, String engine, int k) {
        return new ObjectBuilder()
                .put("format", Release.FORMAT)
                .put("rounded", Double.valueOf(Release.ROUNDED))
                .put("k", k)
                .put(
                        "questionnaire",
                        new ObjectBuilder()
                                .put("id", id)
                                .put("version", version)
                                .put("methodHash", methodHash)
                                .done())
                .put("engine", engine);
    }

    private static ObjectBuilder suppressed(ObjectBuilder out) {
        return out.put("suppressed", true).put("reason", Release.FEWER_THAN_K);
    }

    private static @Nullable JsonValue company(@Nullable Company company) {
        if (company == null) {
            return null;
        }
        JsonOut out = new JsonOut();
        WaveOut.company(company, out);
        return JsonTree.parse(out.toBytes()).orThrow();
    }

    private static JsonObject index(Release.Index index) {
        if (index.suppressed()) {
            return suppressed(new ObjectBuilder()).done();
        }
        ObjectBuilder out = score(new ObjectBuilder(), index.evidenced(), index.range(), index.reason())
                .put("status", index.status().word())
                .put("rule", index.rule());
        return contributions(out, index.contributions()).done();
    }

    private static ObjectBuilder score(
            ObjectBuilder out, @Nullable Double evidenced, @Nullable Bounds range, @Nullable Reason reason) {
        out.put("evidenced", evidenced);
        if (range != null) {
            out.put("range", range);
        }
        if (evidenced == null && reason != null) {
            out.put("reason", reason.word());
        }
        return out;
    }

    private static ObjectBuilder contributions(ObjectBuilder out, List<Contribution> contributions) {
        return out.list(
                "contributions",
                contributions,
                one -> new ObjectBuilder()
                        .put("key", one.key())
                        .put("weight", Double.valueOf(one.weight()))
                        .put("share", Double.valueOf(one.share()))
                        .put("points", Double.valueOf(one.points()))
                        .done());
    }

    private static JsonObject level(Release.Level level, boolean hidden) {
        if (hidden) {
            return suppressed(new ObjectBuilder()).done();
        }
        ObjectBuilder out = new ObjectBuilder().put("value", level.value()).put("progress", level.progress());
        LevelCap capped = level.capped();
        out.put(
                "capped",
                capped == null
                        ? null
                        : new ObjectBuilder()
                                .put("from", capped.from())
                                .put("reason", capped.reason().word())
                                .done());
        return out.list("blocking", level.blocking(), ReleaseJson::blocked).done();
    }

    private static JsonObject blocked(Release.Blocked one) {
        ObjectBuilder out = new ObjectBuilder();
        if (one.node() != null) {
            out.put("node", one.node());
        }
        out.put("level", one.level());
        if (one.statement() != null) {
            out.put("statement", one.statement());
        }
        return out.done();
    }

    private static JsonObject node(Release.Node node) {
        ObjectBuilder out = new ObjectBuilder()
                .put("key", node.key())
                .put("parent", node.parent())
                .put("title", node.title());
        if (node.suppressed()) {
            return suppressed(out).done();
        }
        score(out, node.evidenced(), node.range(), node.reason())
                .put("status", node.status().word())
                .put("rule", node.rule())
                .put("sides", sides(node.sides()))
                .put("level", node.level().value())
                .put("progress", node.level().progress())
                .list("blocking", node.level().blocking(), ReleaseJson::blocked);
        return contributions(out, node.contributions()).done();
    }

    private static JsonObject sides(@Nullable NodeSides sides) {
        ObjectBuilder out = new ObjectBuilder();
        if (sides == null) {
            return suppressed(out).done();
        }
        if (sides.headquarters() != null) {
            out.put("headquarters", sides.headquarters());
        }
        if (sides.genba() != null) {
            out.put("genba", sides.genba());
        }
        return out.done();
    }

    private static JsonObject item(Release.Item item) {
        ObjectBuilder out = new ObjectBuilder().put("key", item.key());
        if (item.suppressed()) {
            return suppressed(out).done();
        }
        out.put("state", item.state().word());
        Release.Stated stated = item.statement();
        if (stated == null) {
            return score(out, item.evidenced(), item.range(), null)
                    .put("sides", sides(item.sides()))
                    .done();
        }
        ObjectBuilder bySide = new ObjectBuilder();
        side(bySide, "headquarters", stated.sides().headquarters());
        side(bySide, "genba", stated.sides().genba());
        return out.put("claimed", stated.claimed())
                .put("evidenced", item.evidenced())
                .put("sides", bySide.done())
                .list(
                        "conflict",
                        stated.conflict(),
                        said -> new ObjectBuilder()
                                .put("seat", said.seat())
                                .put("value", GivenJson.value(said.value()))
                                .done())
                .list(
                        "respondents",
                        stated.respondents(),
                        one -> new ObjectBuilder()
                                .put("seat", one.seat())
                                .put("claimed", Double.valueOf(one.claimed()))
                                .put("evidenced", Double.valueOf(one.evidenced()))
                                .done())
                .put("gainOfNextStep", stated.gainOfNextStep())
                .done();
    }

    private static void side(ObjectBuilder out, String word, Outcome.@Nullable Scored score) {
        if (score != null) {
            out.put(
                    word,
                    new ObjectBuilder()
                            .put("claimed", Double.valueOf(score.claimed()))
                            .put("evidenced", Double.valueOf(score.evidenced()))
                            .done());
        }
    }

    private static JsonObject department(Release.Department department) {
        ObjectBuilder out = new ObjectBuilder().put("department", department.name());
        return department.opinions().isEmpty()
                ? suppressed(out).done()
                : out.list(
                                "opinions",
                                department.opinions(),
                                one -> new ObjectBuilder()
                                        .put("node", one.node())
                                        .put("mean", Double.valueOf(one.mean()))
                                        .done())
                        .done();
    }

    private static JsonObject finding(Pattern finding) {
        return new ObjectBuilder()
                .put("key", finding.key())
                .put("tone", finding.tone().word())
                .put("message", finding.message())
                .texts("because", finding.because())
                .done();
    }
}
