package org.moatmark.api.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.store.AnswerShelf.Draft;
import org.moatmark.api.store.HistoryShelf;
import org.moatmark.api.store.Hold;
import org.moatmark.api.store.SecrecyShelf.Mode;
import org.moatmark.api.store.SecrecyShelf.Terms;
import org.moatmark.api.store.StandingShelf.Standing;
import org.moatmark.api.store.StoredAssessment;
import org.moatmark.api.store.StoredAssessment.Asked;
import org.moatmark.api.store.StoredAssessment.Status;
import org.moatmark.api.store.StoredCompany;
import org.moatmark.api.store.StoredSeat;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.json.JsonValue;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Questionnaire;

/**
 * What a seat does with its own answers: reads them, changes them one by one, submits them. Long, since what a seat is told of
 * itself is described here too.
 */
public final class Answers {

    private static final long SESSION_MS = 12L * 3_600_000;
    private static final Set<String> LOOKED = Set.of("read results", "ask for export", "release results");
    private static final int MOST_LINES = 500;

    private final AnswerSheets sheets;
    private final Tokens tokens;

    /**
     * Looks after answers.
     *
     * @param questionnaires what can be asked
     * @param tokens makes cookies
     */
    public Answers(Questionnaires questionnaires, Tokens tokens) {
        this.sheets = new AnswerSheets(questionnaires);
        this.tokens = tokens;
    }

    /**
     * A seat, where it belongs and what it is asked.
     *
     * @param seat the seat
     * @param assessment of which assessment
     * @param company of which company
     * @param sheets its sheets, in the order of the assessment
     * @param terms who will see what it answers
     * @param alone whether departments are told apart and it is the only seat of its own
     * @param closesMs when the assessment is planned to close; null if nobody said so
     */
    public record Place(
            StoredSeat seat,
            StoredAssessment assessment,
            StoredCompany company,
            List<Sheet> sheets,
            Terms terms,
            boolean alone,
            @Nullable Long closesMs) {

        private Place submitted(StoredSeat after) {
            return new Place(
                    after,
                    assessment,
                    company,
                    sheets.stream().map(Sheet::closed).toList(),
                    terms,
                    alone,
                    closesMs);
        }
    }

    /**
     * The answers of a seat to one questionnaire.
     *
     * @param questionnaire what is asked
     * @param kinds the informant kinds of the seat
     * @param draft the state of the answers
     * @param asked the items that the seat is asked, in file order
     * @param answers JSON text by item key
     * @param vignettes ratings by vignette key
     * @param open whether answers can be changed
     * @param hidden the items whose answers are protected, in file order; empty where nothing is
     */
    public record Sheet(
            Questionnaire questionnaire,
            List<String> kinds,
            Draft draft,
            List<Item> asked,
            Map<String, String> answers,
            Map<String, Integer> vignettes,
            boolean open,
            List<String> hidden) {

        private Sheet closed() {
            return new Sheet(questionnaire, kinds, draft, asked, answers, vignettes, false, hidden);
        }
    }

    /**
     * What is to change in a sheet; {@code null} as JSON takes something back.
     *
     * @param answers by item key; merged into the answer before, as RFC 7396 says
     * @param vignettes ratings by vignette key
     */
    public record Changes(Map<String, JsonValue> answers, Map<String, JsonValue> vignettes) {}

    /** A cookie that a token was traded for; {@code expiresMs} is when it ends. */
    public record Session(String cookie, long expiresMs) {}

    /**
     * Trades a seat's token for a cookie.
     *
     * @param work the transaction
     * @param token the token of a seat
     * @return the cookie
     */
    public Session trade(Work work, String token) {
        var found = work.shelves().seatLinks().byToken(Tokens.hash(token)).orElseThrow(Refused::unauthenticated);
        work.shelves().enter(Hold.seat(found.tenant(), found.seat()));
        String cookie = tokens.cookie();
        long expires = work.now() + SESSION_MS;
        work.shelves().invitations().opened(found.tenant(), found.seat(), work.now());
        work.shelves().seatLinks().addSession(found.tenant(), found.seat(), Tokens.hash(cookie), work.now(), expires);
        return new Session(cookie, expires);
    }

    /**
     * Everything that a seat sees of itself.
     *
     * @param work the transaction
     * @param who the seat
     * @return the seat with all its sheets
     */
    public Place place(Work work, Caller.SeatHolder who) {
        var around = work.shelves()
                .standings()
                .around(who.tenant(), who.assessment(), who.seat())
                .orElseThrow(Refused::unauthenticated);
        Standing standing = around.standing();
        StoredAssessment assessment = standing.assessment();
        List<Sheet> all = assessment.questionnaires().stream()
                .map(Asked::id)
                .filter(standing.seat().informants()::containsKey)
                .map(asked -> sheets.of(work, who.tenant(), standing, asked))
                .toList();
        boolean alone = isAlone(work, who.tenant(), standing);
        return new Place(
                standing.seat(), assessment, around.company(), all, standing.terms(), alone, around.closesMs());
    }

    private static boolean isAlone(Work work, String tenant, Standing standing) {
        String department = standing.seat().department();
        Terms terms = standing.terms();
        return terms.mode() == Mode.CONFIDENTIAL
                && terms.departments()
                && department != null
                && work.shelves().seats().count(tenant, standing.assessment().id(), department) == 1;
    }

