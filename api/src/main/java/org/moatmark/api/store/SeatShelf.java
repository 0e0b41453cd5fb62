package org.moatmark.api.store;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.moatmark.api.store.Phrase.number;
import static org.moatmark.api.store.Phrase.text;
import static org.moatmark.api.store.db.tables.Seat.SEAT;
import static org.moatmark.api.store.db.tables.SeatInformant.SEAT_INFORMANT;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Seats. What leads to them is on a shelf of its own: {@link SeatLinkShelf}. */
public final class SeatShelf {

    private static final Phrase SUBMIT = new Phrase(sql -> sql.update(SEAT)
            .set(SEAT.STATUS, inline("submitted"))
            .set(SEAT.VERSION, number())
            .set(SEAT.CHANGED_MS, number())
            .set(SEAT.SUBMITTED_MS, number())
            .set(SEAT.FIRST_SUBMITTED_MS, coalesce(SEAT.FIRST_SUBMITTED_MS, number()))
            .where(SEAT.TENANT_ID.eq(text()), SEAT.ID.eq(text())));
    private final DSLContext sql;
    private final Talk talk;

    SeatShelf(DSLContext sql, Talk talk) {
        this.sql = sql;
        this.talk = talk;
    }

    /**
     * Adds a seat.
     *
     * @param tenant whose
     * @param seat the seat
     * @param folded its name as names are compared
     * @param tokenHash SHA-256 of its token
     */
    public void add(String tenant, StoredSeat seat, String folded, String tokenHash) {
        sql.insertInto(SEAT)
                .set(SEAT.TENANT_ID, tenant)
                .set(SEAT.ID, seat.id())
                .set(SEAT.VERSION, seat.version())
                .set(SEAT.ASSESSMENT_ID, seat.assessment())
                .set(SEAT.LABEL, seat.key())
                .set(SEAT.FOLDED, folded)
                .set(SEAT.DEPARTMENT, seat.department())
                .set(SEAT.ROLE, seat.role())
                .set(SEAT.UNIT, seat.unit())
                .set(SEAT.TOKEN_HASH, tokenHash)
                .set(SEAT.STATUS, status(seat))
                .set(SEAT.CREATED_MS, seat.createdMs())
                .set(SEAT.CHANGED_MS, seat.changedMs())
                .execute();
        addInformants(tenant, seat);
    }

    /**
     * Replaces what is kept of a seat, but for its token.
     *
     * @param tenant whose
     * @param seat the seat
     * @param folded its name as names are compared
     */
    public void put(String tenant, StoredSeat seat, String folded) {
        sql.update(SEAT)
                .set(SEAT.VERSION, seat.version())
                .set(SEAT.LABEL, seat.key())
                .set(SEAT.FOLDED, folded)
                .set(SEAT.DEPARTMENT, seat.department())
                .set(SEAT.ROLE, seat.role())
                .set(SEAT.UNIT, seat.unit())
                .set(SEAT.STATUS, status(seat))
                .set(SEAT.CHANGED_MS, seat.changedMs())
                .set(SEAT.HANDED_OVER_MS, seat.handedOverMs())
                .set(SEAT.SUBMITTED_MS, seat.submittedMs())
                .where(SEAT.TENANT_ID.eq(tenant), SEAT.ID.eq(seat.id()))
                .execute();
        if (!informants(tenant, List.of(seat.id()))
                .getOrDefault(seat.id(), Map.of())
                .equals(seat.informants())) {
            dropInformants(tenant, seat.id());
            addInformants(tenant, seat);
        }
    }

    /**
     * Makes the answers of a seat final. When it did so for the first time is kept beside that.
     *
     * @param tenant whose
     * @param seat the seat as it is then, and nothing else of it has changed
     * @param now the time
     */
    public void submit(String tenant, StoredSeat seat, long now) {
        talk.say(SUBMIT, seat.version(), seat.changedMs(), seat.submittedMs(), now, tenant, seat.id());
    }

    /**
     * Removes a seat without answers, with its cookies.
     *
     * @param tenant whose
     * @param id which
     */
    public void remove(String tenant, String id) {
        SeatLinkShelf.dropSessions(sql, tenant, id);
        dropInformants(tenant, id);
        sql.deleteFrom(SEAT).where(SEAT.TENANT_ID.eq(tenant), SEAT.ID.eq(id)).execute();
    }

    /**
     * One seat of an assessment.
     *
     * @param tenant whose
     * @param assessment of which assessment
     * @param id which
     * @return the seat
     */
    public Optional<StoredSeat> find(String tenant, String assessment, String id) {
        return sql.selectFrom(SEAT)
                .where(SEAT.TENANT_ID.eq(tenant), SEAT.ASSESSMENT_ID.eq(assessment), SEAT.ID.eq(id))
                .fetchOptional(this::read);
    }

