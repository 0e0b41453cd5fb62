package org.moatmark.api.service;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.moatmark.api.store.ContributionShelf.Kept;
import org.moatmark.api.store.Hold;
import org.moatmark.api.store.StoredAssessment;
import org.moatmark.api.store.StoredAssessment.Asked;
import org.moatmark.api.store.StoredAssessment.Status;
import org.moatmark.core.Moatmark;
import org.moatmark.core.benchmark.ContributedSpread;
import org.moatmark.core.benchmark.Contributing;
import org.moatmark.core.benchmark.Contribution;
import org.moatmark.core.benchmark.Measure;
import org.moatmark.core.json.CompactJson;
import org.moatmark.core.json.ContributedJson;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.report.Release;
import org.moatmark.core.report.Result;
import org.moatmark.core.response.Company;
import org.moatmark.core.scoring.NodeScore;
import org.moatmark.core.scoring.Outcome;
import org.moatmark.core.scoring.Resampling;

/**
 * Makes the yearly release of what owners contributed, across all tenants. Nobody who sends requests can do it: it goes
 * from tenant to tenant in a transaction each, behind the same wall as everybody's requests, and takes out scores under
 * names that tell nothing to anybody without the program's own secret. What it keeps belongs to no tenant.
 */
public final class YearlyRelease {

    private static final String SECRET = "contributed";
    private static final String NAME = "yearly-release";

    private final Moatmark shipped;
    private final Desk desk;
    private final Tokens tokens;
    private final Questionnaires questionnaires;
    private final Assessments assessments;
    private final Results results;
    private final Releases releases;
    private final Contributions contributions;

    /** A contribution to the benchmark of one questionnaire, with when the answers ended. */
    private record Entry(String questionnaire, long closedMs, String assessment, Contribution contribution) {}

    /**
     * Prepares it.
     *
     * @param shipped the questionnaires that all tenants have, and the words of the cases
     * @param desk where work begins
     * @param tokens makes the secret
     */
    public YearlyRelease(Moatmark shipped, Desk desk, Tokens tokens) {
        this.shipped = shipped;
        this.desk = desk;
        this.tokens = tokens;
        questionnaires = new Questionnaires(shipped);
        assessments = new Assessments(questionnaires);
        results = new Results(questionnaires, assessments);
        releases = new Releases(questionnaires, assessments, results);
        contributions = new Contributions(shipped, assessments);
    }

    /**
     * Makes the release of a year and freezes it.
     *
     * @param year the year; what was closed by its end enters
     * @return by questionnaire how many contributions entered, and how many groups are told
     * @throws Refused if the year has not begun, or there is a release of that year or a later one
     */
    public Map<String, Made> make(int year) {
        if (year
                > LocalDate.ofInstant(Instant.ofEpochMilli(desk.now()), ZoneOffset.UTC)
                        .getYear()) {
            throw Refused.because(
                    Refused.Reason.CONFLICT, "The year " + year + " has not begun.", year + "年はまだ始まっていません。");
        }
        desk.read(work -> {
            refuseTwice(work, year);
            return year;
        });
        SecretNames names = new SecretNames(secret());
        long end = Year.of(year + 1)
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .toEpochMilli();
        List<Entry> entries = new ArrayList<>();
        for (String tenant : desk.read(work -> work.shelves().tenants().all())) {
            entries.addAll(desk.write(work -> {
                work.shelves().enter(Hold.tenant(tenant));
                return entries(work, tenant, end, names);
            }));
        }
        entries.sort(Comparator.comparingLong(Entry::closedMs).thenComparing(Entry::assessment));
        return desk.write(work -> {
            refuseTwice(work, year);
            Map<String, Made> made = new LinkedHashMap<>();
            for (Questionnaire questionnaire : compared()) {
                List<Contribution> own = entries.stream()
                        .filter(one -> one.questionnaire().equals(questionnaire.id()))
                        .map(Entry::contribution)
                        .toList();
                made.put(questionnaire.id(), keep(work, questionnaire, year, own));
            }
            return made;
        });
    }

    /**
     * What came of one questionnaire.
     *
     * @param companies how many companies entered
     * @param groups how many groups are told at the index, all companies among them
     */
    public record Made(int companies, int groups) {}

    private void refuseTwice(Work work, int year) {
        for (Questionnaire questionnaire : compared()) {
            for (Kept kept : work.shelves().contributions().releases(questionnaire.id())) {
                if (kept.year() >= year) {
                    throw Refused.because(
                            Refused.Reason.CONFLICT,
                            "There is a release of " + kept.year() + ", and what was released stays as it is.",
                            kept.year() + "年の公表が既にあり、公表済みの内容は変更されません。");
                }
            }
        }
    }

