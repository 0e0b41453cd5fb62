package org.moatmark.api.store;

import static org.moatmark.api.store.db.tables.Assessment.ASSESSMENT;
import static org.moatmark.api.store.db.tables.AssessmentGrant.ASSESSMENT_GRANT;
import static org.moatmark.api.store.db.tables.AssessmentQuestionnaire.ASSESSMENT_QUESTIONNAIRE;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.moatmark.api.store.StoredAssessment.Asked;
import org.moatmark.api.store.StoredAssessment.Status;
import org.moatmark.core.response.Form;

/** Assessments with the questionnaires they ask. */
public final class AssessmentShelf {

    private final DSLContext sql;

    AssessmentShelf(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Adds an assessment, or replaces what is kept of it.
     *
     * @param tenant whose
     * @param assessment the assessment
     */
    public void put(String tenant, StoredAssessment assessment) {
        var row = sql.newRecord(ASSESSMENT);
        row.set(ASSESSMENT.TENANT_ID, tenant);
        row.set(ASSESSMENT.ID, assessment.id());
        row.set(ASSESSMENT.VERSION, assessment.version());
        row.set(ASSESSMENT.COMPANY_ID, assessment.company());
        row.set(ASSESSMENT.NAME, assessment.name());
        row.set(ASSESSMENT.FORM, assessment.form().word());
        row.set(ASSESSMENT.STATUS, assessment.status().word());
        row.set(ASSESSMENT.CREATED_MS, assessment.createdMs());
        row.set(ASSESSMENT.CHANGED_MS, assessment.changedMs());
        row.set(ASSESSMENT.OPENED_MS, assessment.openedMs());
        row.set(ASSESSMENT.CLOSED_MS, assessment.closedMs());
        sql.insertInto(ASSESSMENT)
                .set(row)
                .onConflict(ASSESSMENT.TENANT_ID, ASSESSMENT.ID)
                .doUpdate()
                .set(row)
                .execute();
        putAsked(tenant, assessment);
    }

    private void putAsked(String tenant, StoredAssessment assessment) {
        var asked = ASSESSMENT_QUESTIONNAIRE;
        if (asked(tenant, assessment.id()).equals(assessment.questionnaires())) {
            return;
        }
        sql.deleteFrom(asked)
                .where(asked.TENANT_ID.eq(tenant), asked.ASSESSMENT_ID.eq(assessment.id()))
                .execute();
        long position = 0;
        for (Asked one : assessment.questionnaires()) {
            sql.insertInto(asked)
                    .set(asked.TENANT_ID, tenant)
                    .set(asked.ASSESSMENT_ID, assessment.id())
                    .set(asked.QUESTIONNAIRE_ID, one.id())
                    .set(asked.QUESTIONNAIRE_VERSION, one.version())
                    .set(asked.POSITION, position++)
                    .execute();
        }
    }

    /**
     * One assessment.
     *
     * @param tenant whose
     * @param id which
     * @return the assessment
     */
    public Optional<StoredAssessment> find(String tenant, String id) {
        return sql.selectFrom(ASSESSMENT)
                .where(ASSESSMENT.TENANT_ID.eq(tenant), ASSESSMENT.ID.eq(id))
                .fetchOptional(row -> read(tenant, row));
    }

    /**
     * Whether there is such an assessment.
     *
     * @param tenant whose
     * @param id which
     * @return true if it is there
     */
    public boolean has(String tenant, String id) {
        return sql.fetchExists(ASSESSMENT, ASSESSMENT.TENANT_ID.eq(tenant), ASSESSMENT.ID.eq(id));
    }

    /**
     * Assessments in the order in which they were made.
     *
     * @param tenant whose
     * @param after id after which the page starts, or the empty string
     * @param limit how many
     * @return a page
     */
    public Page<StoredAssessment> list(String tenant, String after, int limit) {
        return Page.of(
                sql.selectFrom(ASSESSMENT)
                        .where(ASSESSMENT.TENANT_ID.eq(tenant), ASSESSMENT.ID.gt(after))
                        .orderBy(ASSESSMENT.ID)
                        .limit(limit + 1)
                        .fetch(row -> read(tenant, row)),
                limit);
    }

    /**
     * Those assessments that are granted to somebody, in the order in which they were made.
     *
     * @param tenant whose
     * @param holder who holds the key
     * @param after id after which the page starts, or the empty string
     * @param limit how many
     * @return a page
     */
    public Page<StoredAssessment> listGranted(String tenant, String holder, String after, int limit) {
        return Page.of(
                sql.selectFrom(ASSESSMENT)
                        .where(
                                ASSESSMENT.TENANT_ID.eq(tenant),
                                ASSESSMENT.ID.gt(after),
                                ASSESSMENT.ID.in(sql.select(ASSESSMENT_GRANT.ASSESSMENT_ID)
                                        .from(ASSESSMENT_GRANT)
                                        .where(
                                                ASSESSMENT_GRANT.TENANT_ID.eq(tenant),
                                                ASSESSMENT_GRANT.HOLDER_ID.eq(holder))))
                        .orderBy(ASSESSMENT.ID)
                        .limit(limit + 1)
                        .fetch(row -> read(tenant, row)),
                limit);
    }

    private List<Asked> asked(String tenant, String assessment) {
        var asked = ASSESSMENT_QUESTIONNAIRE;
        return sql.selectFrom(asked)
                .where(asked.TENANT_ID.eq(tenant), asked.ASSESSMENT_ID.eq(assessment))
                .orderBy(asked.POSITION)
                .fetch(row -> new Asked(row.get(asked.QUESTIONNAIRE_ID), row.get(asked.QUESTIONNAIRE_VERSION)));
    }

    private StoredAssessment read(String tenant, Record row) {
        return read(row, asked(tenant, row.get(ASSESSMENT.ID)));
    }

    static StoredAssessment read(Record row, List<Asked> asked) {
        return new StoredAssessment(
                row.get(ASSESSMENT.ID),
                row.get(ASSESSMENT.VERSION),
                row.get(ASSESSMENT.COMPANY_ID),
                row.get(ASSESSMENT.NAME),
                Form.valueOf(row.get(ASSESSMENT.FORM).toUpperCase(Locale.ROOT)),
                Status.valueOf(row.get(ASSESSMENT.STATUS).toUpperCase(Locale.ROOT)),
                asked,
                row.get(ASSESSMENT.CREATED_MS),
                row.get(ASSESSMENT.CHANGED_MS),
                row.get(ASSESSMENT.OPENED_MS),
                row.get(ASSESSMENT.CLOSED_MS));
    }
}
