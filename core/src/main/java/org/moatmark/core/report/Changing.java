package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.benchmark.Measure;
import org.moatmark.core.questionnaire.Carrying;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.questionnaire.VersionDiff;
import org.moatmark.core.report.ScoreChange.Due;
import org.moatmark.core.report.ScoreChange.Link;
import org.moatmark.core.report.ScoreChange.Point;
import org.moatmark.core.scoring.Bounds;
import org.moatmark.core.scoring.Outcome;
import org.moatmark.core.scoring.Reason;

/** Splits changes of scores between two versions of a questionnaire, which may be the same one. */
final class Changing {

    final boolean alike;
    private final boolean judged;
    private final List<String> movedNodes;
    private final Set<String> moved = new HashSet<>();
    private final Set<String> reworded = new HashSet<>();
    private final Map<String, TextMap> titles = new LinkedHashMap<>();
    private final Map<String, TextMap> gone = new LinkedHashMap<>();

    Changing(Questionnaire before, Questionnaire after, boolean judged) {
        if (!before.id().equals(after.id())) {
            throw new IllegalArgumentException("Snapshots of '" + before.id() + "' and of '" + after.id()
                    + "' are of different questionnaires and cannot be compared.");
        }
        this.judged = judged;
        VersionDiff diff = VersionDiff.between(before, after);
        Carrying carrying = Carrying.between(before, after);
        Set<String> words = new HashSet<>(carrying.keys(Carrying.Verdict.REWORDED));
        movedNodes = diff.nodes();
        moved.addAll(movedNodes);
        if (diff.index()) {
            moved.add(Measure.INDEX);
        }
        titles.put(Measure.INDEX, TextMap.of("Index", "指数"));
        after.nodes().forEach(node -> titles.put(node.key(), node.head().title()));
        before.nodes().stream()
                .filter(node -> !titles.containsKey(node.key()))
                .forEach(node -> gone.put(node.key(), node.head().title()));
        boolean any = false;
        for (Node node : after.tree()) {
            any |= reword(node, words, after);
        }
        if (any) {
            reworded.add(Measure.INDEX);
        }
        alike = moved.isEmpty() && reworded.isEmpty() && gone.isEmpty() && !diff.levels();
    }

    /** Whether something beneath a node is asked in other words. */
    private boolean reword(Node node, Set<String> words, Questionnaire after) {
        boolean other = false;
        if (node instanceof Node.Leaf leaf) {
            other = leaf.items().stream().map(Item::key).anyMatch(words::contains);
        } else if (node instanceof Node.Branch branch) {
            for (Node child : branch.nodes()) {
                other |= reword(child, words, after);
            }
        } else if (node instanceof Node.Reference reference) {
            for (Node target : after.nodes()) {
                if (target.key().equals(reference.target())) {
                    other |= reword(target, words, after);
                }
            }
        }
        if (other) {
            reworded.add(node.key());
        }
        return other;
    }

    static Point point(Outcome outcome, @Nullable Bounds band) {
        return outcome instanceof Outcome.Scored scored
                ? new Point(scored.claimed(), scored.evidenced(), band, null)
                : new Point(
                        null, null, null, ((Outcome.NotScored) outcome).reason().word());
    }

    static Point point(
            boolean suppressed, @Nullable Double evidenced, @Nullable Bounds range, @Nullable Reason reason) {
        if (suppressed) {
            return new Point(null, null, null, Release.FEWER_THAN_K);
        } else if (evidenced == null) {
            return new Point(null, null, null, (reason == null ? Reason.TOO_FEW_ANSWERS : reason).word());
        }
        return new Point(null, evidenced, range, null);
    }

    SnapshotComparison done(
            SnapshotComparison.Head from,
            SnapshotComparison.Head to,
            Map<String, Point> before,
            Map<String, Point> carried,
            Map<String, Point> after,
            SnapshotComparison.Levels levels) {
        List<ScoreChange> nodes = new ArrayList<>();
        titles.forEach((key, title) -> nodes.add(change(key, title, before, carried, after)));
        gone.forEach((key, title) -> nodes.add(new ScoreChange(
                key,
                title,
                Link.REMOVED,
                false,
                before.getOrDefault(key, Point.NOT_THERE),
                null,
                Point.NOT_THERE,
                null,
                null)));
        ScoreChange index = nodes.remove(0);
        return new SnapshotComparison(from, to, alike, movedNodes, index, nodes, levels, null);
    }

    private ScoreChange change(
            String key,
            TextMap title,
            Map<String, Point> before,
            Map<String, Point> carried,
            Map<String, Point> after) {
        Point then = before.get(key);
        Point now = after.getOrDefault(key, Point.NOT_THERE);
        boolean words = reworded.contains(key);
        if (then == null) {
            return new ScoreChange(key, title, Link.ADDED, words, Point.NOT_THERE, null, now, null, null);
        }
        Point between = carried.get(key);
        if (!moved.contains(key)) {
            // The same answers give the same score under both versions.
            Due you = due(then, now);
            Link link = words ? Link.SEPARATED : Link.CONNECTED;
            return new ScoreChange(key, title, link, words, then, null, now, you, you == null ? null : 0.0);
        } else if (between == null) {
            return new ScoreChange(key, title, Link.NOT_COMPARABLE, words, then, null, now, null, null);
        }
        Double old = then.evidenced();
        Double anew = between.evidenced();
        Double ruler = old == null || anew == null ? null : anew - old;
        return new ScoreChange(key, title, Link.SEPARATED, words, then, between, now, due(between, now), ruler);
    }

    private @Nullable Due due(Point from, Point to) {
        Double one = from.evidenced();
        Double other = to.evidenced();
        return one == null || other == null ? null : Due.between(from, to, other - one, judged);
    }
}