    /** The newest version of each shipped questionnaire. */
    private List<Questionnaire> compared() {
        Map<String, Questionnaire> newest = new LinkedHashMap<>();
        shipped.catalogue()
                .questionnaires()
                .forEach(one -> newest.put(
                        one.id(), shipped.catalogue().newest(one.id()).orElseThrow()));
        return List.copyOf(newest.values());
    }

    private Made keep(Work work, Questionnaire questionnaire, int year, List<Contribution> own) {
        List<ContributedSpread> before = work.shelves().contributions().releases(questionnaire.id()).stream()
                .flatMap(kept -> ContributedJson.read(kept.ledger()).stream())
                .distinct()
                .toList();
        List<ContributedSpread> told = Contributing.release(year, measures(questionnaire), own, before);
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(work.now()), ZoneOffset.UTC);
        String document = CompactJson.of(
                ContributedJson.document(questionnaire, year, day, new PartitionWords(shipped.cases()).all(), told));
        work.shelves()
                .contributions()
                .add(questionnaire.id(), new Kept(year, work.now(), document, ContributedJson.write(told)));
        long companies = own.stream().map(Contribution::company).distinct().count();
        long groups =
                told.stream().filter(one -> one.measure().equals(Measure.INDEX)).count();
        return new Made((int) companies, (int) groups);
    }

    private static List<String> measures(Questionnaire questionnaire) {
        List<String> measures = new ArrayList<>(List.of(Measure.INDEX));
        questionnaire.tree().stream().map(Node::key).forEach(measures::add);
        return measures;
    }

    private List<Entry> entries(Work work, String tenant, long end, SecretNames names) {
        Caller.KeyHolder job = new Caller.KeyHolder(tenant, NAME, NAME, Scope.OWNER, Seal.of(NAME));
        List<Entry> entries = new ArrayList<>();
        for (String id : work.shelves().contributions().contributed(tenant)) {
            StoredAssessment of = assessments.get(work, job, id);
            Long closed = of.closedMs();
            if (of.status() == Status.CLOSED && closed != null && closed < end) {
                Company company = work.shelves()
                        .companies()
                        .find(tenant, of.company())
                        .orElseThrow()
                        .facts();
                scores(work, job, of, names).forEach((questionnaire, scores) -> {
                    if (!scores.isEmpty()) {
                        var given = new Contribution(
                                names.tenant(tenant),
                                names.company(company),
                                new PartitionWords(shipped.cases()).of(company),
                                scores);
                        entries.add(new Entry(questionnaire, closed, id, given));
                    }
                });
            }
        }
        return entries;
    }

    /** By questionnaire and measure what an assessment gives. */
    private Map<String, Map<String, Contribution.Given>> scores(
            Work work, Caller.KeyHolder job, StoredAssessment of, SecretNames names) {
        Map<String, Map<String, Double>> found = new LinkedHashMap<>();
        Map<String, Release> released = Map.of();
        for (Asked asked : of.questionnaires()) {
            switch (contributions.enters(work, job.tenant(), of, asked)) {
                case INDEX_AND_DIMENSIONS -> found.put(asked.id(), attributed(work, job, of, asked));
                case INDEX -> {
                    released = released.isEmpty() ? releases.all(releases.next(work, job, of.id())) : released;
                    Double index = Optional.ofNullable(released.get(asked.id()))
                            .map(one -> one.index().evidenced())
                            .orElse(null);
                    found.put(asked.id(), index == null ? Map.of() : Map.of(Measure.INDEX, index));
                }
                default -> found.put(asked.id(), Map.of());
            }
        }
        Map<String, Map<String, Contribution.Given>> given = new LinkedHashMap<>();
        found.forEach((questionnaire, scores) -> {
            Map<String, Contribution.Given> own = new LinkedHashMap<>();
            scores.forEach((measure, score) -> own.put(
                    measure,
                    new Contribution.Given(
                            names.of("answer", of.id(), questionnaire, measure, Double.toString(score)), score)));
            given.put(questionnaire, own);
        });
        return given;
    }

    private Map<String, Double> attributed(Work work, Caller.KeyHolder job, StoredAssessment of, Asked asked) {
        Result result = results.score(
                questionnaires.of(work, job.tenant()), results.waves(work, job, of.id()), asked.id(), Resampling.NONE);
        Map<String, Double> scores = new LinkedHashMap<>();
        if (result.index().outcome() instanceof Outcome.Scored index) {
            scores.put(Measure.INDEX, index.evidenced());
            for (NodeScore node : result.nodes()) {
                if (node.parent() == null && node.outcome() instanceof Outcome.Scored scored) {
                    scores.put(node.key(), scored.evidenced());
                }
            }
        }
        return scores;
    }

    private String secret() {
        return desk.write(work -> {
            work.shelves().tenants().keepSecret(SECRET, tokens.secret(), work.now());
            return work.shelves().tenants().secret(SECRET).orElseThrow();
        });
    }
}
