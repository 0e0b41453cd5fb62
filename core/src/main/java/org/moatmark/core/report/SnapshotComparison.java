package org.moatmark.core.report;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.benchmark.Measure;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.VersionDiff;
import org.moatmark.core.report.ScoreChange.Point;

/**
 * What changed between two snapshots of one company, and what that is due to (rule S23): <em>you</em>, the answers;
 * <em>ruler</em>, the version of the questionnaire; <em>peers</em>, the companies beside which it stands.
 *
 * <p>Scores of two versions are joined only where the later version scores as the earlier one did ({@link VersionDiff}) and
 * asks in the same words. Elsewhere the answers of then are scored by the later version as well: from the score then to that
 * is the ruler, from that to the score now is you. Without those answers nothing is said of the change.
 *
 * @param from the earlier snapshot
 * @param to the later snapshot
 * @param alike whether both are of versions that score alike, in the same words
 * @param moved keys of the nodes of the later version whose scores can move for the same answers, in tree order
 * @param index the index
 * @param nodes every node of the later version in tree order, then those that are gone
 * @param level the level of the organisation then, under the later version, and now
 * @param peers where it stood among others; null where it was not placed
 */
public record SnapshotComparison(
        Head from,
        Head to,
        boolean alike,
        List<String> moved,
        ScoreChange index,
        List<ScoreChange> nodes,
        Levels level,
        @Nullable PeerChanges peers)
        implements Serializable {

    /** The word of the {@code format} property. */
    public static final String FORMAT = "moatmark/snapshot-comparison/1";

    /** Copies the lists. */
    public SnapshotComparison {
        moved = List.copyOf(moved);
        nodes = List.copyOf(nodes);
    }

    /**
     * One of the two.
     *
     * @param version version of the questionnaire
     * @param methodHash its method hash
     * @param engine version of the program that scored it
     * @param date date of the answers, or null
     */
    public record Head(
            String version,
            String methodHash,
            String engine,
            @Nullable LocalDate date) implements Serializable {}

    /**
     * Levels of the organisation.
     *
     * @param before then, or null without one
     * @param carried that of the answers of then under the later version; null without one, or where it is not known
     * @param after now, or null without one
     */
    public record Levels(
            @Nullable Integer before,
            @Nullable Integer carried,
            @Nullable Integer after) implements Serializable {}

    /**
     * Compares two results of one questionnaire.
     *
     * @param one the version of the earlier result
     * @param before the earlier result
     * @param carried the answers of then scored by the later version; null where they are not known, and where both versions
     *     score alike
     * @param other the version of the later result
     * @param after the later result
     * @return what changed
     * @throws IllegalArgumentException if a result is not one of its version, or the questionnaires differ
     */
    public static SnapshotComparison of(
            Questionnaire one, Result before, @Nullable Result carried, Questionnaire other, Result after) {
        Changing changing = new Changing(one, other, true);
        Head from = new Head(before.version(), before.methodHash(), before.engine(), before.date());
        Head to = new Head(after.version(), after.methodHash(), after.engine(), after.date());
        check(before.questionnaire(), from, one);
        check(after.questionnaire(), to, other);
        Levels levels = new Levels(
                before.maturity().level(),
                carried == null
                        ? changing.alike ? before.maturity().level() : null
                        : carried.maturity().level(),
                after.maturity().level());
        return changing.done(
                from, to, points(before), carried == null ? Map.of() : points(carried), points(after), levels);
    }

    /**
     * Compares two releases of one questionnaire. They hold no answers that could be scored anew, so that nothing is said of
     * what is due to answers where the rules moved; and they have no intervals, so that no change is judged.
     *
     * @param one the version of the earlier release
     * @param before the earlier release
     * @param other the version of the later release
     * @param after the later release
     * @return what changed
     * @throws IllegalArgumentException if a release is not one of its version, or the questionnaires differ
     */
    public static SnapshotComparison of(Questionnaire one, Release before, Questionnaire other, Release after) {
        Changing changing = new Changing(one, other, false);
        Head from = new Head(before.version(), before.methodHash(), before.engine(), before.date());
        Head to = new Head(after.version(), after.methodHash(), after.engine(), after.date());
        check(before.questionnaire(), from, one);
        check(after.questionnaire(), to, other);
        Integer was = before.level().value();
        Levels levels =
                new Levels(was, changing.alike ? was : null, after.level().value());
        return changing.done(from, to, points(before), Map.of(), points(after), levels);
    }

    /**
     * The same with where the company stood among others.
     *
     * @param standing where
     * @return the comparison
     */
    public SnapshotComparison with(PeerChanges standing) {
        return new SnapshotComparison(from, to, alike, moved, index, nodes, level, standing);
    }

    private static void check(String questionnaire, Head head, Questionnaire version) {
        if (!questionnaire.equals(version.id()) || !head.methodHash().equals(version.methodHash())) {
            throw new IllegalArgumentException("A result of '" + questionnaire + "' " + head.version()
                    + " is not one of '" + version.id() + "' " + version.version() + ", or of another method.");
        }
    }

    private static Map<String, Point> points(Result result) {
        Map<String, Point> points = new HashMap<>();
        var intervals = result.confidence() == null ? null : result.confidence().scores();
        points.put(
                Measure.INDEX,
                Changing.point(
                        result.index().outcome(),
                        intervals == null || intervals.index() == null
                                ? null
                                : intervals.index().band()));
        for (int i = 0; i < result.nodes().size(); i++) {
            var joined = intervals == null ? null : intervals.nodes().get(i).joined();
            points.put(
                    result.nodes().get(i).key(),
                    Changing.point(result.nodes().get(i).outcome(), joined == null ? null : joined.band()));
        }
        return points;
    }

    private static Map<String, Point> points(Release release) {
        Map<String, Point> points = new HashMap<>();
        Release.Index index = release.index();
        points.put(Measure.INDEX, Changing.point(index.suppressed(), index.evidenced(), index.range(), index.reason()));
        for (Release.Node node : release.nodes()) {
            points.put(node.key(), Changing.point(node.suppressed(), node.evidenced(), node.range(), node.reason()));
        }
        return points;
    }
}
