package org.moatmark.api.store;

import static org.moatmark.api.store.Phrase.text;
import static org.moatmark.api.store.db.tables.Answer.ANSWER;
import static org.moatmark.api.store.db.tables.Assessment.ASSESSMENT;
import static org.moatmark.api.store.db.tables.AssessmentQuestionnaire.ASSESSMENT_QUESTIONNAIRE;
import static org.moatmark.api.store.db.tables.Company.COMPANY;
import static org.moatmark.api.store.db.tables.Draft.DRAFT;
import static org.moatmark.api.store.db.tables.PlannedClose.PLANNED_CLOSE;
import static org.moatmark.api.store.db.tables.Seat.SEAT;
import static org.moatmark.api.store.db.tables.SeatInformant.SEAT_INFORMANT;
import static org.moatmark.api.store.db.tables.SecrecyTerms.SECRECY_TERMS;
import static org.moatmark.api.store.db.tables.VignetteRating.VIGNETTE_RATING;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SelectConditionStep;
import org.jooq.SelectOnConditionStep;
import org.jooq.SelectSelectStep;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.store.AnswerShelf.Draft;
import org.moatmark.api.store.SecrecyShelf.Terms;
import org.moatmark.api.store.StoredAssessment.Asked;

/** What the requests of a seat decide upon, asked in one go. */
public final class StandingShelf {

    private static final Phrase PLACE = new Phrase(
            sql -> place(sql.select(SEAT.fields()).select(ASSESSMENT.fields()).select(SECRECY_TERMS.fields()))
                    .where(SEAT.TENANT_ID.eq(text()), SEAT.ASSESSMENT_ID.eq(text()), SEAT.ID.eq(text())));
    private static final Phrase SURROUNDINGS = new Phrase(sql -> place(sql.select(SEAT.fields())
                    .select(ASSESSMENT.fields())
                    .select(SECRECY_TERMS.fields())
                    .select(COMPANY.fields())
                    .select(PLANNED_CLOSE.CLOSES_MS))
            .join(COMPANY)
            .on(COMPANY.TENANT_ID.eq(ASSESSMENT.TENANT_ID), COMPANY.ID.eq(ASSESSMENT.COMPANY_ID))
            .leftJoin(PLANNED_CLOSE)
            .on(PLANNED_CLOSE.TENANT_ID.eq(ASSESSMENT.TENANT_ID), PLANNED_CLOSE.ASSESSMENT_ID.eq(ASSESSMENT.ID))
            .where(SEAT.TENANT_ID.eq(text()), SEAT.ASSESSMENT_ID.eq(text()), SEAT.ID.eq(text())));
    private static final Phrase INFORMANTS =
            new Phrase(sql -> sql.select(SEAT_INFORMANT.QUESTIONNAIRE_ID, SEAT_INFORMANT.INFORMANT)
                    .from(SEAT_INFORMANT)
                    .where(SEAT_INFORMANT.TENANT_ID.eq(text()), SEAT_INFORMANT.SEAT_ID.eq(text()))
                    .orderBy(SEAT_INFORMANT.POSITION));
    private static final Phrase ASKED = new Phrase(sql -> sql.select(
                    ASSESSMENT_QUESTIONNAIRE.QUESTIONNAIRE_ID, ASSESSMENT_QUESTIONNAIRE.QUESTIONNAIRE_VERSION)
            .from(ASSESSMENT_QUESTIONNAIRE)
            .where(ASSESSMENT_QUESTIONNAIRE.TENANT_ID.eq(text()), ASSESSMENT_QUESTIONNAIRE.ASSESSMENT_ID.eq(text()))
            .orderBy(ASSESSMENT_QUESTIONNAIRE.POSITION));
    private static final Phrase ANSWERS = new Phrase(sql -> answers(sql).orderBy(ANSWER.ITEM_KEY));
    private static final Phrase ANSWERS_TO_ONE = new Phrase(
            sql -> answers(sql).and(DRAFT.QUESTIONNAIRE_ID.eq(text())).orderBy(ANSWER.ITEM_KEY));
    private static final Phrase RATINGS = new Phrase(sql -> ratings(sql).orderBy(VIGNETTE_RATING.VIGNETTE_KEY));
    private static final Phrase RATINGS_TO_ONE = new Phrase(
            sql -> ratings(sql).and(VIGNETTE_RATING.QUESTIONNAIRE_ID.eq(text())).orderBy(VIGNETTE_RATING.VIGNETTE_KEY));

