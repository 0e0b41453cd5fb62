package org.moatmark.api.store;

import static org.jooq.impl.DSL.lower;
import static org.moatmark.api.store.db.tables.Snapshot.SNAPSHOT;
import static org.moatmark.api.store.db.tables.SnapshotSheet.SNAPSHOT_SHEET;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.store.StoredAssessment.Status;

/** What was frozen of assessments. */
public final class SnapshotShelf {

    private final DSLContext sql;

    SnapshotShelf(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * What was frozen of one questionnaire.
     *
     * @param questionnaire its id
     * @param version its version
     * @param methodHash its method hash
     * @param wave the answers, or the statements of offices, as a wave; empty before the first release
     * @param crowds the crowds of a release; null where results are shown as they are
     * @param result the document that is shown; null after answers were taken out, until it is made again
     * @param peers where the company stood among others then, as JSON; null where it stood nowhere
     */
    public record Sheet(
            String questionnaire,
            String version,
            String methodHash,
            String wave,
            @Nullable String crowds,
            @Nullable String result,
            @Nullable String peers) {

        /**
         * The same with another document.
         *
         * @param document what is shown
         * @return the sheet
         */
        public Sheet showing(String document) {
            return new Sheet(questionnaire, version, methodHash, wave, crowds, document, peers);
        }

        /**
         * The same with other answers.
         *
         * @param answers as a wave
         * @return the sheet
         */
        public Sheet holding(String answers) {
            return new Sheet(questionnaire, version, methodHash, answers, crowds, result, peers);
        }
    }

    /**
     * A questionnaire of a snapshot.
     *
     * @param questionnaire its id
     * @param version its version
     * @param methodHash its method hash
     */
    public record Named(String questionnaire, String version, String methodHash) {}

    /**
     * Adds a snapshot, or replaces what is kept of it.
     *
     * @param tenant whose
     * @param snapshot the snapshot
     */
    public void put(String tenant, StoredSnapshot snapshot) {
        var row = sql.newRecord(SNAPSHOT);
        row.set(SNAPSHOT.TENANT_ID, tenant);
        row.set(SNAPSHOT.ID, snapshot.id());
        row.set(SNAPSHOT.ASSESSMENT_ID, snapshot.assessment());
        row.set(SNAPSHOT.VERSION, snapshot.version());
        row.set(SNAPSHOT.NAME, snapshot.name());
        row.set(SNAPSHOT.TITLE, snapshot.title());
        row.set(SNAPSHOT.STATUS, snapshot.status().word());
        row.set(SNAPSHOT.RELEASE_NUMBER, snapshot.release());
        row.set(SNAPSHOT.SEATS, snapshot.seats());
        row.set(SNAPSHOT.ERASED_SEATS, snapshot.erasedSeats());
        row.set(SNAPSHOT.CREATED_MS, snapshot.createdMs());
        row.set(SNAPSHOT.CREATED_BY, snapshot.createdBy());
        row.set(SNAPSHOT.CHANGED_MS, snapshot.changedMs());
        row.set(SNAPSHOT.WITHDRAWN_MS, snapshot.withdrawnMs());
        row.set(SNAPSHOT.SEATS_SEE, snapshot.seatsSee() ? 1L : 0L);
        sql.insertInto(SNAPSHOT)
                .set(row)
                .onConflict(SNAPSHOT.TENANT_ID, SNAPSHOT.ID)
                .doUpdate()
                .set(row)
                .execute();
    }

    /**
     * One snapshot of an assessment.
     *
     * @param tenant whose
     * @param assessment of which assessment
     * @param name its name
     * @return the snapshot
     */
    public Optional<StoredSnapshot> find(String tenant, String assessment, String name) {
        return sql.selectFrom(SNAPSHOT)
                .where(SNAPSHOT.TENANT_ID.eq(tenant), SNAPSHOT.ASSESSMENT_ID.eq(assessment), SNAPSHOT.NAME.eq(name))
                .fetchOptional(SnapshotShelf::read);
    }

    /**
     * Whether a snapshot has a name, in whatever case: names are ASCII.
     *
     * @param tenant whose
     * @param assessment of which assessment
     * @param name the name
     * @return true if one has it, also one that was withdrawn
     */
    public boolean isTaken(String tenant, String assessment, String name) {
        return sql.fetchExists(
                SNAPSHOT,
                SNAPSHOT.TENANT_ID.eq(tenant),
                SNAPSHOT.ASSESSMENT_ID.eq(assessment),
                lower(SNAPSHOT.NAME).eq(name.toLowerCase(Locale.ROOT)));
    }

    /**
     * Snapshots in the order in which they were made.
     *
     * @param tenant whose
     * @param assessment of which assessment
     * @param after id after which the page starts, or the empty string
     * @param limit how many
     * @return a page
     */
    public Page<StoredSnapshot> list(String tenant, String assessment, String after, int limit) {
        return Page.of(
                sql.selectFrom(SNAPSHOT)
                        .where(
                                SNAPSHOT.TENANT_ID.eq(tenant),
                                SNAPSHOT.ASSESSMENT_ID.eq(assessment),
                                SNAPSHOT.ID.gt(after))
                        .orderBy(SNAPSHOT.ID)
                        .limit(limit + 1)
                        .fetch(SnapshotShelf::read),
                limit);
    }

    /**
     * The snapshots that the seats of an assessment see.
     *
     * @param tenant whose
     * @param assessment of which assessment
     * @return them in the order in which they were made
     */
    public List<StoredSnapshot> shown(String tenant, String assessment) {
        return sql.selectFrom(SNAPSHOT)
                .where(
                        SNAPSHOT.TENANT_ID.eq(tenant),
                        SNAPSHOT.ASSESSMENT_ID.eq(assessment),
                        SNAPSHOT.SEATS_SEE.eq(1L),
                        SNAPSHOT.WITHDRAWN_MS.isNull())
                .orderBy(SNAPSHOT.ID)
                .fetch(SnapshotShelf::read);
    }

    /**
     * How many snapshots an assessment has, the withdrawn ones among them.
     *
     * @param tenant whose
     * @param assessment of which assessment
     * @return the number of snapshots
     */
    public int count(String tenant, String assessment) {
        return sql.fetchCount(SNAPSHOT, SNAPSHOT.TENANT_ID.eq(tenant), SNAPSHOT.ASSESSMENT_ID.eq(assessment));
    }

    /**
     * The questionnaires of a snapshot.
     *
     * @param tenant whose
     * @param snapshot id of the snapshot
     * @return them in the order of the assessment; none once it was withdrawn
     */
    public List<Named> questionnaires(String tenant, String snapshot) {
        var sheet = SNAPSHOT_SHEET;
        return sql.select(sheet.QUESTIONNAIRE_ID, sheet.QUESTIONNAIRE_VERSION, sheet.METHOD_HASH)
                .from(sheet)
                .where(sheet.TENANT_ID.eq(tenant), sheet.SNAPSHOT_ID.eq(snapshot))
                .orderBy(sheet.POSITION)
                .fetch(row -> new Named(row.value1(), row.value2(), row.value3()));
    }

    /**
     * Everything that was frozen in a snapshot.
     *
     * @param tenant whose
     * @param snapshot id of the snapshot
     * @return one sheet a questionnaire, in the order of the assessment; none once it was withdrawn
     */
    public List<Sheet> sheets(String tenant, String snapshot) {
        return sql.selectFrom(SNAPSHOT_SHEET)
                .where(SNAPSHOT_SHEET.TENANT_ID.eq(tenant), SNAPSHOT_SHEET.SNAPSHOT_ID.eq(snapshot))
                .orderBy(SNAPSHOT_SHEET.POSITION)
                .fetch(row -> new Sheet(
                        row.get(SNAPSHOT_SHEET.QUESTIONNAIRE_ID),
                        row.get(SNAPSHOT_SHEET.QUESTIONNAIRE_VERSION),
                        row.get(SNAPSHOT_SHEET.METHOD_HASH),
                        row.get(SNAPSHOT_SHEET.WAVE),
                        row.get(SNAPSHOT_SHEET.CROWDS),
                        row.get(SNAPSHOT_SHEET.RESULT),
                        row.get(SNAPSHOT_SHEET.PEERS)));
    }

    /**
     * Keeps what was frozen of a questionnaire in place of what was kept of it.
     *
     * @param tenant whose
     * @param snapshot id of the snapshot
     * @param position place of the questionnaire in the assessment, from 0
     * @param sheet what was frozen
     */
    public void put(String tenant, String snapshot, int position, Sheet sheet) {
        var row = sql.newRecord(SNAPSHOT_SHEET);
        row.set(SNAPSHOT_SHEET.TENANT_ID, tenant);
        row.set(SNAPSHOT_SHEET.SNAPSHOT_ID, snapshot);
        row.set(SNAPSHOT_SHEET.QUESTIONNAIRE_ID, sheet.questionnaire());
        row.set(SNAPSHOT_SHEET.QUESTIONNAIRE_VERSION, sheet.version());
        row.set(SNAPSHOT_SHEET.METHOD_HASH, sheet.methodHash());
        row.set(SNAPSHOT_SHEET.POSITION, (long) position);
        row.set(SNAPSHOT_SHEET.WAVE, sheet.wave());
        row.set(SNAPSHOT_SHEET.CROWDS, sheet.crowds());
        row.set(SNAPSHOT_SHEET.RESULT, sheet.result());
        row.set(SNAPSHOT_SHEET.PEERS, sheet.peers());
        sql.insertInto(SNAPSHOT_SHEET)
                .set(row)
                .onConflict(SNAPSHOT_SHEET.TENANT_ID, SNAPSHOT_SHEET.SNAPSHOT_ID, SNAPSHOT_SHEET.QUESTIONNAIRE_ID)
                .doUpdate()
                .set(row)
                .execute();
    }

    /**
     * Drops everything that was frozen in a snapshot.
     *
     * @param tenant whose
     * @param snapshot id of the snapshot
     */
    public void dropSheets(String tenant, String snapshot) {
        sql.deleteFrom(SNAPSHOT_SHEET)
                .where(SNAPSHOT_SHEET.TENANT_ID.eq(tenant), SNAPSHOT_SHEET.SNAPSHOT_ID.eq(snapshot))
                .execute();
    }

    /**
     * Drops the documents of a snapshot, which are to be made anew of what was frozen.
     *
     * @param tenant whose
     * @param snapshot id of the snapshot
     */
    public void dropResults(String tenant, String snapshot) {
        sql.update(SNAPSHOT_SHEET)
                .setNull(SNAPSHOT_SHEET.RESULT)
                .where(SNAPSHOT_SHEET.TENANT_ID.eq(tenant), SNAPSHOT_SHEET.SNAPSHOT_ID.eq(snapshot))
                .execute();
    }

    private static StoredSnapshot read(Record row) {
        return new StoredSnapshot(
                row.get(SNAPSHOT.ID),
                row.get(SNAPSHOT.ASSESSMENT_ID),
                row.get(SNAPSHOT.VERSION),
                row.get(SNAPSHOT.NAME),
                row.get(SNAPSHOT.TITLE),
                Status.valueOf(row.get(SNAPSHOT.STATUS).toUpperCase(Locale.ROOT)),
                row.get(SNAPSHOT.RELEASE_NUMBER),
                row.get(SNAPSHOT.SEATS),
                row.get(SNAPSHOT.ERASED_SEATS),
                row.get(SNAPSHOT.CREATED_MS),
                row.get(SNAPSHOT.CREATED_BY),
                row.get(SNAPSHOT.CHANGED_MS),
                row.get(SNAPSHOT.WITHDRAWN_MS),
                row.get(SNAPSHOT.SEATS_SEE) != 0);
    }
}
