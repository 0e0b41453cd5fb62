package org.moatmark.api.service;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.store.SecrecyShelf.Publication;
import org.moatmark.api.store.SecrecyShelf.Sheet;
import org.moatmark.api.store.StoredAssessment;
import org.moatmark.api.store.StoredAssessment.Asked;
import org.moatmark.api.store.StoredAssessment.Status;
import org.moatmark.api.store.StoredSeat;
import org.moatmark.core.Moatmark;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.json.JsonTree;
import org.moatmark.core.json.WaveJson;
import org.moatmark.core.questionnaire.Carrying;
import org.moatmark.core.questionnaire.Carrying.Verdict;
import org.moatmark.core.questionnaire.Informant;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.VersionDiff;
import org.moatmark.core.questionnaire.Vignette;
import org.moatmark.core.report.Release;
import org.moatmark.core.report.Result;
import org.moatmark.core.report.SnapshotComparison;
import org.moatmark.core.response.CarriedWave;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Response;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.Resampling;

/**
 * Takes a running assessment to a newer version of a questionnaire: a snapshot of what was, a report on what becomes of the
 * answers, and the score by both versions, all in one transaction or not at all.
 *
 * <p>An answer stands if the question is still asked of the seat and takes the same kind of answer ({@link Carrying}); the
 * others are in the snapshot and nowhere else. Of a confidential assessment that has released something only items may be
 * added: a crowd that was told stays as it was told, and to gather one anew would show who is in it.
 *
 * <p>Long, since planning and doing go through the same answers in the same order.
 */
public final class Upgrades {

    private final Questionnaires questionnaires;
    private final Assessments assessments;
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
        this.questionnaires = questionnaires;
        this.assessments = assessments;
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

