package org.moatmark.api.store;

import static org.jooq.impl.DSL.excluded;
import static org.moatmark.api.store.Phrase.number;
import static org.moatmark.api.store.Phrase.text;
import static org.moatmark.api.store.db.tables.Answer.ANSWER;
import static org.moatmark.api.store.db.tables.Draft.DRAFT;
import static org.moatmark.api.store.db.tables.Seat.SEAT;
import static org.moatmark.api.store.db.tables.VignetteRating.VIGNETTE_RATING;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/** What seats answered: one JSON text per item, exactly as taken in. */
public final class AnswerShelf {

    private static final Phrase BEGIN = new Phrase(sql -> sql.insertInto(DRAFT)
            .set(DRAFT.VERSION, number())
            .set(DRAFT.CHANGED_MS, number())
            .set(DRAFT.TENANT_ID, text())
            .set(DRAFT.SEAT_ID, text())
            .set(DRAFT.QUESTIONNAIRE_ID, text()));
    private static final Phrase ADVANCE = new Phrase(sql -> sql.update(DRAFT)
            .set(DRAFT.VERSION, number())
            .set(DRAFT.CHANGED_MS, number())
            .where(DRAFT.TENANT_ID.eq(text()), DRAFT.SEAT_ID.eq(text()), DRAFT.QUESTIONNAIRE_ID.eq(text())));
    private static final Phrase PUT = new Phrase(sql -> sql.insertInto(ANSWER)
            .set(ANSWER.TENANT_ID, text())
            .set(ANSWER.SEAT_ID, text())
            .set(ANSWER.QUESTIONNAIRE_ID, text())
            .set(ANSWER.ITEM_KEY, text())
            .set(ANSWER.GIVEN, text())
            .set(ANSWER.CHANGED_MS, number())
            .set(ANSWER.EDITION, number())
            .onConflict(ANSWER.TENANT_ID, ANSWER.SEAT_ID, ANSWER.QUESTIONNAIRE_ID, ANSWER.ITEM_KEY)
            .doUpdate()
            .set(ANSWER.GIVEN, excluded(ANSWER.GIVEN))
            .set(ANSWER.CHANGED_MS, excluded(ANSWER.CHANGED_MS))
            .set(ANSWER.EDITION, excluded(ANSWER.EDITION)));

    private final DSLContext sql;
    private final Talk talk;

    AnswerShelf(DSLContext sql, Talk talk) {
        this.sql = sql;
        this.talk = talk;
    }

    /**
     * The state of a seat's answers to one questionnaire.
     *
     * @param version 0 before the first answer
     * @param changedMs when an answer last changed; 0 before the first
     * @param hidden the version up to which answers are those of a predecessor that the holder does not see; 0 for none
     */
    public record Draft(long version, long changedMs, long hidden) {
        /** Before the first answer. */
        public static final Draft NONE = new Draft(0, 0, 0);

        /**
         * The state after one more change.
         *
         * @param now the time
         * @return the next version
         */
        public Draft next(long now) {
            return new Draft(version + 1, now, hidden);
        }
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
                .fetchOptional(
                        row -> new Draft(row.get(DRAFT.VERSION), row.get(DRAFT.CHANGED_MS), row.get(DRAFT.HIDDEN)))
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
        Phrase phrase = draft.version() == 1 ? BEGIN : ADVANCE;
        talk.say(phrase, draft.version(), draft.changedMs(), tenant, seat, questionnaire);
    }

