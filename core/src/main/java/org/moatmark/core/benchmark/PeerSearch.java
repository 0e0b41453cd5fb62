package org.moatmark.core.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the peers of a company and widens the group until it is large enough (rule S18). */
final class PeerSearch {

    private PeerSearch() {}

    static PeerGroup byCriteria(Field field, PeerCriteria criteria, int minimum, @Nullable String self) {
        List<PeerGroup.Step> steps = new ArrayList<>();
        PeerCriteria now = criteria;
        int n = withIndex(field, now::fits, self);
        steps.add(new PeerGroup.Step(null, now, n));
        for (Criterion criterion : Criterion.values()) {
            if (n >= minimum) {
                break;
            }
            if (now.active().contains(criterion)) {
                now = now.without(criterion);
                n = withIndex(field, now::fits, self);
                steps.add(new PeerGroup.Step(criterion, now, n));
            }
        }
        return new PeerGroup(now, minimum, steps, members(field, now::fits, self));
    }

    static PeerGroup byName(Field field, NamedPeers named, int minimum, @Nullable String self) {
        TreeSet<String> ids = new TreeSet<>(named.ids());
        Predicate<CaseCompany> chosen = company -> ids.contains(company.id());
        int n = withIndex(field, chosen, self);
        return new PeerGroup(named, minimum, List.of(new PeerGroup.Step(null, named, n)), members(field, chosen, self));
    }

    private static int withIndex(Field field, Predicate<CaseCompany> fits, @Nullable String self) {
        int n = 0;
        for (int c = 0; c < field.companies.size(); c++) {
            CaseCompany company = field.companies.get(c);
            n += field.scored(0, c) && !company.id().equals(self) && fits.test(company) ? 1 : 0;
        }
        return n;
    }

    private static List<String> members(Field field, Predicate<CaseCompany> fits, @Nullable String self) {
        return field.companies.stream()
                .filter(company -> !company.id().equals(self) && fits.test(company))
                .map(CaseCompany::id)
                .toList();
    }
}
