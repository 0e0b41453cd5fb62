package org.moatmark.api.service;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.store.StoredAssessment;
import org.moatmark.api.store.StoredAssessment.Asked;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.questionnaire.Informant;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.Side;

/**
 * What can be a seat: its name is free, and its informant kinds are those of questionnaires that are asked. {@code self} is
 * the id of the seat that a plan changes, or null for a new one.
 */
final class SeatCheck {

    private final Questionnaires questionnaires;

    SeatCheck(Questionnaires questionnaires) {
        this.questionnaires = questionnaires;
    }

    /** Refuses a plan, with all its faults, unless it can be a seat. */
    void require(Work work, Caller.KeyHolder who, StoredAssessment of, Seats.Plan plan, @Nullable String self) {
        List<Issue> issues = new ArrayList<>();
        Optional<String> taken = work.shelves().seats().byKey(who.tenant(), of.id(), plan.key(), Folded.of(plan.key()));
        if (taken.isPresent() && !taken.get().equals(self)) {
            issues.add(Faults.keyTaken("/key", plan.key()));
        }
        if (plan.informants().isEmpty()) {
            issues.add(Faults.noInformants("/informants"));
        }
        plan.informants().forEach((id, kinds) -> checkKinds(work, who, of, id, kinds, issues));
        if (!issues.isEmpty()) {
            throw Refused.invalid(issues);
        }
    }

    private void checkKinds(
            Work work, Caller.KeyHolder who, StoredAssessment of, String id, List<String> kinds, List<Issue> issues) {
        String path = "/informants/" + id.replace("~", "~0").replace("/", "~1");
        Optional<Asked> asked =
                of.questionnaires().stream().filter(one -> one.id().equals(id)).findFirst();
        if (asked.isEmpty()) {
            issues.add(Faults.notAskedHere(
                    path, id, of.questionnaires().stream().map(Asked::id).toList()));
            return;
        }
        List<Informant> known = questionnaire(work, who, asked.get()).informants();
        Set<String> seen = new HashSet<>();
        Set<Boolean> customers = new HashSet<>();
        for (int i = 0; i < kinds.size(); i++) {
            String kind = kinds.get(i);
            String at = kinds.size() == 1 ? path : path + "/" + i;
            Optional<Informant> informant =
                    known.stream().filter(one -> one.key().equals(kind)).findFirst();
            if (informant.isEmpty()) {
                issues.add(Faults.unknownInformant(
                        at, kind, known.stream().map(Informant::key).toList()));
            } else if (!seen.add(kind)) {
                issues.add(Faults.informantTwice(at, kind));
            } else {
                customers.add(informant.get().side() == Side.CUSTOMERS);
            }
        }
        if (customers.size() > 1) {
            issues.add(Faults.customersMixed(path));
        }
    }

    private Questionnaire questionnaire(Work work, Caller.KeyHolder who, Asked asked) {
        return questionnaires
                .find(work, who.tenant(), asked.id(), asked.version())
                .orElseThrow();
    }
}