    /**
     * Keeps one answer.
     *
     * @param tenant whose
     * @param seat of which seat
     * @param questionnaire to which questionnaire
     * @param item to which item
     * @param given the JSON text
     * @param draft the state of the answers with it
     */
    public void put(String tenant, String seat, String questionnaire, String item, String given, Draft draft) {
        talk.say(PUT, tenant, seat, questionnaire, item, given, draft.changedMs(), draft.version());
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
     * All answers of several seats to one questionnaire.
     *
     * @param tenant whose
     * @param seats of which seats
     * @param questionnaire to which questionnaire
     * @return JSON text by item, in the order of the keys, by seat; seats that answered nothing are left out
     */
    public Map<String, Map<String, String>> all(String tenant, List<String> seats, String questionnaire) {
        Map<String, Map<String, String>> answers = new HashMap<>();
        sql.select(ANSWER.SEAT_ID, ANSWER.ITEM_KEY, ANSWER.GIVEN)
                .from(ANSWER)
                .where(ANSWER.TENANT_ID.eq(tenant), ANSWER.SEAT_ID.in(seats), ANSWER.QUESTIONNAIRE_ID.eq(questionnaire))
                .orderBy(ANSWER.SEAT_ID, ANSWER.ITEM_KEY)
                .forEach(row -> answers.computeIfAbsent(row.value1(), none -> new LinkedHashMap<>())
                        .put(row.value2(), row.value3()));
        return answers;
    }

    /**
     * The answers of a seat to one questionnaire that its holder may see.
     *
     * @param tenant whose
     * @param seat of which seat
     * @param questionnaire to which questionnaire
     * @param draft the state of the answers
     * @return JSON text by item, in the order of the keys
     */
    public Map<String, String> visible(String tenant, String seat, String questionnaire, Draft draft) {
        Map<String, String> answers = all(tenant, seat, questionnaire);
        if (draft.hidden() > 0) {
            Map<String, Long> editions = editions(tenant, seat, questionnaire);
            answers.keySet().removeIf(item -> editions.getOrDefault(item, 0L) <= draft.hidden());
        }
        return answers;
    }

    /**
     * Which answers of a seat are which: another number whenever an answer changed.
     *
     * @param tenant whose
     * @param seat of which seat
     * @param questionnaire to which questionnaire
     * @return the version of the draft with which each answer became what it is, by item
     */
    public Map<String, Long> editions(String tenant, String seat, String questionnaire) {
        return sql.select(ANSWER.ITEM_KEY, ANSWER.EDITION)
                .from(ANSWER)
                .where(ANSWER.TENANT_ID.eq(tenant), ANSWER.SEAT_ID.eq(seat), ANSWER.QUESTIONNAIRE_ID.eq(questionnaire))
                .fetchMap(ANSWER.ITEM_KEY, ANSWER.EDITION);
    }

    /**
     * Hides the answers that a seat gave so far from whoever holds it from now on. They count as before.
     *
     * @param tenant whose
     * @param seat of which seat
     */
    public void hide(String tenant, String seat) {
        sql.update(DRAFT)
                .set(DRAFT.HIDDEN, DRAFT.VERSION)
                .where(DRAFT.TENANT_ID.eq(tenant), DRAFT.SEAT_ID.eq(seat))
                .execute();
    }

    /**
     * How far the answers of every seat of an assessment are.
     *
     * @param tenant whose
     * @param assessment of which assessment
     * @return the version of the draft by questionnaire, by seat; seats that answered nothing are left out
     */
    public Map<String, Map<String, Long>> versions(String tenant, String assessment) {
        Map<String, Map<String, Long>> versions = new HashMap<>();
        sql.select(DRAFT.SEAT_ID, DRAFT.QUESTIONNAIRE_ID, DRAFT.VERSION)
                .from(DRAFT)
                .join(SEAT)
                .on(SEAT.TENANT_ID.eq(DRAFT.TENANT_ID), SEAT.ID.eq(DRAFT.SEAT_ID))
                .where(SEAT.TENANT_ID.eq(tenant), SEAT.ASSESSMENT_ID.eq(assessment))
                .forEach(row -> versions.computeIfAbsent(row.value1(), none -> new HashMap<>())
                        .put(row.value2(), row.value3()));
        return versions;
    }

    /**
     * Whether anybody has answered anything.
     *
     * @param tenant whose
     * @param assessment in which assessment
     * @return true from the first answer of any seat on
     */
    public boolean anyOf(String tenant, String assessment) {
        return sql.fetchExists(sql.selectOne()
                .from(DRAFT)
                .join(SEAT)
                .on(SEAT.TENANT_ID.eq(DRAFT.TENANT_ID), SEAT.ID.eq(DRAFT.SEAT_ID))
                .where(SEAT.TENANT_ID.eq(tenant), SEAT.ASSESSMENT_ID.eq(assessment)));
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