    private final Talk talk;

    StandingShelf(Talk talk) {
        this.talk = talk;
    }

    /**
     * Where a seat stands.
     *
     * @param seat the seat
     * @param assessment of which assessment
     * @param terms who sees what it answers
     * @param sheets what it answered, by questionnaire; those to which it answered nothing are left out
     */
    public record Standing(StoredSeat seat, StoredAssessment assessment, Terms terms, Map<String, Sheet> sheets) {

        /**
         * What the seat answered to one questionnaire.
         *
         * @param questionnaire which
         * @return its sheet, empty before the first answer
         */
        public Sheet sheet(String questionnaire) {
            return sheets.getOrDefault(questionnaire, new Sheet(Draft.NONE, Map.of(), Map.of()));
        }
    }

    /**
     * Where a seat stands, and what is around it.
     *
     * @param standing where it stands, with what it answered to all questionnaires
     * @param company of which company
     * @param closesMs when the assessment is planned to close; null if nobody said so
     */
    public record Surroundings(
            Standing standing,
            StoredCompany company,
            @Nullable Long closesMs) {}

    /**
     * What a seat answered to one questionnaire.
     *
     * @param draft the state of the answers
     * @param answers those that its holder may see: JSON text by item, in the order of the keys
     * @param ratings points by vignette, in the order of the keys
     */
    public record Sheet(Draft draft, Map<String, String> answers, Map<String, Integer> ratings) {}

    /**
     * Where a seat stands, with what it answered to all questionnaires, and what is around it.
     *
     * @param tenant whose
     * @param assessment of which assessment
     * @param seat the seat
     * @return empty if there is no such seat
     */
    public Optional<Surroundings> around(String tenant, String assessment, String seat) {
        Talk.Answer answers = talk.ask(ANSWERS, tenant, seat);
        Talk.Answer ratings = talk.ask(RATINGS, tenant, seat);
        Talk.Answer informants = talk.ask(INFORMANTS, tenant, seat);
        Talk.Answer asked = talk.ask(ASKED, tenant, assessment);
        Record place = talk.ask(SURROUNDINGS, tenant, assessment, seat).row();
        return place == null
                ? Optional.empty()
                : Optional.of(new Surroundings(
                        read(place, answers, ratings, informants, asked),
                        CompanyShelf.read(place),
                        place.get(PLANNED_CLOSE.CLOSES_MS)));
    }

    /**
     * Where a seat stands, with what it answered to one questionnaire.
     *
     * @param tenant whose
     * @param assessment of which assessment
     * @param seat the seat
     * @param questionnaire which questionnaire
     * @return empty if there is no such seat
     */
    public Optional<Standing> find(String tenant, String assessment, String seat, String questionnaire) {
        Talk.Answer answers = talk.ask(ANSWERS_TO_ONE, tenant, seat, questionnaire);
        Talk.Answer ratings = talk.ask(RATINGS_TO_ONE, tenant, seat, questionnaire);
        Talk.Answer informants = talk.ask(INFORMANTS, tenant, seat);
        Talk.Answer asked = talk.ask(ASKED, tenant, assessment);
        Record place = talk.ask(PLACE, tenant, assessment, seat).row();
        return place == null ? Optional.empty() : Optional.of(read(place, answers, ratings, informants, asked));
    }