    /**
     * Who did something with a seat, or looked at what came of its assessment: for the person who sits on it, and since that
     * person does.
     *
     * @param work the transaction
     * @param who the seat
     * @return the latest lines, oldest first; who it was is not told, but what
     */
    public List<HistoryShelf.Line> access(Work work, Caller.SeatHolder who) {
        StoredSeat seat = seat(work, who);
        Long since = seat.handedOverMs();
        List<HistoryShelf.Line> lines = new ArrayList<>(work.shelves().history().of(who.tenant(), seat.id()));
        work.shelves().history().of(who.tenant(), seat.assessment()).stream()
                .filter(line -> LOOKED.contains(line.deed()))
                .forEach(lines::add);
        lines.removeIf(line -> line.actor().startsWith("seat:") || since != null && line.atMs() < since);
        lines.sort(Comparator.comparingLong(HistoryShelf.Line::atMs));
        return lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size());
    }

    /**
     * The answers of a seat to one questionnaire.
     *
     * @param work the transaction
     * @param who the seat
     * @param questionnaire which questionnaire
     * @return the sheet
     */
    public Sheet sheet(Work work, Caller.SeatHolder who, String questionnaire) {
        Standing standing = standing(work, who, questionnaire);
        return sheets.of(work, who.tenant(), standing, questionnaire);
    }

    private static Standing standing(Work work, Caller.SeatHolder who, String questionnaire) {
        return work.shelves()
                .standings()
                .find(who.tenant(), who.assessment(), who.seat(), questionnaire)
                .orElseThrow(Refused::unauthenticated);
    }

    /**
     * Changes single answers and ratings of vignettes.
     *
     * @param work the transaction
     * @param who the seat
     * @param questionnaire which questionnaire
     * @param seen the versions that the caller has seen
     * @param patch what to change
     * @return the sheet as it is now
     */
    public Sheet patch(Work work, Caller.SeatHolder who, String questionnaire, Precondition seen, Changes patch) {
        Standing standing = standing(work, who, questionnaire);
        StoredSeat seat = standing.seat();
        Sheet before = sheets.of(work, who.tenant(), standing, questionnaire);
        mayAnswer(standing.assessment(), seat);
        seen.require(before.draft().version());
        List<Issue> issues = new ArrayList<>();
        Map<String, String> changed = AnswerChanges.of(before, patch.answers(), issues);
        Ratings ratings = Ratings.of(before, patch.vignettes(), issues);
        if (!issues.isEmpty()) {
            throw Refused.invalid(issues);
        }
        if (before.draft().version() == 0) {
            Visibility.layDown(work, who.tenant(), seat.assessment());
            work.shelves().invitations().opened(who.tenant(), seat.id(), work.now());
        }
        Draft draft = before.draft().next(work.now());
        var shelf = work.shelves().answers();
        shelf.advance(who.tenant(), seat.id(), questionnaire, draft);
        changed.forEach((item, given) -> {
            if (given.isEmpty()) {
                shelf.clear(who.tenant(), seat.id(), questionnaire, item);
            } else if (!given.equals(before.answers().get(item))) {
                shelf.put(who.tenant(), seat.id(), questionnaire, item, given, draft);
            }
        });
        ratings.keep(work, who.tenant(), seat.id(), questionnaire);
        Map<String, String> answers = new TreeMap<>(before.answers());
        changed.forEach((item, given) -> {
            if (given.isEmpty()) {
                answers.remove(item);
            } else {
                answers.put(item, given);
            }
        });
        return new Sheet(
                before.questionnaire(),
                before.kinds(),
                draft,
                before.asked(),
                answers,
                ratings.after(before),
                true,
                before.hidden());
    }

    /**
     * Makes the answers of a seat final. Doing it again changes nothing.
     *
     * @param work the transaction
     * @param who the seat
     * @return the seat with all its sheets
     */
    public Place submit(Work work, Caller.SeatHolder who) {
        Place place = place(work, who);
        StoredSeat before = place.seat();
        if (before.submitted()) {
            return place;
        }
        mayAnswer(place.assessment(), before);
        List<Issue> empty = place.sheets().stream()
                .filter(sheet -> sheet.answers().isEmpty())
                .map(sheet -> sheet.questionnaire().id())
                .map(id -> Faults.nothingAnswered("/" + id, id))
                .toList();
        if (!empty.isEmpty()) {
            throw Refused.incomplete(empty);
        }
        // What an owner sees of the seat must not change where nobody is to learn who has submitted.
        boolean hides = place.terms().mode() == Mode.CONFIDENTIAL;
        StoredSeat after = before.submitted(work.now(), hides);
        work.shelves().seats().submit(who.tenant(), after, work.now());
        if (!hides) {
            // Under the name of the assessment: the trail does not tell which seat it was.
            work.shelves()
                    .history()
                    .add(
                            who.tenant(),
                            new HistoryShelf.Line(work.now(), who.credential(), "submit", before.assessment(), null));
        }
        return place.submitted(after);
    }

    private static void mayAnswer(StoredAssessment assessment, StoredSeat seat) {
        if (assessment.status() == Status.DRAFT) {
            throw Refused.because(
                    Refused.Reason.CONFLICT,
                    "The assessment is not open yet; answers are taken once it is.",
                    "診断はまだ始まっていません。開始後に回答できます。");
        }
        if (assessment.status() == Status.CLOSED) {
            throw Refused.because(
                    Refused.Reason.CONFLICT, "The assessment is closed; answers are final.", "診断は終了しました。回答は変更できません。");
        }
        if (seat.submitted()) {
            throw Refused.because(
                    Refused.Reason.ALREADY_SUBMITTED,
                    "These answers have been submitted. Ask the owner of the assessment to give them back.",
                    "回答は既に提出されています。修正が必要な場合は、診断の所有者に差し戻しを依頼してください。");
        }
    }

    private static StoredSeat seat(Work work, Caller.SeatHolder who) {
        return work.shelves()
                .seats()
                .find(who.tenant(), who.assessment(), who.seat())
                .orElseThrow(Refused::unauthenticated);
    }
}
