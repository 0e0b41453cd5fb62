package org.moatmark.api.store;

import static org.moatmark.api.store.db.tables.Answer.ANSWER;
import static org.moatmark.api.store.db.tables.Draft.DRAFT;
import static org.moatmark.api.store.db.tables.VignetteRating.VIGNETTE_RATING;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.DSLContext;

/** What seats answered: one JSON text per item, exactly as taken in. */
public final class AnswerShelf {

    private final DSLContext sql;

    AnswerShelf(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * The state of a seat's answers to one questionnaire.
     *
     * @param version 0 before the first answer
     * @param changedMs when an answer last changed; 0 before the first
     */
    public record Draft(long version, long changedMs) {
        /** Before the first answer. */
        public static final Draft NONE = new Draft(0, 0);
    }

    /**
     * The state of a seat's answers to one questionnaire.
     *
     * @param tenant whose
     * @param seat of which seat
     * @param questionnaire to which questionnaire
     * @return the state
     */
    public Draft draft(String tenant, String seat, String questionnaire) {
        return sql.selectFrom(DRAFT)
                .where(DRAFT.TENANT_ID.eq(tenant), DRAFT.SEAT_ID.eq(seat), DRAFT.QUESTIONNAIRE_ID.eq(questionnaire))
                .fetchOptional(row -> new Draft(row.get(DRAFT.VERSION), row.get(DRAFT.CHANGED_MS)))
                .orElse(Draft.NONE);
    }

    /**
     * Moves the state of a seat's answers on; done before answers are put.
     *
     * @param tenant whose
     * @param seat of which seat
     * @param questionnaire to which questionnaire
     * @param draft the new state
     */
    public void advance(String tenant, String seat, String questionnaire, Draft draft) {
        sql.insertInto(DRAFT)
                .set(DRAFT.TENANT_ID, tenant)
                .set(DRAFT.SEAT_ID, seat)
                .set(DRAFT.QUESTIONNAIRE_ID, questionnaire)
                .set(DRAFT.VERSION, draft.version())
                .set(DRAFT.CHANGED_MS, draft.changedMs())
                .onConflict(DRAFT.TENANT_ID, DRAFT.SEAT_ID, DRAFT.QUESTIONNAIRE_ID)
                .doUpdate()
                .set(DRAFT.VERSION, draft.version())
                .set(DRAFT.CHANGED_MS, draft.changedMs())
                .execute();
    }

    /**
     * Keeps one answer.
     *
     * @param tenant whose
     * @param seat of which seat
     * @param questionnaire to which questionnaire
     * @param item to which item
     * @param given the JSON text
     * @param now the time
     */
    public void put(String tenant, String seat, String questionnaire, String item, String given, long now) {
        sql.insertInto(ANSWER)
                .set(ANSWER.TENANT_ID, tenant)
                .set(ANSWER.SEAT_ID, seat)
                .set(ANSWER.QUESTIONNAIRE_ID, questionnaire)
                .set(ANSWER.ITEM_KEY, item)
                .set(ANSWER.GIVEN, given)
                .set(ANSWER.CHANGED_MS, now)
                .onConflict(ANSWER.TENANT_ID, ANSWER.SEAT_ID, ANSWER.QUESTIONNAIRE_ID, ANSWER.ITEM_KEY)
                .doUpdate()
                .set(ANSWER.GIVEN, given)
                .set(ANSWER.CHANGED_MS, now)
                .execute();
    }

    /**
     * Takes one answer back.
     *
     * @param tenant whose
     * @param seat of which seat
     * @param questionnaire to which questionnaire
     * @param item to which item
     */
    public void clear(String tenant, String seat, String questionnaire, String item) {
        sql.deleteFrom(ANSWER)
                .where(
                        ANSWER.TENANT_ID.eq(tenant),
                        ANSWER.SEAT_ID.eq(seat),
                        ANSWER.QUESTIONNAIRE_ID.eq(questionnaire),
                        ANSWER.ITEM_KEY.eq(item))
                .execute();
    }

    /**
     * All answers of a seat to one questionnaire.
     *
     * @param tenant whose
     * @param seat of which seat
     * @param questionnaire to which questionnaire
     * @return JSON text by item, in the order of the keys
     */
    public Map<String, String> all(String tenant, String seat, String questionnaire) {
        Map<String, String> answers = new LinkedHashMap<>();
        sql.select(ANSWER.ITEM_KEY, ANSWER.GIVEN)
                .from(ANSWER)
                .where(ANSWER.TENANT_ID.eq(tenant), ANSWER.SEAT_ID.eq(seat), ANSWER.QUESTIONNAIRE_ID.eq(questionnaire))
                .orderBy(ANSWER.ITEM_KEY)
                .forEach(row -> answers.put(row.value1(), row.value2()));
        return answers;
    }

    /**
     * How many answers and ratings of vignettes a seat gave.
     *
     * @param tenant whose
     * @param seat of which seat
     * @return over all questionnaires
     */
    public int count(String tenant, String seat) {
        return sql.fetchCount(ANSWER, ANSWER.TENANT_ID.eq(tenant), ANSWER.SEAT_ID.eq(seat))
                + sql.fetchCount(
                        VIGNETTE_RATING, VIGNETTE_RATING.TENANT_ID.eq(tenant), VIGNETTE_RATING.SEAT_ID.eq(seat));
    }

    /**
     * Removes everything that a seat answered, its ratings of vignettes with it.
     *
     * @param tenant whose
     * @param seat of which seat
     */
    public void removeAll(String tenant, String seat) {
        sql.deleteFrom(VIGNETTE_RATING)
                .where(VIGNETTE_RATING.TENANT_ID.eq(tenant), VIGNETTE_RATING.SEAT_ID.eq(seat))
                .execute();
        sql.deleteFrom(ANSWER)
                .where(ANSWER.TENANT_ID.eq(tenant), ANSWER.SEAT_ID.eq(seat))
                .execute();
        sql.deleteFrom(DRAFT)
                .where(DRAFT.TENANT_ID.eq(tenant), DRAFT.SEAT_ID.eq(seat))
                .execute();
    }
}