    /**
     * The seat of a name.
     *
     * @param tenant whose
     * @param assessment of which assessment
     * @param key its name
     * @param folded the name as names are compared
     * @return the id of a seat that has this name, or one that is taken for it
     */
    public Optional<String> byKey(String tenant, String assessment, String key, String folded) {
        return sql.select(SEAT.ID)
                .from(SEAT)
                .where(
                        SEAT.TENANT_ID.eq(tenant),
                        SEAT.ASSESSMENT_ID.eq(assessment),
                        SEAT.LABEL.eq(key).or(SEAT.FOLDED.eq(folded)))
                .limit(1)
                .fetchOptional(SEAT.ID);
    }

    /**
     * Seats in the order in which they were added.
     *
     * @param tenant whose
     * @param assessment of which assessment
     * @param after id after which the page starts, or the empty string
     * @param limit how many
     * @return a page
     */
    public Page<StoredSeat> list(String tenant, String assessment, String after, int limit) {
        var rows = sql.selectFrom(SEAT)
                .where(SEAT.TENANT_ID.eq(tenant), SEAT.ASSESSMENT_ID.eq(assessment), SEAT.ID.gt(after))
                .orderBy(SEAT.ID)
                .limit(limit + 1)
                .fetch();
        Map<String, Map<String, List<String>>> informants = informants(tenant, rows.getValues(SEAT.ID));
        return Page.of(rows.map(row -> read(row, informants.getOrDefault(row.get(SEAT.ID), Map.of()))), limit);
    }

    /**
     * How many seats an assessment has.
     *
     * @param tenant whose
     * @param assessment of which assessment
     * @return the number of seats
     */
    public int count(String tenant, String assessment) {
        return sql.fetchCount(SEAT, SEAT.TENANT_ID.eq(tenant), SEAT.ASSESSMENT_ID.eq(assessment));
    }

    /**
     * How many seats of an assessment are of one department.
     *
     * @param tenant whose
     * @param assessment of which assessment
     * @param department its name as the seats have it
     * @return how many
     */
    public int count(String tenant, String assessment, String department) {
        return sql.fetchCount(
                SEAT, SEAT.TENANT_ID.eq(tenant), SEAT.ASSESSMENT_ID.eq(assessment), SEAT.DEPARTMENT.eq(department));
    }

    private void dropInformants(String tenant, String seat) {
        sql.deleteFrom(SEAT_INFORMANT)
                .where(SEAT_INFORMANT.TENANT_ID.eq(tenant), SEAT_INFORMANT.SEAT_ID.eq(seat))
                .execute();
    }

    private void addInformants(String tenant, StoredSeat seat) {
        // Positions run over all questionnaires, so that their order comes back too.
        long position = 0;
        for (Map.Entry<String, List<String>> kinds : seat.informants().entrySet()) {
            for (String kind : kinds.getValue()) {
                sql.insertInto(SEAT_INFORMANT)
                        .set(SEAT_INFORMANT.TENANT_ID, tenant)
                        .set(SEAT_INFORMANT.SEAT_ID, seat.id())
                        .set(SEAT_INFORMANT.QUESTIONNAIRE_ID, kinds.getKey())
                        .set(SEAT_INFORMANT.POSITION, position++)
                        .set(SEAT_INFORMANT.INFORMANT, kind)
                        .execute();
            }
        }
    }

    /** The informant kinds of many seats at once, by seat and questionnaire. */
    private Map<String, Map<String, List<String>>> informants(String tenant, List<String> seats) {
        Map<String, Map<String, List<String>>> informants = new HashMap<>();
        sql.selectFrom(SEAT_INFORMANT)
                .where(SEAT_INFORMANT.TENANT_ID.eq(tenant), SEAT_INFORMANT.SEAT_ID.in(seats))
                .orderBy(SEAT_INFORMANT.POSITION)
                .forEach(row -> informants
                        .computeIfAbsent(row.get(SEAT_INFORMANT.SEAT_ID), none -> new LinkedHashMap<>())
                        .computeIfAbsent(row.get(SEAT_INFORMANT.QUESTIONNAIRE_ID), none -> new ArrayList<>())
                        .add(row.get(SEAT_INFORMANT.INFORMANT)));
        return informants;
    }

    private static String status(StoredSeat seat) {
        return seat.submitted() ? "submitted" : "open";
    }

    private StoredSeat read(Record row) {
        String seat = row.get(SEAT.ID);
        return read(row, informants(row.get(SEAT.TENANT_ID), List.of(seat)).getOrDefault(seat, Map.of()));
    }

    static StoredSeat read(Record row, Map<String, List<String>> informants) {
        return new StoredSeat(
                row.get(SEAT.ID),
                row.get(SEAT.VERSION),
                row.get(SEAT.ASSESSMENT_ID),
                row.get(SEAT.LABEL),
                row.get(SEAT.DEPARTMENT),
                row.get(SEAT.ROLE),
                row.get(SEAT.UNIT),
                informants,
                "submitted".equals(row.get(SEAT.STATUS)),
                row.get(SEAT.CREATED_MS),
                row.get(SEAT.CHANGED_MS),
                row.get(SEAT.HANDED_OVER_MS),
                row.get(SEAT.SUBMITTED_MS));
    }
}
