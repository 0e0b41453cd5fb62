package org.moatmark.core.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.maturity.LevelCap;
import org.moatmark.core.report.Brand;
import org.moatmark.core.report.Mark;
import org.moatmark.core.report.Report;

/**
 * Reports as documents ({@code moatmark/report/1}): what all the readable formats are made of, with texts in both
 * languages and unrounded numbers; {@code whole} is the number that they quote.
 */
public final class ReportJson {

    private ReportJson() {}

    /**
     * The document of a report.
     *
     * @param report a report
     * @return JSON
     */
    public static JsonObject document(Report report) {
        ObjectBuilder out = new ObjectBuilder().put("format", Report.FORMAT);
        about(out, report);
        out.put(
                        "index",
                        mark(report.index())
                                .put("rule", report.rule().toString())
                                .list("contributions", report.parts(), ReportJson::part)
                                .done())
                .put("level", level(report.level()))
                .texts("dimensions", report.dimensions())
                .list("nodes", report.nodes(), ReportJson::node)
                .list("items", report.items(), ReportJson::item)
                .list("findings", report.findings(), ReportJson::finding)
                .list("gaps", report.gaps(), ReportJson::gap)
                .list("agreement", report.views(), ReportJson::view)
                .put("standing", report.standing() == null ? null : ReportStandingJson.standing(report.standing()))
                .put("change", report.change() == null ? null : ReportStandingJson.change(report.change()))
                .list("limits", report.limits(), ReportJson::words)
                .list("betterClaims", report.claims(), ReportJson::words);
        return out.put("method", method(report.method())).done();
    }

    private static void about(ObjectBuilder out, Report report) {
        Report.About about = report.about();
        out.put(
                        "questionnaire",
                        new ObjectBuilder()
                                .put("id", about.questionnaire())
                                .put("version", about.version())
                                .put("methodHash", report.method().methodHash())
                                .put("title", about.title())
                                .done())
                .put("engine", report.method().engine())
                .put("company", about.company())
                .put("date", about.date() == null ? null : about.date().toString())
                .put("respondents", about.respondents())
                .list(
                        "people",
                        about.people(),
                        people -> new ObjectBuilder()
                                .put("kind", people.kind())
                                .put("n", people.n())
                                .done())
                .put("k", about.k());
        Brand brand = about.brand();
        out.put(
                "brand",
                new ObjectBuilder()
                        .put("title", brand.title())
                        .put("subtitle", brand.subtitle())
                        .put("accent", brand.colour())
                        .done());
    }

    /** A score with everything that belongs to it. */
    static ObjectBuilder mark(Mark mark) {
        ObjectBuilder out = new ObjectBuilder();
        if (mark.suppressed()) {
            return out.put("suppressed", true).put("whole", (Integer) null);
        }
        out.put("evidenced", mark.score()).put("whole", mark.whole());
        if (mark.claimed() != null) {
            out.put("claimed", mark.claimed());
        }
        if (mark.band() != null) {
            out.put("band", mark.band()).put("bandIs", mark.kind().word());
        }
        if (mark.reason() != null) {
            out.put("reason", mark.reason().word());
        }
        return out.put("status", mark.status().word());
    }

    private static JsonObject level(Report.Level level) {
        LevelCap capped = level.capped();
        ObjectBuilder out = new ObjectBuilder().put("value", level.value()).put("of", level.top());
        if (level.name() != null && level.definition() != null) {
            out.put("name", level.name()).put("definition", level.definition());
        }
        return out.put("progress", level.progress())
                .put(
                        "capped",
                        capped == null
                                ? null
                                : new ObjectBuilder()
                                        .put("from", capped.from())
                                        .put("reason", capped.reason().word())
                                        .done())
                .put("stays", level.stays())
                .list("next", level.next(), ReportJson::step)
                .done();
    }

    private static JsonObject step(Report.Step step) {
        return new ObjectBuilder()
                .put("node", step.node())
                .put("level", step.level())
                .put("text", step.text())
                .list("needs", step.needs(), ReportJson::words)
                .done();
    }

    private static JsonObject words(Words words) {
        return new ObjectBuilder().put("en", words.en()).put("ja", words.ja()).done();
    }

    private static JsonObject node(Report.Node node) {
        ObjectBuilder out = new ObjectBuilder()
                .put("key", node.key())
                .put("parent", node.parent())
                .put("title", node.title());
        mark(node.mark()).into(out);
        return out.put("rule", node.rule().toString())
                .put(
                        "sides",
                        new ObjectBuilder()
                                .put("headquarters", node.headquarters())
                                .put("genba", node.genba())
                                .done())
                .put("level", node.level())
                .list("next", node.next(), ReportJson::step)
                .list("contributions", node.parts(), ReportJson::part)
                .done();
    }

    private static JsonObject part(Report.Part part) {
        return new ObjectBuilder()
                .put("key", part.key())
                .put("share", Double.valueOf(part.share()))
                .put("points", Double.valueOf(part.points()))
                .done();
    }

    private static JsonObject item(Report.Item item) {
        ObjectBuilder out = new ObjectBuilder()
                .put("key", item.key())
                .put("node", item.node())
                .put("text", item.text());
        if (item.mark().suppressed()) {
            return out.put("suppressed", true).put("whole", (Integer) null).done();
        }
        return out.put("state", item.state().word())
                .put("evidenced", item.mark().score())
                .put("claimed", item.mark().claimed())
                .put("whole", item.mark().whole())
                .list("answers", item.answers(), GivenJson::given)
                .put("gainOfNextStep", item.gain())
                .done();
    }

    private static JsonObject finding(Report.Remark one) {
        return new ObjectBuilder()
                .put("key", one.key())
                .put("tone", one.tone().word())
                .put("message", one.message())
                .texts("because", one.because())
                .done();
    }

    private static JsonObject gap(Report.Gap gap) {
        return new ObjectBuilder()
                .put("node", gap.node())
                .texts("between", List.of(gap.between().first(), gap.between().second()))
                .put("first", gap.first())
                .put("second", gap.second())
                .put("difference", Double.valueOf(gap.difference()))
                .put("detectable", gap.detectable())
                .put("reading", gap.reading() == null ? null : gap.reading().word())
                .done();
    }

    private static JsonObject view(Report.View view) {
        return new ObjectBuilder()
                .put("node", view.node())
                .put("side", view.side().word())
                .put("n", view.n())
                .put("shared", view.shared().word())
                .put("median", view.median())
                .done();
    }

    private static JsonObject method(Report.Method method) {
        return new ObjectBuilder()
                .put("seed", number(method.seed()))
                .put("runs", method.runs())
                .put("rounded", method.rounded())
                .done();
    }

    private static @Nullable JsonValue number(@Nullable Long value) {
        return value == null ? null : new JsonNumber(Long.toString(value), value);
    }
}
