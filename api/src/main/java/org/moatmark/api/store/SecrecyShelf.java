package org.moatmark.api.store;

import static org.moatmark.api.store.db.tables.Publication.PUBLICATION;
import static org.moatmark.api.store.db.tables.PublicationSheet.PUBLICATION_SHEET;
import static org.moatmark.api.store.db.tables.SecrecyTerms.SECRECY_TERMS;

import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** On what terms seats answer, and what was released of confidential assessments. */
public final class SecrecyShelf {

    private final DSLContext sql;

    SecrecyShelf(DSLContext sql) {
        this.sql = sql;
    }

    /** Who sees the answers of single seats. */
    public enum Mode {
        /** The owner sees who answered what. */
        ATTRIBUTED,
        /** Nobody sees what one of many answered. */
        CONFIDENTIAL,
        /** A teacher sees answers under the names of seats, class-mates see groups. */
        CLASSROOM;

        /**
         * The word in documents.
         *
         * @return the word
         */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The terms on which the seats of an assessment answer.
     *
     * @param mode who sees what
     * @param k how many people at least stand behind a number
     * @param departments whether departments are told apart
     * @param successorSees whether who takes a seat over sees the answers so far
     * @param offices the offices as JSON, or null before they are laid down
     */
    public record Terms(
            Mode mode,
            int k,
            boolean departments,
            boolean successorSees,
            @Nullable String offices) {

        /** What holds where nothing was agreed. */
        public static final Terms USUAL = new Terms(Mode.ATTRIBUTED, 5, false, true, null);

        /**
         * The same terms with other offices.
         *
         * @param other the offices as JSON, or null
         * @return the terms
         */
        public Terms with(@Nullable String other) {
            return new Terms(mode, k, departments, successorSees, other);
        }
    }

    /**
     * The latest release.
     *
     * @param number its number, from 1
     * @param madeMs when it was made
     * @param closedMs the closing after which it was made, or null if the assessment was open
     * @param seats the state of every counted seat as JSON
     */
    public record Publication(
            long number, long madeMs, @Nullable Long closedMs, String seats) {}

    /**
     * What a release is made from.
     *
     * @param statements the statements of offices as a wave
     * @param crowds the crowds
     */
    public record Sheet(String statements, String crowds) {}

    /**
     * The terms of an assessment.
     *
     * @param tenant whose
     * @param assessment which
     * @return the terms; the usual ones where there are no others
     */
    public Terms terms(String tenant, String assessment) {
        return sql.selectFrom(SECRECY_TERMS)
                .where(SECRECY_TERMS.TENANT_ID.eq(tenant), SECRECY_TERMS.ASSESSMENT_ID.eq(assessment))
                .fetchOptional(SecrecyShelf::read)
                .orElse(Terms.USUAL);
    }

    static Terms read(Record row) {
        return new Terms(
                Mode.valueOf(row.get(SECRECY_TERMS.MODE).toUpperCase(Locale.ROOT)),
                row.get(SECRECY_TERMS.K).intValue(),
                row.get(SECRECY_TERMS.DEPARTMENTS) != 0,
                row.get(SECRECY_TERMS.SUCCESSOR_SEES) != 0,
                row.get(SECRECY_TERMS.OFFICES));
    }

    /**
     * Keeps the terms of an assessment.
     *
     * @param tenant whose
     * @param assessment which
     * @param terms the terms
     */
    public void put(String tenant, String assessment, Terms terms) {
        var row = sql.newRecord(SECRECY_TERMS);
        row.set(SECRECY_TERMS.TENANT_ID, tenant);
        row.set(SECRECY_TERMS.ASSESSMENT_ID, assessment);
        row.set(SECRECY_TERMS.MODE, terms.mode().word());
        row.set(SECRECY_TERMS.K, (long) terms.k());
        row.set(SECRECY_TERMS.DEPARTMENTS, terms.departments() ? 1L : 0L);
        row.set(SECRECY_TERMS.SUCCESSOR_SEES, terms.successorSees() ? 1L : 0L);
        row.set(SECRECY_TERMS.OFFICES, terms.offices());
        sql.insertInto(SECRECY_TERMS)
                .set(row)
                .onConflict(SECRECY_TERMS.TENANT_ID, SECRECY_TERMS.ASSESSMENT_ID)
                .doUpdate()
                .set(row)
                .execute();
    }