    private static Standing read(
            Record place, Talk.Answer answers, Talk.Answer ratings, Talk.Answer informants, Talk.Answer asked) {
        List<Asked> questionnaires = asked.rows()
                .map(row -> new Asked(
                        row.get(ASSESSMENT_QUESTIONNAIRE.QUESTIONNAIRE_ID),
                        row.get(ASSESSMENT_QUESTIONNAIRE.QUESTIONNAIRE_VERSION)));
        return new Standing(
                SeatShelf.read(place, kinds(informants.rows())),
                AssessmentShelf.read(place, questionnaires),
                place.get(SECRECY_TERMS.MODE) == null ? Terms.USUAL : SecrecyShelf.read(place),
                sheets(answers.rows(), ratings.rows()));
    }

    private static SelectOnConditionStep<Record> place(SelectSelectStep<Record> what) {
        return what.from(SEAT)
                .join(ASSESSMENT)
                .on(ASSESSMENT.TENANT_ID.eq(SEAT.TENANT_ID), ASSESSMENT.ID.eq(SEAT.ASSESSMENT_ID))
                .leftJoin(SECRECY_TERMS)
                .on(SECRECY_TERMS.TENANT_ID.eq(ASSESSMENT.TENANT_ID), SECRECY_TERMS.ASSESSMENT_ID.eq(ASSESSMENT.ID));
    }

    private static SelectConditionStep<Record> answers(DSLContext sql) {
        return sql.select(DRAFT.fields())
                .select(ANSWER.ITEM_KEY, ANSWER.GIVEN, ANSWER.EDITION)
                .from(DRAFT)
                .leftJoin(ANSWER)
                .on(
                        ANSWER.TENANT_ID.eq(DRAFT.TENANT_ID),
                        ANSWER.SEAT_ID.eq(DRAFT.SEAT_ID),
                        ANSWER.QUESTIONNAIRE_ID.eq(DRAFT.QUESTIONNAIRE_ID))
                .where(DRAFT.TENANT_ID.eq(text()), DRAFT.SEAT_ID.eq(text()));
    }

    private static SelectConditionStep<?> ratings(DSLContext sql) {
        return sql.select(VIGNETTE_RATING.QUESTIONNAIRE_ID, VIGNETTE_RATING.VIGNETTE_KEY, VIGNETTE_RATING.RATING)
                .from(VIGNETTE_RATING)
                .where(VIGNETTE_RATING.TENANT_ID.eq(text()), VIGNETTE_RATING.SEAT_ID.eq(text()));
    }

    private static Map<String, List<String>> kinds(Result<Record> rows) {
        Map<String, List<String>> kinds = new LinkedHashMap<>();
        rows.forEach(row -> kinds.computeIfAbsent(row.get(SEAT_INFORMANT.QUESTIONNAIRE_ID), none -> new ArrayList<>())
                .add(row.get(SEAT_INFORMANT.INFORMANT)));
        return kinds;
    }

    /** There is a draft wherever there is an answer. */
    private static Map<String, Sheet> sheets(Result<Record> answers, Result<Record> ratings) {
        Map<String, Sheet> sheets = new HashMap<>();
        for (Record row : answers) {
            Draft draft = new Draft(row.get(DRAFT.VERSION), row.get(DRAFT.CHANGED_MS), row.get(DRAFT.HIDDEN));
            Sheet sheet = sheets.computeIfAbsent(
                    row.get(DRAFT.QUESTIONNAIRE_ID),
                    none -> new Sheet(draft, new LinkedHashMap<>(), new LinkedHashMap<>()));
            boolean answered = row.get(ANSWER.ITEM_KEY) != null;
            // What a predecessor answered is not seen where the draft says so.
            if (answered && (draft.hidden() == 0 || row.get(ANSWER.EDITION) > draft.hidden())) {
                sheet.answers().put(row.get(ANSWER.ITEM_KEY), row.get(ANSWER.GIVEN));
            }
        }
        for (Record row : ratings) {
            sheets.computeIfAbsent(
                            row.get(VIGNETTE_RATING.QUESTIONNAIRE_ID),
                            none -> new Sheet(Draft.NONE, Map.of(), new LinkedHashMap<>()))
                    .ratings()
                    .put(
                            row.get(VIGNETTE_RATING.VIGNETTE_KEY),
                            row.get(VIGNETTE_RATING.RATING).intValue());
        }
        return sheets;
    }
}
