package org.moatmark.api.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.store.SnapshotShelf.Sheet;
import org.moatmark.core.Moatmark;
import org.moatmark.core.benchmark.PeerMeans;
import org.moatmark.core.benchmark.Position;
import org.moatmark.core.benchmark.PositionSettings;
import org.moatmark.core.benchmark.Subject;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.json.PeerMeansJson;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.report.PeerChanges;
import org.moatmark.core.report.Release;
import org.moatmark.core.report.Result;
import org.moatmark.core.report.SnapshotComparison;
import org.moatmark.core.scoring.Resampling;

/**
 * What changed between two snapshots of an assessment. Of a confidential one only the frozen releases are compared: no answer
 * is scored anew.
 */
public final class Comparisons {

    private final Results results;
    private final Releases releases;

    /**
     * Compares snapshots.
     *
     * @param results what comes of answers
     * @param releases what is shown of confidential assessments
     */
    public Comparisons(Results results, Releases releases) {
        this.results = results;
        this.releases = releases;
    }

    /**
     * What changed on one questionnaire.
     *
     * @param questionnaire its id
     * @param comparison what changed; empty where a release was frozen before there was one
     */
    public record Compared(String questionnaire, Optional<SnapshotComparison> comparison) {}

    /**
     * Compares two snapshots of one assessment.
     *
     * @param from the earlier one
     * @param to the later one
     * @param how how answers of then are resampled where a later version scores them
     * @return one entry for every questionnaire that both ask, in the order of the later one
     */
    public List<Compared> compare(Frozen from, Frozen to, Resampling how) {
        List<Compared> compared = new ArrayList<>();
        for (Sheet sheet : to.sheets()) {
            for (Sheet old : from.sheets()) {
                if (old.questionnaire().equals(sheet.questionnaire())) {
                    compared.add(new Compared(
                            sheet.questionnaire(),
                            to.released().isPresent()
                                    ? released(from, old, to, sheet)
                                    : Optional.of(shown(from, old, to, sheet, how))));
                }
            }
        }
        return compared;
    }

    private SnapshotComparison shown(Frozen from, Sheet old, Frozen to, Sheet sheet, Resampling how) {
        return since(from, old, to.moatmark(), to.result(sheet.questionnaire()), means(sheet), how);
    }

    /**
     * What changed from a snapshot to how things stand, or stood in a later one.
     *
     * @param from the earlier snapshot
     * @param to the later one; null for how things stand
     * @param moatmark what reads the questionnaires of the tenant
     * @param after the later result
     * @param how how answers of then are resampled where a later version scores them
     * @return what changed
     * @throws Refused if the questionnaire was not asked then, or the assessment is confidential
     */
    public SnapshotComparison since(Frozen from, @Nullable Frozen to, Moatmark moatmark, Result after, Resampling how) {
        String questionnaire = after.questionnaire();
        Position now = position(moatmark, after);
        PeerMeans kept = to != null ? means(to.sheet(questionnaire)) : now == null ? null : PeerMeans.of(now);
        return since(from, from.sheet(questionnaire), moatmark, after, kept, how);
    }

    private SnapshotComparison since(
            Frozen from, Sheet old, Moatmark moatmark, Result after, @Nullable PeerMeans now, Resampling how) {
        Result before = from.result(after.questionnaire());
        var answers = results.whole(moatmark, from.waves(), after.questionnaire());
        SnapshotComparison comparison = moatmark.compare(before, answers, after, how);
        PeerMeans then = means(old);
        Position one = position(moatmark, before);
        Position other = position(moatmark, after);
        if (then == null || now == null || one == null || other == null) {
            return comparison;
        }
        Position carried = moatmark.rescore(before, answers, after.version(), how)
                .map(result -> position(moatmark, result))
                .orElse(comparison.alike() || old.version().equals(after.version()) ? one : null);
        return comparison.with(PeerChanges.of(one, carried, other, then, now));
    }

    private Optional<SnapshotComparison> released(Frozen from, Sheet old, Frozen to, Sheet sheet) {
        Release after = releases.all(to.released().orElseThrow()).get(sheet.questionnaire());
        return after == null ? Optional.empty() : since(from, old, to.moatmark(), after, means(sheet));
    }

    /**
     * What changed from a snapshot of a confidential assessment to its latest release, or to that of a later snapshot.
     *
     * @param from the earlier snapshot
     * @param to the later one; null for the latest release
     * @param moatmark what reads the questionnaires of the tenant
     * @param after the later release
     * @return what changed; empty where the snapshot was taken before there was a release
     * @throws Refused if the questionnaire was not asked then
     */
    public Optional<SnapshotComparison> since(Frozen from, @Nullable Frozen to, Moatmark moatmark, Release after) {
        String questionnaire = after.questionnaire();
        Position now = position(moatmark, after);
        PeerMeans kept = to != null ? means(to.sheet(questionnaire)) : now == null ? null : PeerMeans.of(now);
        return since(from, from.sheet(questionnaire), moatmark, after, kept);
    }

    private Optional<SnapshotComparison> since(
            Frozen from, Sheet old, Moatmark moatmark, Release after, @Nullable PeerMeans now) {
        Release before =
                releases.all(from.released().orElseThrow(Results::confidential)).get(after.questionnaire());
        if (before == null) {
            return Optional.empty();
        }
        SnapshotComparison comparison = moatmark.compare(before, after);
        PeerMeans then = means(old);
        Position one = position(moatmark, before);
        Position other = position(moatmark, after);
        return Optional.of(
                then == null || now == null || one == null || other == null
                        ? comparison
                        : comparison.with(PeerChanges.of(one, comparison.alike() ? one : null, other, then, now)));
    }

    private static @Nullable PeerMeans means(Sheet sheet) {
        String peers = sheet.peers();
        return peers == null ? null : PeerMeansJson.read(peers);
    }

    /** Where a result stands among the cases; null where it stands nowhere. */
    static @Nullable Position position(Moatmark moatmark, Result result) {
        return moatmark.position(result) instanceof Checked.Valid<Position> valid ? valid.value() : null;
    }

    /** Where a release stands among the cases; null where it stands nowhere. */
    static @Nullable Position position(Moatmark moatmark, Release release) {
        Questionnaire asked = moatmark.catalogue()
                .find(release.questionnaire(), release.version())
                .orElseThrow();
        Subject subject = release.subject(asked).ruledBy(moatmark.catalogue().oldestAlike(asked));
        return moatmark.benchmark().position(subject, PositionSettings.DEFAULT) instanceof Checked.Valid<Position> valid
                ? valid.value()
                : null;
    }

    /** What is kept of the peers of a position. */
    static @Nullable String kept(@Nullable Position position) {
        return position == null ? null : PeerMeansJson.write(PeerMeans.of(position));
    }
}