    /** What is to be done, found without changing anything. */
    private record Steps(
            StoredAssessment of,
            Questionnaire before,
            Questionnaire after,
            Carrying carrying,
            boolean keepReworded,
            boolean confidential,
            List<StoredSeat> seats) {}

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
        Steps steps = steps(work, who, assessment, wanted);
        Kept kept = kept(work, who.tenant(), steps);
        Optional<SnapshotComparison> comparison;
        if (steps.confidential()) {
            comparison = releases.latest(work, who, assessment)
                    .filter(latest -> latest.number() > 0)
                    .flatMap(latest -> released(latest, upgraded(latest, steps), wanted.questionnaire()));
        } else {
            List<Wave> waves = results.waves(work, who, assessment);
            comparison = Optional.of(shown(work, who, waves, upgraded(waves, steps, kept), wanted, how));
        }
        return report(steps, steps.of(), kept, comparison);
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
        Steps steps = steps(work, who, assessment, wanted);
        String tenant = who.tenant();
        snapshots.freeze(work, who, assessment, frozen, scored);
        Kept kept = kept(work, tenant, steps);
        Optional<Releases.Latest> before =
                steps.confidential() ? releases.latest(work, who, assessment) : Optional.empty();
        List<Wave> waves = steps.confidential() ? List.of() : results.waves(work, who, assessment);
        keep(work, tenant, steps, kept);
        StoredAssessment after = ask(work, who, steps);
        work.log(
                who,
                "upgrade questionnaire",
                assessment,
                wanted.questionnaire() + " " + steps.before().version() + " -> "
                        + steps.after().version() + ", snapshot " + frozen.name());
        if (before.isPresent()) {
            republish(work, tenant, steps, before.get());
            Optional<SnapshotComparison> comparison = before.filter(latest -> latest.number() > 0)
                    .flatMap(latest -> released(latest, upgraded(latest, steps), wanted.questionnaire()));
            return report(steps, after, kept, comparison);
        }
        List<Wave> fresh = upgraded(waves, steps, kept);
        return report(steps, after, kept, Optional.of(shown(work, who, waves, fresh, wanted, scored.how())));
    }

    private static Report report(
            Steps steps, StoredAssessment after, Kept kept, Optional<SnapshotComparison> comparison) {
        return new Report(
                after,
                steps.before(),
                steps.after(),
                steps.carrying(),
                VersionDiff.between(steps.before(), steps.after()),
                steps.confidential() ? null : kept.counts(),
                comparison);
    }

    private Steps steps(Work work, Caller.KeyHolder who, String assessment, Wanted wanted) {
        StoredAssessment of = assessments.get(work, who, assessment);
        if (of.status() != Status.OPEN) {
            throw Refused.because(
                    Refused.Reason.CONFLICT,
                    "Only an assessment that is 'open' can be upgraded; this one is '"
                            + of.status().word()
                            + "'. What a draft asks is changed as it is, and a closed one is reopened first.",
                    "版を更新できるのは状態が「open」の診断だけです。現在は「" + of.status().word() + "」です。下書きは質問票をそのまま変更し、終了した診断は先に再開してください。");
        }
        Asked asked = of.questionnaires().stream()
                .filter(one -> one.id().equals(wanted.questionnaire()))
                .findFirst()
                .orElseThrow(() -> Refused.invalid(Faults.notAskedHere(
                        "/questionnaire",
                        wanted.questionnaire(),
                        of.questionnaires().stream().map(Asked::id).toList())));
        String tenant = who.tenant();
        Questionnaire before =
                questionnaires.find(work, tenant, asked.id(), asked.version()).orElseThrow();
        String version = wanted.version();
        Questionnaire after = (version == null
                        ? questionnaires.newest(work, tenant, asked.id())
                        : questionnaires.find(work, tenant, asked.id(), version))
                .orElseThrow(() -> Refused.invalid(
                        Faults.unknownQuestionnaire("/version", asked.id(), version == null ? "" : version)));
        if (after.version().compareTo(before.version()) <= 0) {
            throw Refused.invalid(Faults.notNewer(
                    "/version", after.version().toString(), before.version().toString()));
        }
        Carrying carrying = Carrying.between(before, after);
        boolean confidential = Results.isConfidential(work, tenant, assessment);
        List<StoredSeat> seats = Visibility.seats(work, tenant, assessment).stream()
                .filter(seat -> seat.informants().containsKey(asked.id()))
                .toList();
        List<Issue> issues = lostKinds(seats, before, after);
        if (confidential && hasReleased(work, who, assessment)) {
            for (Carrying.Fate fate : carrying.items()) {
                if (fate.verdict() != Verdict.UNCHANGED && fate.verdict() != Verdict.ADDED) {
                    issues.add(Faults.alreadyReleased(
                            "/version", fate.key(), fate.verdict().word()));
                }
            }
        }
        if (!issues.isEmpty()) {
            throw Refused.invalid(issues);
        }
        return new Steps(of, before, after, carrying, wanted.keepReworded(), confidential, seats);
    }

    private boolean hasReleased(Work work, Caller.KeyHolder who, String assessment) {
        return releases.latest(work, who, assessment)
                .map(latest -> latest.number() > 0 || latest.due())
                .orElse(false);
    }

    /** Seats of informant kinds that the later version does not have, or has on another side. */
    private static List<Issue> lostKinds(List<StoredSeat> seats, Questionnaire before, Questionnaire after) {
        Map<String, Informant> old = new TreeMap<>();
        before.informants().forEach(kind -> old.put(kind.key(), kind));
        Map<String, Informant> now = new TreeMap<>();
        after.informants().forEach(kind -> now.put(kind.key(), kind));
        Map<String, Integer> lost = new TreeMap<>();
        for (StoredSeat seat : seats) {
            for (String kind : seat.informants().getOrDefault(before.id(), List.of())) {
                Informant was = old.get(kind);
                Informant is = now.get(kind);
                if (is == null || (was != null && was.side() != is.side())) {
                    lost.merge(kind, 1, Integer::sum);
                }
            }
        }
        List<Issue> issues = new ArrayList<>();
        lost.forEach((kind, n) -> issues.add(Faults.kindIsGone("/version", kind, n)));
        return issues;
    }

    /** By seat the items whose answers go, and how many become what. */
    private record Kept(Map<String, Set<String>> going, Counts counts) {}

    private static Kept kept(Work work, String tenant, Steps steps) {
        Map<String, Item> items = new LinkedHashMap<>();
        steps.after().items().forEach(item -> items.put(item.key(), item));
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        steps.carrying().items().forEach(fate -> verdicts.put(fate.key(), fate.verdict()));
        Map<String, Set<String>> going = new LinkedHashMap<>();
        int[] counts = new int[5];
        for (StoredSeat seat : steps.seats()) {
            List<String> kinds = seat.informants().getOrDefault(steps.before().id(), List.of());
            Set<String> lost = new HashSet<>();
            work.shelves().answers().all(tenant, seat.id(), steps.before().id()).forEach((key, given) -> {
                Verdict verdict = verdicts.getOrDefault(key, Verdict.REMOVED);
                Item item = items.get(key);
                int what = 0;
                if (item == null || verdict == Verdict.REMOVED) {
                    what = 2;
                } else if (!verdict.stands() || !CarriedWave.fits(item, response(steps.before(), key, given))) {
                    what = 1;
                } else if (verdict == Verdict.REWORDED && !steps.keepReworded()) {
                    what = 3;
                } else if (item.informants().stream().noneMatch(kinds::contains)) {
                    what = 4;
                }
                counts[what]++;
                if (what > 0) {
                    lost.add(key);
                }
            });
            going.put(seat.id(), lost);
        }
        return new Kept(going, new Counts(counts[0], counts[1], counts[2], counts[3], counts[4]));
    }

    private static Response response(Questionnaire questionnaire, String item, String given) {
        return WaveJson.readAnswer(JsonTree.parse(given).orThrow(), questionnaire, item, "")
                .orThrow();
    }

    /** Lets go of the answers and ratings that do not stand, and moves every sheet on, so that nobody writes into the old. */
    private static void keep(Work work, String tenant, Steps steps, Kept kept) {
        String id = steps.before().id();
        Set<Vignette> same = new HashSet<>(steps.before().vignettes());
        same.retainAll(steps.after().vignettes());
        Set<String> ratings = new HashSet<>();
        same.forEach(vignette -> ratings.add(vignette.key()));
        for (StoredSeat seat : steps.seats()) {
            var shelf = work.shelves().answers();
            var draft = shelf.draft(tenant, seat.id(), id);
            Set<String> going = kept.going().getOrDefault(seat.id(), Set.of());
            // A sheet that was moved on counts as changed when the next release is made; one that is the same is not.
            if (draft.version() > 0 && (!steps.confidential() || !going.isEmpty())) {
                shelf.advance(tenant, seat.id(), id, draft.next(work.now()));
                going.forEach(item -> shelf.clear(tenant, seat.id(), id, item));
            }
            work.shelves().vignettes().all(tenant, seat.id(), id).keySet().stream()
                    .filter(vignette -> !ratings.contains(vignette))
                    .forEach(vignette -> work.shelves().vignettes().clear(tenant, seat.id(), id, vignette));
        }
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

    /** The waves with the one that is upgraded in place of what it was. */
    private static List<Wave> upgraded(List<Wave> waves, Steps steps, Kept kept) {
        Map<String, Set<String>> byKey = new LinkedHashMap<>();
        steps.seats().forEach(seat -> byKey.put(seat.key(), kept.going().getOrDefault(seat.id(), Set.of())));
        return waves.stream()
                .map(wave -> wave.questionnaire().equals(steps.before().id())
                        ? without(CarriedWave.onto(wave, steps.before(), steps.after()), byKey)
                        : wave)
                .toList();
    }

    private static Wave without(Wave wave, Map<String, Set<String>> going) {
        List<Respondent> respondents = wave.respondents().stream()
                .map(one -> {
                    Map<String, Response> answers = new LinkedHashMap<>(one.answers());
                    answers.keySet().removeAll(going.getOrDefault(one.seat().key(), Set.of()));
                    return new Respondent(one.seat(), answers, one.vignettes());
                })
                .toList();
        return new Wave(
                wave.questionnaire(),
                wave.version(),
                wave.company(),
                wave.date(),
                wave.form(),
                respondents,
                wave.others());
    }

    private SnapshotComparison shown(
            Work work, Caller.KeyHolder who, List<Wave> before, List<Wave> after, Wanted wanted, Resampling how) {
        Moatmark moatmark = questionnaires.of(work, who.tenant());
        Wave whole = results.whole(moatmark, before, wanted.questionnaire());
        Result old = moatmark.score(whole, how);
        Result fresh = results.score(moatmark, after, wanted.questionnaire(), how);
        return moatmark.compare(old, whole, fresh, how);
    }

    /** The latest release by the later version: the same statements and crowds. */
    private static Releases.Latest upgraded(Releases.Latest latest, Steps steps) {
        Map<String, Releases.Part> parts = new LinkedHashMap<>(latest.parts());
        parts.computeIfPresent(
                steps.before().id(),
                (id, part) -> new Releases.Part(
                        CarriedWave.onto(part.statements(), steps.before(), steps.after()),
                        part.crowds(),
                        part.offices(),
                        part.terms()));
        List<Questionnaire> asked = latest.asked().stream()
                .map(one -> one.id().equals(steps.before().id()) ? steps.after() : one)
                .toList();
        return new Releases.Latest(latest.number(), latest.k(), false, asked, parts, latest.moatmark());
    }

    private Optional<SnapshotComparison> released(Releases.Latest before, Releases.Latest after, String questionnaire) {
        Release old = releases.all(before).get(questionnaire);
        Release fresh = releases.all(after).get(questionnaire);
        return old == null || fresh == null
                ? Optional.empty()
                : Optional.of(before.moatmark().compare(old, fresh));
    }

    /** Keeps the latest release by the later version, under another number, since it reads otherwise now. */
    private static void republish(Work work, String tenant, Steps steps, Releases.Latest before) {
        String assessment = steps.of().id();
        Optional<Sheet> kept = work.shelves()
                .secrecy()
                .sheet(tenant, assessment, steps.before().id());
        Optional<Publication> last = work.shelves().secrecy().latest(tenant, assessment);
        if (kept.isEmpty() || last.isEmpty()) {
            return;
        }
        Wave statements = WaveJson.read(
                        kept.get().statements(), before.moatmark().catalogue())
                .orThrow();
        Sheet sheet = new Sheet(
                WaveJson.write(CarriedWave.onto(statements, steps.before(), steps.after())),
                kept.get().crowds());
        work.shelves().secrecy().put(tenant, assessment, steps.before().id(), sheet);
        Publication was = last.get();
        work.shelves()
                .secrecy()
                .put(tenant, assessment, new Publication(was.number() + 1, was.madeMs(), was.closedMs(), was.seats()));
    }
}
