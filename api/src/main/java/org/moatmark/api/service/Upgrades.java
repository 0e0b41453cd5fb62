package org.moatmark.api.service;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.service.UpgradeCheck.Steps;
import org.moatmark.api.store.StoredAssessment;
import org.moatmark.api.store.StoredAssessment.Asked;
import org.moatmark.core.Moatmark;
import org.moatmark.core.questionnaire.Carrying;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.VersionDiff;
import org.moatmark.core.report.Result;
import org.moatmark.core.report.SnapshotComparison;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.Resampling;

/**
 * Takes a running assessment to a newer version of a questionnaire: a snapshot of what was, a report on what becomes of the
 * answers, and the score by both versions, all in one transaction or not at all.
 *
 * <p>An answer stands if the question is still asked of the seat and takes the same kind of answer ({@link Carrying}); the
 * others are in the snapshot and nowhere else. Of a confidential assessment that has released something only items may be
 * added: a crowd that was told stays as it was told, and to gather one anew would show who is in it.
 */
public final class Upgrades {

    private final UpgradeCheck check;
    private final UpgradedRelease released;
    private final Questionnaires questionnaires;
    private final Results results;
    private final Releases releases;
    private final Snapshots snapshots;

    /**
     * Upgrades assessments.
     *
     * @param questionnaires what can be asked
     * @param assessments what is upgraded
     * @param results what comes of answers
     * @param releases what is shown of confidential assessments
     * @param snapshots freezes what was
     */
    public Upgrades(
            Questionnaires questionnaires,
            Assessments assessments,
            Results results,
            Releases releases,
            Snapshots snapshots) {
        this.check = new UpgradeCheck(questionnaires, assessments, releases);
        this.released = new UpgradedRelease(releases);
        this.questionnaires = questionnaires;
        this.results = results;
        this.releases = releases;
        this.snapshots = snapshots;
    }

    /**
     * What a caller wants.
     *
     * @param questionnaire id of a questionnaire that the assessment asks
     * @param version the newer version, or null for the newest
     * @param keepReworded whether answers stand where the words of the question or of an answer are others
     */
    public record Wanted(String questionnaire, @Nullable String version, boolean keepReworded) {}

    /**
     * How many answers become what; nothing is counted of a confidential assessment.
     *
     * @param kept that stand
     * @param replaced to questions that take another kind of answer now, or are out of their new range
     * @param removed to questions that are not asked any more
     * @param reworded to questions in other words, which are not kept because the caller wanted it so
     * @param notAsked to questions that the seat is not asked any more
     */
    public record Counts(int kept, int replaced, int removed, int reworded, int notAsked) {}

    /**
     * What becomes of an assessment.
     *
     * @param assessment as it is afterwards; as it is, after a dry run
     * @param before the version until now
     * @param after the version from now on
     * @param carrying what becomes of the answers to each item
     * @param diff what differs between the versions, with which scores can move
     * @param counts how many answers become what; null where that is nobody's business
     * @param comparison the scores by both versions; empty where nothing is shown yet
     */
    public record Report(
            StoredAssessment assessment,
            Questionnaire before,
            Questionnaire after,
            Carrying carrying,
            VersionDiff diff,
            @Nullable Counts counts,
            Optional<SnapshotComparison> comparison) {}

    /**
     * Says what an upgrade would do, and changes nothing.
     *
     * @param work the transaction
     * @param who whose key it is
     * @param assessment which assessment
     * @param wanted what is wanted
     * @param how how scores are resampled
     * @return what would become of the assessment
     * @throws Refused if it cannot be upgraded; every reason is listed
     */
    public Report plan(Work work, Caller.KeyHolder who, String assessment, Wanted wanted, Resampling how) {
        Steps steps = check.steps(work, who, assessment, wanted);
        UpgradedAnswers answers = UpgradedAnswers.of(work, who.tenant(), steps);
        Optional<SnapshotComparison> comparison;
        if (steps.confidential()) {
            comparison = releases.latest(work, who, assessment)
                    .filter(latest -> latest.number() > 0)
                    .flatMap(latest -> released.compared(latest, steps));
        } else {
            List<Wave> waves = results.waves(work, who, assessment);
            comparison = Optional.of(shown(work, who, waves, answers.in(waves, steps), wanted, how));
        }
        return report(steps, steps.of(), answers, comparison);
    }

    /**
     * Upgrades an assessment.
     *
     * @param work the transaction
     * @param who whose key it is
     * @param assessment which assessment
     * @param wanted what is wanted
     * @param frozen what the snapshot of what was is called
     * @param scored what was scored for that snapshot
     * @return what became of the assessment
     * @throws Refused if it cannot be upgraded; every reason is listed, and nothing was changed
     */
    public Report upgrade(
            Work work,
            Caller.KeyHolder who,
            String assessment,
            Wanted wanted,
            Snapshots.Plan frozen,
            Snapshots.Scored scored) {
        Steps steps = check.steps(work, who, assessment, wanted);
        String tenant = who.tenant();
        snapshots.freeze(work, who, assessment, frozen, scored);
        UpgradedAnswers answers = UpgradedAnswers.of(work, tenant, steps);
        Optional<Releases.Latest> before =
                steps.confidential() ? releases.latest(work, who, assessment) : Optional.empty();
        List<Wave> waves = steps.confidential() ? List.of() : results.waves(work, who, assessment);
        answers.keep(work, tenant, steps);
        StoredAssessment after = ask(work, who, steps);
        work.log(
                who,
                "upgrade questionnaire",
                assessment,
                wanted.questionnaire() + " " + steps.before().version() + " -> "
                        + steps.after().version() + ", snapshot " + frozen.name());
        if (before.isPresent()) {
            UpgradedRelease.republish(work, tenant, steps, before.get());
            Optional<SnapshotComparison> comparison =
                    before.filter(latest -> latest.number() > 0).flatMap(latest -> released.compared(latest, steps));
            return report(steps, after, answers, comparison);
        }
        List<Wave> fresh = answers.in(waves, steps);
        return report(steps, after, answers, Optional.of(shown(work, who, waves, fresh, wanted, scored.how())));
    }

    private static Report report(
            Steps steps, StoredAssessment after, UpgradedAnswers answers, Optional<SnapshotComparison> comparison) {
        return new Report(
                after,
                steps.before(),
                steps.after(),
                steps.carrying(),
                VersionDiff.between(steps.before(), steps.after()),
                steps.confidential() ? null : answers.counts(),
                comparison);
    }

    private static StoredAssessment ask(Work work, Caller.KeyHolder who, Steps steps) {
        StoredAssessment of = steps.of();
        Asked newer = new Asked(steps.after().id(), steps.after().version().toString());
        StoredAssessment after = new StoredAssessment(
                of.id(),
                of.version() + 1,
                of.company(),
                of.name(),
                of.form(),
                of.status(),
                of.questionnaires().stream()
                        .map(one -> one.id().equals(newer.id()) ? newer : one)
                        .toList(),
                of.createdMs(),
                work.now(),
                of.openedMs(),
                of.closedMs());
        work.shelves().assessments().put(who.tenant(), after);
        return after;
    }

    private SnapshotComparison shown(
            Work work, Caller.KeyHolder who, List<Wave> before, List<Wave> after, Wanted wanted, Resampling how) {
        Moatmark moatmark = questionnaires.of(work, who.tenant());
        Wave whole = results.whole(moatmark, before, wanted.questionnaire());
        Result old = moatmark.score(whole, how);
        Result fresh = results.score(moatmark, after, wanted.questionnaire(), how);
        return moatmark.compare(old, whole, fresh, how);
    }
}
