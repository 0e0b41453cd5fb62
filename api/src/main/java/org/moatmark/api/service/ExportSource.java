package org.moatmark.api.service;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.store.ContributionShelf.Agreement;
import org.moatmark.api.store.GrantShelf.Grant;
import org.moatmark.api.store.HistoryShelf.Told;
import org.moatmark.api.store.InvitationShelf.Invitation;
import org.moatmark.api.store.Page;
import org.moatmark.api.store.QuestionnaireShelf;
import org.moatmark.api.store.SecrecyShelf.Mode;
import org.moatmark.api.store.SecrecyShelf.Publication;
import org.moatmark.api.store.SecrecyShelf.Terms;
import org.moatmark.api.store.StoredAssessment;
import org.moatmark.api.store.StoredAssessment.Asked;
import org.moatmark.api.store.StoredCompany;
import org.moatmark.api.store.StoredKey;
import org.moatmark.api.store.StoredSeat;
import org.moatmark.core.report.Release;
import org.moatmark.core.response.Wave;

/**
 * What an export is made from: one state of everything that its creator may read, in pieces that fit into memory. Answers
 * given in confidence are not among it; instead of them there is what was released. The file is long since it has one walk
 * for each list that a tenant has.
 */
public final class ExportSource {

    private static final int PAGE = 200;

    private final Work work;
    private final Caller.KeyHolder who;
    private final @Nullable String only;
    private final Results results;
    private final Releases releases;
    private final ExportFrozen frozen;

    /**
     * A source.
     *
     * @param work the transaction
     * @param who whose export it is
     * @param only the assessment that it is of, or null for all of the tenant
     * @param results where answers come together
     * @param releases what is shown of confidential assessments
     * @param questionnaires what was asked
     */
    ExportSource(
            Work work,
            Caller.KeyHolder who,
            @Nullable String only,
            Results results,
            Releases releases,
            Questionnaires questionnaires) {
        this.work = work;
        this.who = who;
        this.only = only;
        this.results = results;
        this.releases = releases;
        this.frozen = new ExportFrozen(work, who.tenant(), results, releases, questionnaires);
    }

    /**
     * A seat with what it said to one questionnaire.
     *
     * @param seat the seat
     * @param kinds its informant kinds
     * @param answers JSON text by item, exactly as given
     * @param vignettes ratings by vignette
     */
    public record Said(
            StoredSeat seat, List<String> kinds, Map<String, String> answers, Map<String, Integer> vignettes) {}

    /**
     * The time of this state.
     *
     * @return epoch milliseconds
     */
    public long now() {
        return work.now();
    }

    /**
     * The tenant, where the export is of all of it.
     *
     * @return the tenant and its settings, or null
     */
    public Tenants.@Nullable Own tenant() {
        return only != null
                ? null
                : new Tenants.Own(
                        work.shelves().tenants().find(who.tenant()).orElseThrow(Refused::notFound),
                        work.shelves().tenants().settings(who.tenant()));
    }

    /**
     * Goes through the assessments of the export.
     *
     * @param each is given one after the other
     */
    public void assessments(Consumer<StoredAssessment> each) {
        String one = only;
        if (one == null) {
            walk(
                    (after, limit) -> work.shelves().assessments().list(who.tenant(), after, limit),
                    StoredAssessment::id,
                    each);
        } else {
            each.accept(work.shelves().assessments().find(who.tenant(), one).orElseThrow(Refused::notFound));
        }
    }

    /**
     * Goes through the companies: all of the tenant, or that of the one assessment.
     *
     * @param each is given one after the other
     */
    public void companies(Consumer<StoredCompany> each) {
        if (only == null) {
            walk(
                    (after, limit) -> work.shelves().companies().list(who.tenant(), after, limit),
                    StoredCompany::id,
                    each);
        } else {
            assessments(one -> each.accept(
                    work.shelves().companies().find(who.tenant(), one.company()).orElseThrow(Refused::notFound)));
        }
    }

    /**
     * On what terms the seats of an assessment answered.
     *
     * @param assessment which
     * @return the terms
     */
    public Terms terms(StoredAssessment assessment) {
        return work.shelves().secrecy().terms(who.tenant(), assessment.id());
    }

    /**
     * When an assessment is planned to close.
     *
     * @param assessment which
     * @return epoch milliseconds, or null where nobody said
     */
    public @Nullable Long closes(StoredAssessment assessment) {
        return work.shelves()
                .invitations()
                .closes(who.tenant(), assessment.id())
                .orElse(null);
    }

    /**
     * The latest release of an assessment, without what is in it.
     *
     * @param assessment which
     * @return the release, or null before the first
     */
    public @Nullable Publication published(StoredAssessment assessment) {
        return work.shelves().secrecy().latest(who.tenant(), assessment.id()).orElse(null);
    }

    /**
     * Whether an assessment is given to the yearly benchmark.
     *
     * @param assessment which
     * @param each is given what holds, where somebody ever said anything
     */
    public void contribution(StoredAssessment assessment, Consumer<Agreement> each) {
        Agreement agreement = work.shelves().contributions().agreement(who.tenant(), assessment.id());
        if (agreement.version() > 0) {
            each.accept(agreement);
        }
    }

