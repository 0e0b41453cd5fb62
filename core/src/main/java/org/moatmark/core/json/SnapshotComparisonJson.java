package org.moatmark.core.json;

import org.jspecify.annotations.Nullable;
import org.moatmark.core.report.PeerChanges;
import org.moatmark.core.report.Result;
import org.moatmark.core.report.ScoreChange;
import org.moatmark.core.report.SnapshotComparison;

/**
 * The document about two snapshots ({@code moatmark/snapshot-comparison/1}). Numbers are unrounded, but for those of
 * releases; what cannot be said is {@code null}.
 */
public final class SnapshotComparisonJson {

    private SnapshotComparisonJson() {}

    /**
     * A comparison.
     *
     * @param questionnaire id of the questionnaire
     * @param comparison the comparison
     * @return the document
     */
    public static JsonObject document(String questionnaire, SnapshotComparison comparison) {
        ObjectBuilder document = new ObjectBuilder()
                .put("format", SnapshotComparison.FORMAT)
                .put("engine", Result.ENGINE)
                .put("questionnaire", questionnaire)
                .put("from", head(comparison.from()))
                .put("to", head(comparison.to()))
                .put("alike", comparison.alike())
                .texts("moved", comparison.moved())
                .put("index", change(comparison.index()))
                .put(
                        "level",
                        new ObjectBuilder()
                                .put("before", comparison.level().before())
                                .put("carried", comparison.level().carried())
                                .put("after", comparison.level().after())
                                .done())
                .list("nodes", comparison.nodes(), SnapshotComparisonJson::change);
        PeerChanges peers = comparison.peers();
        return document.put("peers", peers == null ? null : peers(peers)).done();
    }

    private static JsonObject head(SnapshotComparison.Head head) {
        return new ObjectBuilder()
                .put("version", head.version())
                .put("methodHash", head.methodHash())
                .put("engine", head.engine())
                .put("date", head.date() == null ? null : head.date().toString())
                .done();
    }

    private static JsonObject change(ScoreChange change) {
        ScoreChange.Point carried = change.carried();
        ScoreChange.Due you = change.you();
        return new ObjectBuilder()
                .put("key", change.key())
                .put("title", change.title())
                .put("link", change.link().word())
                .put("reworded", change.reworded())
                .put("before", point(change.before()))
                .put("carried", carried == null ? null : point(carried))
                .put("after", point(change.after()))
                .put("you", you == null ? null : due(you))
                .put("ruler", change.ruler())
                .done();
    }

    private static JsonObject point(ScoreChange.Point point) {
        ObjectBuilder object = new ObjectBuilder();
        if (point.claimed() != null) {
            object.put("claimed", point.claimed());
        }
        object.put("evidenced", point.evidenced()).put("band", point.band());
        if (point.missing() != null) {
            object.put("reason", point.missing());
        }
        return object.done();
    }

    private static JsonObject due(ScoreChange.Due due) {
        return new ObjectBuilder()
                .put("points", Double.valueOf(due.points()))
                .put("error", due.error())
                .put("low", due.low())
                .put("high", due.high())
                .put("reliableChange", due.reliableChange())
                .put("reading", due.reading().word())
                .done();
    }

    private static JsonObject peers(PeerChanges peers) {
        return new ObjectBuilder()
                .texts("before", peers.before())
                .texts("after", peers.after())
                .put("index", distance(peers.index()))
                .list("nodes", peers.nodes(), SnapshotComparisonJson::distance)
                .done();
    }

    /** How far one stood from its peers, before and after; in the document of a report too. */
    static JsonObject distance(PeerChanges.Distance distance) {
        return new ObjectBuilder()
                .put("key", distance.key())
                .put("title", distance.title())
                .put("before", place(distance.before()))
                .put("after", place(distance.after()))
                .put("you", distance.you())
                .put("ruler", distance.ruler())
                .put("peers", distance.peers())
                .put("total", distance.total())
                .done();
    }

    private static @Nullable JsonValue place(PeerChanges.@Nullable Place place) {
        return place == null
                ? null
                : new ObjectBuilder()
                        .put("own", Double.valueOf(place.own()))
                        .put("mean", Double.valueOf(place.mean()))
                        .put("n", place.n())
                        .done();
    }
}
