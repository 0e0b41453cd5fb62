package org.moatmark.api.store;

import static org.moatmark.api.store.db.tables.ApiKey.API_KEY;
import static org.moatmark.api.store.db.tables.AssessmentGrant.ASSESSMENT_GRANT;

import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;

/** Which holders of keys act on which assessments. */
public final class GrantShelf {

    private final DSLContext sql;

    GrantShelf(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * An assessment that somebody acts on.
     *
     * @param holder who
     * @param scope scope of the holder's keys
     * @param label who or what uses them
     * @param grantedMs since when
     */
    public record Grant(String holder, String scope, String label, long grantedMs) {}

    /**
     * Adds a grant, unless it is there.
     *
     * @param tenant whose
     * @param assessment which assessment
     * @param holder to whom
     * @param now the time
     */
    public void add(String tenant, String assessment, String holder, long now) {
        sql.insertInto(ASSESSMENT_GRANT)
                .set(ASSESSMENT_GRANT.TENANT_ID, tenant)
                .set(ASSESSMENT_GRANT.ASSESSMENT_ID, assessment)
                .set(ASSESSMENT_GRANT.HOLDER_ID, holder)
                .set(ASSESSMENT_GRANT.CREATED_MS, now)
                .onConflictDoNothing()
                .execute();
    }

    /**
     * Whether somebody acts on an assessment.
     *
     * @param tenant whose
     * @param assessment which assessment
     * @param holder who
     * @return true if it is granted
     */
    public boolean has(String tenant, String assessment, String holder) {
        return sql.fetchExists(ASSESSMENT_GRANT, is(tenant, assessment), ASSESSMENT_GRANT.HOLDER_ID.eq(holder));
    }

    /**
     * One grant.
     *
     * @param tenant whose
     * @param assessment of which assessment
     * @param holder to whom
     * @return the grant
     */
    public Optional<Grant> find(String tenant, String assessment, String holder) {
        return select().where(is(tenant, assessment), ASSESSMENT_GRANT.HOLDER_ID.eq(holder))
                .fetchOptional(GrantShelf::read);
    }

    /**
     * The grants of an assessment in the order of their holders.
     *
     * @param tenant whose
     * @param assessment of which assessment
     * @param after holder after which the page starts, or the empty string
     * @param limit how many
     * @return a page
     */
    public Page<Grant> list(String tenant, String assessment, String after, int limit) {
        return Page.of(
                select().where(is(tenant, assessment), ASSESSMENT_GRANT.HOLDER_ID.gt(after))
                        .orderBy(ASSESSMENT_GRANT.HOLDER_ID)
                        .limit(limit + 1)
                        .fetch(GrantShelf::read),
                limit);
    }

    /**
     * Withdraws a grant.
     *
     * @param tenant whose
     * @param assessment of which assessment
     * @param holder from whom
     */
    public void remove(String tenant, String assessment, String holder) {
        sql.deleteFrom(ASSESSMENT_GRANT)
                .where(is(tenant, assessment), ASSESSMENT_GRANT.HOLDER_ID.eq(holder))
                .execute();
    }

    /** A holder is called what the first of its keys is called. */
    private SelectOnConditionStep<Record> select() {
        return sql.select()
                .from(ASSESSMENT_GRANT)
                .join(API_KEY)
                .on(API_KEY.TENANT_ID.eq(ASSESSMENT_GRANT.TENANT_ID), API_KEY.ID.eq(ASSESSMENT_GRANT.HOLDER_ID));
    }

    private static Condition is(String tenant, String assessment) {
        return ASSESSMENT_GRANT.TENANT_ID.eq(tenant).and(ASSESSMENT_GRANT.ASSESSMENT_ID.eq(assessment));
    }

    private static Grant read(Record row) {
        return new Grant(
                row.get(ASSESSMENT_GRANT.HOLDER_ID),
                row.get(API_KEY.SCOPE),
                row.get(API_KEY.LABEL),
                row.get(ASSESSMENT_GRANT.CREATED_MS));
    }
}