    /**
     * Goes through the links of the seats of an assessment: which were handed out and opened, as far as that is told.
     *
     * @param assessment which
     * @param each is given one after the other, never with a token, and when the seat submitted first, or null
     */
    public void invitations(StoredAssessment assessment, BiConsumer<Invitation, @Nullable Long> each) {
        boolean told = !isConfidential(assessment);
        Map<String, Long> first =
                told ? work.shelves().invitations().submissions(who.tenant(), assessment.id()) : Map.of();
        walk(
                (after, limit) -> work.shelves().invitations().list(who.tenant(), assessment.id(), after, limit),
                Invitation::seat,
                one -> each.accept(told ? one : Invitations.untold(one), first.get(one.seat())));
    }

    /**
     * What was frozen.
     *
     * @return snapshots, and the links that show them
     */
    public ExportFrozen frozen() {
        return frozen;
    }

    /**
     * Whether answers of single seats are left out.
     *
     * @param assessment of which assessment
     * @return true where they were given in confidence
     */
    public boolean isConfidential(StoredAssessment assessment) {
        return terms(assessment).mode() == Mode.CONFIDENTIAL;
    }

    /**
     * Whether answers of single seats are among it.
     *
     * @param assessment of which assessment
     * @return true where everybody was told that they are shown under the names of seats
     */
    public boolean isAttributed(StoredAssessment assessment) {
        return terms(assessment).mode() == Mode.ATTRIBUTED;
    }

    /**
     * Goes through the seats of an assessment.
     *
     * @param assessment which
     * @param each is given one after the other
     */
    public void seats(StoredAssessment assessment, Consumer<StoredSeat> each) {
        walk(
                (after, limit) -> work.shelves().seats().list(who.tenant(), assessment.id(), after, limit),
                StoredSeat::id,
                each);
    }

    /**
     * The wave of one questionnaire without its respondents.
     *
     * @param assessment of which assessment
     * @param asked of which questionnaire
     * @return the wave
     */
    public Wave head(StoredAssessment assessment, Asked asked) {
        return results.waves(work, who.tenant(), assessment, List.of(), StoredSeat::key).stream()
                .filter(wave -> wave.questionnaire().equals(asked.id()))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Goes through what the seats of an assessment said to one questionnaire.
     *
     * @param assessment which; an attributed one
     * @param asked which questionnaire
     * @param each is given one after the other; seats that are not asked it are left out
     */
    public void said(StoredAssessment assessment, Asked asked, Consumer<Said> each) {
        if (!isAttributed(assessment)) {
            throw new IllegalArgumentException(
                    "Assessment " + assessment.id() + " is not attributed; its answers stay.");
        }
        String after = "";
        Page<StoredSeat> page;
        do {
            page = work.shelves().seats().list(who.tenant(), assessment.id(), after, PAGE);
            List<String> ids = page.items().stream().map(StoredSeat::id).toList();
            Map<String, Map<String, String>> answers = work.shelves().answers().all(who.tenant(), ids, asked.id());
            Map<String, Map<String, Integer>> vignettes =
                    work.shelves().vignettes().all(who.tenant(), ids, asked.id());
            for (StoredSeat seat : page.items()) {
                after = seat.id();
                List<String> kinds = seat.informants().get(asked.id());
                if (kinds != null) {
                    each.accept(new Said(
                            seat,
                            kinds,
                            answers.getOrDefault(seat.id(), Map.of()),
                            vignettes.getOrDefault(seat.id(), Map.of())));
                }
            }
        } while (page.more());
    }

    /**
     * What was released of a confidential assessment so far.
     *
     * @param assessment which
     * @return the latest release by questionnaire; empty before the first
     */
    public Map<String, Release> released(StoredAssessment assessment) {
        return releases.latest(work, who, assessment.id()).map(releases::all).orElse(Map.of());
    }

    /**
     * Goes through the questionnaires that the tenant published.
     *
     * @param each is given one after the other
     */
    public void questionnaires(Consumer<QuestionnaireShelf.Published> each) {
        if (only == null) {
            work.shelves().questionnaires().all(who.tenant()).forEach(each);
        }
    }

    /**
     * The document of a questionnaire that the tenant published.
     *
     * @param published which
     * @return the document, as text
     */
    public String document(QuestionnaireShelf.Published published) {
        return work.shelves()
                .questionnaires()
                .document(who.tenant(), published.id(), published.version())
                .orElseThrow(Refused::notFound);
    }

    /**
     * Goes through the keys of the tenant.
     *
     * @param each is given one after the other, never with its secret or its hash
     */
    public void keys(Consumer<StoredKey> each) {
        if (only == null) {
            walk((after, limit) -> work.shelves().keys().list(who.tenant(), after, limit), StoredKey::id, each);
        }
    }

    /**
     * Goes through what is granted on an assessment.
     *
     * @param assessment which
     * @param each is given one after the other
     */
    public void grants(StoredAssessment assessment, Consumer<Grant> each) {
        if (only == null) {
            walk(
                    (after, limit) -> work.shelves().grants().list(who.tenant(), assessment.id(), after, limit),
                    Grant::holder,
                    each);
        }
    }

    /**
     * Goes through the audit trail of the tenant.
     *
     * @param each is given one after the other
     */
    public void trail(Consumer<Told> each) {
        if (only == null) {
            walk((after, limit) -> work.shelves().history().list(who.tenant(), "", after, limit), Told::id, each);
        }
    }

    static <T> void walk(BiFunction<String, Integer, Page<T>> list, Function<T, String> id, Consumer<T> each) {
        String after = "";
        Page<T> page;
        do {
            page = list.apply(after, PAGE);
            for (T one : page.items()) {
                after = id.apply(one);
                each.accept(one);
            }
        } while (page.more());
    }
}
