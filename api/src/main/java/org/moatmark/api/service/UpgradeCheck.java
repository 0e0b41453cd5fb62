package org.moatmark.api.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.moatmark.api.store.StoredAssessment;
import org.moatmark.api.store.StoredAssessment.Asked;
import org.moatmark.api.store.StoredAssessment.Status;
import org.moatmark.api.store.StoredSeat;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.questionnaire.Carrying;
import org.moatmark.core.questionnaire.Carrying.Verdict;
import org.moatmark.core.questionnaire.Informant;
import org.moatmark.core.questionnaire.Questionnaire;

/** Finds whether an assessment can be upgraded, and what that takes, without changing anything. */
final class UpgradeCheck {

    private final Questionnaires questionnaires;
    private final Assessments assessments;
    private final Releases releases;

    UpgradeCheck(Questionnaires questionnaires, Assessments assessments, Releases releases) {
        this.questionnaires = questionnaires;
        this.assessments = assessments;
        this.releases = releases;
    }

    /** What is to be done. */
    record Steps(
            StoredAssessment of,
            Questionnaire before,
            Questionnaire after,
            Carrying carrying,
            boolean keepReworded,
            boolean confidential,
            List<StoredSeat> seats) {}

    /** What is to be done; every reason against it is listed in what is thrown. */
    Steps steps(Work work, Caller.KeyHolder who, String assessment, Upgrades.Wanted wanted) {
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
}
