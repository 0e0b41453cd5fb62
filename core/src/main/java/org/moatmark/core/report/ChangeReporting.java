package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.report.ScoreChange.Link;
import org.moatmark.core.report.ScoreChange.Reading;
import org.moatmark.core.scoring.Reason;
import org.moatmark.core.scoring.Status;

/** Says what changed since a snapshot, and what that is due to: answers, questionnaire, peers (rule S23). */
public final class ChangeReporting {

    private final SnapshotComparison comparison;
    private final boolean release;

    private ChangeReporting(SnapshotComparison comparison, boolean release) {
        this.comparison = comparison;
        this.release = release;
    }

    /**
     * A comparison with a snapshot as a part of a report.
     *
     * @param since name of the snapshot
     * @param comparison what changed from it to the result or release of the report
     * @param report the report
     * @return the part
     */
    public static Report.Change of(String since, SnapshotComparison comparison, Report report) {
        return new ChangeReporting(comparison, report.about().k() != null).give(since, report.dimensions());
    }

    private Report.Change give(String since, List<String> dimensions) {
        List<Report.Moved> lines = new ArrayList<>();
        lines.add(moved(comparison.index()));
        comparison.nodes().stream()
                .filter(node -> dimensions.contains(node.key()) && node.link() != Link.REMOVED)
                .map(this::moved)
                .forEach(lines::add);
        return new Report.Change(
                since,
                comparison.from().date(),
                comparison.alike(),
                lines,
                beside(),
                comparison.level().before(),
                text(lines.get(0), lines.subList(1, lines.size())));
    }

    private Report.Moved moved(ScoreChange change) {
        ScoreChange.Due you = change.you();
        return new Report.Moved(
                change.key(),
                change.title(),
                mark(change.before()),
                mark(change.after()),
                change.link(),
                you == null ? null : Double.valueOf(you.points()),
                change.ruler(),
                you == null ? null : you.reading());
    }

    private Mark mark(ScoreChange.Point point) {
        Double score = point.evidenced();
        if (score != null) {
            Mark.Band kind = point.band() == null ? Mark.Band.NONE : release ? Mark.Band.PROTECTED : Mark.Band.INTERVAL;
            return new Mark(score, null, point.band(), kind, Status.FULL, null);
        }
        String missing = Objects.requireNonNull(point.missing());
        return Release.FEWER_THAN_K.equals(missing)
                ? Mark.SUPPRESSED
                : new Mark(null, null, null, Mark.Band.NONE, Status.INSUFFICIENT, reason(missing));
    }

    private static Reason reason(String word) {
        for (Reason reason : Reason.values()) {
            if (reason.word().equals(word)) {
                return reason;
            }
        }
        return Reason.NOT_ASKED;
    }

    /** The index among peers, and the nodes under no other. */
    private List<PeerChanges.Distance> beside() {
        PeerChanges peers = comparison.peers();
        return peers == null || peers.index().before() == null || peers.index().after() == null
                ? List.of()
                : List.of(peers.index());
    }

    private Words text(Report.Moved index, List<Report.Moved> dimensions) {
        Double before = index.before().score();
        Double after = index.after().score();
        if (before == null || after == null) {
            return new Words(
                    "One of the two indexes is missing, so that there is no change to tell.", "指数の一方がないため、変化は示せません。");
        }
        String step = PeopleStory.steps(after - before);
        Words head = new Words(
                "The index went from " + Mark.whole(before) + " to " + Mark.whole(after) + " (" + step + ")",
                "指数は" + Mark.whole(before) + "から" + Mark.whole(after) + "になりました（" + step + "）");
        Words reading = reading(index);
        Words text = new Words(head.en() + reading.en(), head.ja() + reading.ja());
        Report.Moved most = most(dimensions);
        if (most == null) {
            return text;
        }
        String points = PeopleStory.steps(Objects.requireNonNull(most.you()));
        return new Words(
                text.en() + " “" + most.title().in("en") + "” changed most (" + points + ").",
                text.ja() + "最も変わったのは「" + most.title().in("ja") + "」（" + points + "）です。");
    }

    /** The dimension that the answers moved most, of those beyond the bands; null where none is. */
    private static Report.@Nullable Moved most(List<Report.Moved> dimensions) {
        return dimensions.stream()
                .filter(Report.Moved::counts)
                .max(Comparator.comparingDouble((Report.Moved one) -> Math.abs(Objects.requireNonNull(one.you()))))
                .orElse(null);
    }

    private static Words reading(Report.Moved index) {
        Double ruler = index.ruler();
        Double you = index.you();
        if (index.link() == Link.NOT_COMPARABLE || you == null || ruler == null) {
            return new Words(
                    ", but the questionnaire scores otherwise than then, so that nothing can be said of it.",
                    "が、質問票の採点が当時と異なるため、その変化については何も言えません。");
        }
        if (Mark.whole(Math.abs(ruler) * 10) > 0) {
            return new Words(
                    ": " + PeopleStory.steps(you) + " by the answers, " + PeopleStory.steps(ruler)
                            + " by the questionnaire.",
                    "。内訳は、回答によるものが" + PeopleStory.steps(you) + "、質問票によるものが" + PeopleStory.steps(ruler) + "です。");
        }
        Reading reading = Objects.requireNonNull(index.reading());
        return switch (reading) {
            case RISEN -> new Words(", a rise beyond what the bands explain.", "。幅で説明できる範囲を超える上昇です。");
            case FALLEN -> new Words(", a fall beyond what the bands explain.", "。幅で説明できる範囲を超える低下です。");
            case NOT_SHOWN -> new Words(", no more than the bands explain.", "。幅で説明できる範囲内です。");
            case NOT_JUDGED ->
                new Words(
                        ", of which is not said whether it counts, since there are no intervals.",
                        "。区間がないため、確かな変化かどうかは判定しません。");
        };
    }
}
