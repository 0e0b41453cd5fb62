package org.moatmark.api.store;

import static org.moatmark.api.store.db.tables.VignetteRating.VIGNETTE_RATING;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/** How seats rated invented companies. The state of a seat's answers moves on with these ratings too. */
public final class VignetteShelf {

    private final DSLContext sql;

    VignetteShelf(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Keeps one rating.
     *
     * @param tenant whose
     * @param seat of which seat
     * @param questionnaire of which questionnaire
     * @param vignette of which vignette
     * @param rating the point of the item's scale
     * @param now the time
     */
    public void put(String tenant, String seat, String questionnaire, String vignette, int rating, long now) {
        sql.insertInto(VIGNETTE_RATING)
                .set(VIGNETTE_RATING.TENANT_ID, tenant)
                .set(VIGNETTE_RATING.SEAT_ID, seat)
                .set(VIGNETTE_RATING.QUESTIONNAIRE_ID, questionnaire)
                .set(VIGNETTE_RATING.VIGNETTE_KEY, vignette)
                .set(VIGNETTE_RATING.RATING, (long) rating)
                .set(VIGNETTE_RATING.CHANGED_MS, now)
                .onConflict(
                        VIGNETTE_RATING.TENANT_ID,
                        VIGNETTE_RATING.SEAT_ID,
                        VIGNETTE_RATING.QUESTIONNAIRE_ID,
                        VIGNETTE_RATING.VIGNETTE_KEY)
                .doUpdate()
                .set(VIGNETTE_RATING.RATING, (long) rating)
                .set(VIGNETTE_RATING.CHANGED_MS, now)
                .execute();
    }

    /**
     * Takes one rating back.
     *
     * @param tenant whose
     * @param seat of which seat
     * @param questionnaire of which questionnaire
     * @param vignette of which vignette
     */
    public void clear(String tenant, String seat, String questionnaire, String vignette) {
        sql.deleteFrom(VIGNETTE_RATING)
                .where(
                        VIGNETTE_RATING.TENANT_ID.eq(tenant),
                        VIGNETTE_RATING.SEAT_ID.eq(seat),
                        VIGNETTE_RATING.QUESTIONNAIRE_ID.eq(questionnaire),
                        VIGNETTE_RATING.VIGNETTE_KEY.eq(vignette))
                .execute();
    }

    /**
     * All ratings of a seat on one questionnaire.
     *
     * @param tenant whose
     * @param seat of which seat
     * @param questionnaire of which questionnaire
     * @return ratings by vignette, in the order of the keys
     */
    public Map<String, Integer> all(String tenant, String seat, String questionnaire) {
        Map<String, Integer> ratings = new LinkedHashMap<>();
        sql.select(VIGNETTE_RATING.VIGNETTE_KEY, VIGNETTE_RATING.RATING)
                .from(VIGNETTE_RATING)
                .where(
                        VIGNETTE_RATING.TENANT_ID.eq(tenant),
                        VIGNETTE_RATING.SEAT_ID.eq(seat),
                        VIGNETTE_RATING.QUESTIONNAIRE_ID.eq(questionnaire))
                .orderBy(VIGNETTE_RATING.VIGNETTE_KEY)
                .forEach(row -> ratings.put(row.value1(), row.value2().intValue()));
        return ratings;
    }

    /**
     * All ratings of several seats on one questionnaire.
     *
     * @param tenant whose
     * @param seats of which seats
     * @param questionnaire of which questionnaire
     * @return ratings by vignette, in the order of the keys, by seat; seats that rated nothing are left out
     */
    public Map<String, Map<String, Integer>> all(String tenant, List<String> seats, String questionnaire) {
        Map<String, Map<String, Integer>> ratings = new HashMap<>();
        sql.selectFrom(VIGNETTE_RATING)
                .where(
                        VIGNETTE_RATING.TENANT_ID.eq(tenant),
                        VIGNETTE_RATING.SEAT_ID.in(seats),
                        VIGNETTE_RATING.QUESTIONNAIRE_ID.eq(questionnaire))
                .orderBy(VIGNETTE_RATING.SEAT_ID, VIGNETTE_RATING.VIGNETTE_KEY)
                .forEach(row -> ratings.computeIfAbsent(row.get(VIGNETTE_RATING.SEAT_ID), none -> new LinkedHashMap<>())
                        .put(
                                row.get(VIGNETTE_RATING.VIGNETTE_KEY),
                                row.get(VIGNETTE_RATING.RATING).intValue()));
        return ratings;
    }

    /**
     * Removes all ratings of a seat.
     *
     * @param tenant whose
     * @param seat of which seat
     */
    public void removeAll(String tenant, String seat) {
        sql.deleteFrom(VIGNETTE_RATING)
                .where(VIGNETTE_RATING.TENANT_ID.eq(tenant), VIGNETTE_RATING.SEAT_ID.eq(seat))
                .execute();
    }
}
