package org.moatmark.core.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.response.Company;

/** Whether somebody can be placed among the cases of a library, and among the peers that were asked for. */
final class PlacingChecks {

    private final CaseLibrary library;

    PlacingChecks(CaseLibrary library) {
        this.library = library;
    }

    /** What keeps a subject of another questionnaire from coming through its links; null if nothing does. */
    @Nullable
    Issue subject(String path, Subject subject, Linking linking) {
        if (subject.questionnaire().equals(library.questionnaire().id())) {
            return PlacingIssues.otherVersion(path, subject, library.questionnaire());
        }
        return linking.linked().isEmpty() ? PlacingIssues.noLinks(path, subject, library.questionnaire()) : null;
    }

    /** What is wrong with a choice of peers. */
    List<Issue> choice(PeerChoice choice, @Nullable String self) {
        List<Issue> issues = new ArrayList<>();
        List<String> ids = library.companies().stream().map(CaseCompany::id).toList();
        if (self != null && library.company(self).isEmpty()) {
            issues.add(PlacingIssues.unknownCompany("/self", self, ids));
        }
        if (choice instanceof PeerCriteria criteria) {
            if (criteria.sector() != null && !library.sectors().contains(criteria.sector())) {
                issues.add(PlacingIssues.unknownWord(Criterion.SECTOR, criteria.sector(), library.sectors()));
            }
            if (criteria.region() != null && !library.regions().contains(criteria.region())) {
                issues.add(PlacingIssues.unknownWord(Criterion.REGION, criteria.region(), library.regions()));
            }
        } else if (choice instanceof NamedPeers named) {
            for (int i = 0; i < named.ids().size(); i++) {
                if (library.company(named.ids().get(i)).isEmpty()) {
                    issues.add(PlacingIssues.unknownCompany(
                            "/peers/" + i, named.ids().get(i), ids));
                }
            }
            if (named.ids().stream().allMatch(id -> id.equals(self))) {
                issues.add(PlacingIssues.nobodyNamed());
            }
        }
        return issues;
    }

    /** What of a company will choose no peers, for who writes it down. */
    List<Issue> unfamiliar(Company company) {
        List<Issue> warnings = new ArrayList<>();
        String sector = company.sector();
        if (sector != null && !library.sectors().contains(sector)) {
            warnings.add(PlacingIssues.unfamiliar(Criterion.SECTOR, sector, library.sectors()));
        }
        String region = company.region();
        if (region != null && !library.regions().contains(region)) {
            warnings.add(PlacingIssues.unfamiliar(Criterion.REGION, region, library.regions()));
        }
        return warnings;
    }

    /** What of the company itself could not choose its peers. */
    List<Issue> leftAside(Subject subject) {
        List<Issue> warnings = new ArrayList<>();
        Company company = subject.company();
        if (company != null && company.sector() != null && !library.sectors().contains(company.sector())) {
            warnings.add(PlacingIssues.leftAside(Criterion.SECTOR, company.sector()));
        }
        if (company != null && company.region() != null && !library.regions().contains(company.region())) {
            warnings.add(PlacingIssues.leftAside(Criterion.REGION, company.region()));
        }
        return warnings;
    }
}