    /**
     * The latest release of an assessment.
     *
     * @param tenant whose
     * @param assessment which
     * @return the release, if there is one
     */
    public Optional<Publication> latest(String tenant, String assessment) {
        return sql.selectFrom(PUBLICATION)
                .where(PUBLICATION.TENANT_ID.eq(tenant), PUBLICATION.ASSESSMENT_ID.eq(assessment))
                .fetchOptional(row -> new Publication(
                        row.get(PUBLICATION.NUMBER),
                        row.get(PUBLICATION.MADE_MS),
                        row.get(PUBLICATION.CLOSED_MS),
                        row.get(PUBLICATION.SEATS)));
    }

    /**
     * Keeps the latest release in place of the one before.
     *
     * @param tenant whose
     * @param assessment of which assessment
     * @param publication the release
     */
    public void put(String tenant, String assessment, Publication publication) {
        var row = sql.newRecord(PUBLICATION);
        row.set(PUBLICATION.TENANT_ID, tenant);
        row.set(PUBLICATION.ASSESSMENT_ID, assessment);
        row.set(PUBLICATION.NUMBER, publication.number());
        row.set(PUBLICATION.MADE_MS, publication.madeMs());
        row.set(PUBLICATION.CLOSED_MS, publication.closedMs());
        row.set(PUBLICATION.SEATS, publication.seats());
        sql.insertInto(PUBLICATION)
                .set(row)
                .onConflict(PUBLICATION.TENANT_ID, PUBLICATION.ASSESSMENT_ID)
                .doUpdate()
                .set(row)
                .execute();
    }

    /**
     * Withdraws the latest release of an assessment for good, with what it was made from.
     *
     * @param tenant whose
     * @param assessment of which assessment
     * @param now the time
     */
    public void withdraw(String tenant, String assessment, long now) {
        sql.deleteFrom(PUBLICATION_SHEET)
                .where(PUBLICATION_SHEET.TENANT_ID.eq(tenant), PUBLICATION_SHEET.ASSESSMENT_ID.eq(assessment))
                .execute();
        sql.update(PUBLICATION)
                .set(PUBLICATION.NUMBER, PUBLICATION.NUMBER.plus(1))
                .set(PUBLICATION.SEATS, "{}")
                .set(PUBLICATION.WITHDRAWN_MS, now)
                .where(PUBLICATION.TENANT_ID.eq(tenant), PUBLICATION.ASSESSMENT_ID.eq(assessment))
                .execute();
    }

    /**
     * Whether the release of an assessment was withdrawn.
     *
     * @param tenant whose
     * @param assessment of which assessment
     * @return true if there is no release any more
     */
    public boolean isWithdrawn(String tenant, String assessment) {
        return sql.fetchExists(
                PUBLICATION,
                PUBLICATION.TENANT_ID.eq(tenant),
                PUBLICATION.ASSESSMENT_ID.eq(assessment),
                PUBLICATION.WITHDRAWN_MS.isNotNull());
    }

    /**
     * What the latest release of a questionnaire is made from.
     *
     * @param tenant whose
     * @param assessment of which assessment
     * @param questionnaire of which questionnaire
     * @return the sheet, if there is one
     */
    public Optional<Sheet> sheet(String tenant, String assessment, String questionnaire) {
        return sql.selectFrom(PUBLICATION_SHEET)
                .where(
                        PUBLICATION_SHEET.TENANT_ID.eq(tenant),
                        PUBLICATION_SHEET.ASSESSMENT_ID.eq(assessment),
                        PUBLICATION_SHEET.QUESTIONNAIRE_ID.eq(questionnaire))
                .fetchOptional(
                        row -> new Sheet(row.get(PUBLICATION_SHEET.STATEMENTS), row.get(PUBLICATION_SHEET.CROWDS)));
    }

    /**
     * Keeps what the latest release of a questionnaire is made from.
     *
     * @param tenant whose
     * @param assessment of which assessment
     * @param questionnaire of which questionnaire
     * @param sheet the sheet
     */
    public void put(String tenant, String assessment, String questionnaire, Sheet sheet) {
        var row = sql.newRecord(PUBLICATION_SHEET);
        row.set(PUBLICATION_SHEET.TENANT_ID, tenant);
        row.set(PUBLICATION_SHEET.ASSESSMENT_ID, assessment);
        row.set(PUBLICATION_SHEET.QUESTIONNAIRE_ID, questionnaire);
        row.set(PUBLICATION_SHEET.STATEMENTS, sheet.statements());
        row.set(PUBLICATION_SHEET.CROWDS, sheet.crowds());
        sql.insertInto(PUBLICATION_SHEET)
                .set(row)
                .onConflict(
                        PUBLICATION_SHEET.TENANT_ID,
                        PUBLICATION_SHEET.ASSESSMENT_ID,
                        PUBLICATION_SHEET.QUESTIONNAIRE_ID)
                .doUpdate()
                .set(row)
                .execute();
    }
}
