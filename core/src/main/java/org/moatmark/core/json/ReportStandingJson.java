package org.moatmark.core.json;

import org.moatmark.core.report.Report;

/** The parts of a report document that look outside: other companies, and an earlier snapshot. */
final class ReportStandingJson {

    private ReportStandingJson() {}

    static JsonObject standing(Report.Standing standing) {
        ObjectBuilder out = new ObjectBuilder().put("text", standing.text()).put("among", standing.among());
        if (standing.linked() != null) {
            out.put("linked", standing.linked());
        }
        return out.list("places", standing.places(), ReportStandingJson::place)
                .list(
                        "peers",
                        standing.peers(),
                        peer -> new ObjectBuilder()
                                .put("name", peer.name().in("en"))
                                .put("names", peer.name())
                                .put("score", Double.valueOf(peer.score()))
                                .done())
                .list("lessons", standing.lessons(), ReportStandingJson::lesson)
                .put("honesty", standing.honesty())
                .done();
    }

    private static JsonObject place(Report.Place place) {
        return new ObjectBuilder()
                .put("key", place.key())
                .put("title", place.title())
                .put("own", ReportJson.mark(place.mark()).done())
                .put("n", place.n())
                .put("lowerQuarter", place.low())
                .put("median", place.median())
                .put("upperQuarter", place.high())
                .put("text", place.text())
                .done();
    }

    private static JsonObject lesson(Report.Lesson lesson) {
        return new ObjectBuilder()
                .put("key", lesson.key())
                .put("title", lesson.title())
                .put("own", Double.valueOf(lesson.own()))
                .put("reference", Double.valueOf(lesson.reference()))
                .put("against", lesson.against())
                .list("examples", lesson.examples(), ReportStandingJson::example)
                .done();
    }

    private static JsonObject example(Report.Example example) {
        return new ObjectBuilder()
                .put("name", example.name().in("en"))
                .put("names", example.name())
                .put("asOf", example.asOf())
                .put("score", Double.valueOf(example.score()))
                .list(
                        "reasons",
                        example.reasons(),
                        reason -> new ObjectBuilder()
                                .put("item", reason.item())
                                .put("rating", reason.rating())
                                .put("text", reason.text())
                                .texts("sources", reason.sources())
                                .done())
                .done();
    }

    static JsonObject change(Report.Change change) {
        return new ObjectBuilder()
                .put("since", change.since())
                .put("date", change.date() == null ? null : change.date().toString())
                .put("comparable", change.comparable())
                .put("levelBefore", change.levelBefore())
                .put("text", change.text())
                .list(
                        "lines",
                        change.lines(),
                        moved -> new ObjectBuilder()
                                .put("key", moved.key())
                                .put("title", moved.title())
                                .put("before", ReportJson.mark(moved.before()).done())
                                .put("after", ReportJson.mark(moved.after()).done())
                                .put("counts", moved.counts())
                                .put("link", moved.link().word())
                                .put("you", moved.you())
                                .put("ruler", moved.ruler())
                                .put(
                                        "reading",
                                        moved.reading() == null
                                                ? null
                                                : moved.reading().word())
                                .done())
                .list("peers", change.beside(), SnapshotComparisonJson::distance)
                .done();
    }
}
