package org.moatmark.api.store;

import static org.moatmark.api.store.db.tables.ContributedRelease.CONTRIBUTED_RELEASE;
import static org.moatmark.api.store.db.tables.Contribution.CONTRIBUTION;

import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Which assessments are contributed, and the yearly releases of what was. */
public final class ContributionShelf {

    private final DSLContext sql;

    ContributionShelf(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Whether an assessment is contributed.
     *
     * @param version how often that was changed
     * @param agreedMs since when, or null if it is not
     */
    public record Agreement(long version, @Nullable Long agreedMs) {

        /** What holds where nobody said anything. */
        public static final Agreement NONE = new Agreement(0, null);
    }

    /**
     * A yearly release.
     *
     * @param year of which year
     * @param madeMs when it was made
     * @param document what everybody reads
     * @param ledger who is behind it, under other names; for the next release alone
     */
    public record Kept(int year, long madeMs, String document, String ledger) {}

    /**
     * Whether an assessment is contributed.
     *
     * @param tenant whose
     * @param assessment which
     * @return the agreement
     */
    public Agreement agreement(String tenant, String assessment) {
        return sql.selectFrom(CONTRIBUTION)
                .where(CONTRIBUTION.TENANT_ID.eq(tenant), CONTRIBUTION.ASSESSMENT_ID.eq(assessment))
                .fetchOptional(row -> new Agreement(row.get(CONTRIBUTION.VERSION), row.get(CONTRIBUTION.AGREED_MS)))
                .orElse(Agreement.NONE);
    }

    /**
     * Keeps an agreement.
     *
     * @param tenant whose
     * @param assessment of which assessment
     * @param agreement the agreement
     */
    public void put(String tenant, String assessment, Agreement agreement) {
        var row = sql.newRecord(CONTRIBUTION);
        row.set(CONTRIBUTION.TENANT_ID, tenant);
        row.set(CONTRIBUTION.ASSESSMENT_ID, assessment);
        row.set(CONTRIBUTION.VERSION, agreement.version());
        row.set(CONTRIBUTION.AGREED_MS, agreement.agreedMs());
        sql.insertInto(CONTRIBUTION)
                .set(row)
                .onConflict(CONTRIBUTION.TENANT_ID, CONTRIBUTION.ASSESSMENT_ID)
                .doUpdate()
                .set(row)
                .execute();
    }

    /**
     * The assessments of a tenant that are contributed.
     *
     * @param tenant whose
     * @return their ids, in order
     */
    public List<String> contributed(String tenant) {
        return sql.select(CONTRIBUTION.ASSESSMENT_ID)
                .from(CONTRIBUTION)
                .where(CONTRIBUTION.TENANT_ID.eq(tenant), CONTRIBUTION.AGREED_MS.isNotNull())
                .orderBy(CONTRIBUTION.ASSESSMENT_ID)
                .fetch(CONTRIBUTION.ASSESSMENT_ID);
    }

    /**
     * The releases of a questionnaire.
     *
     * @param questionnaire its id
     * @return the releases, the oldest first
     */
    public List<Kept> releases(String questionnaire) {
        return sql.selectFrom(CONTRIBUTED_RELEASE)
                .where(CONTRIBUTED_RELEASE.QUESTIONNAIRE_ID.eq(questionnaire))
                .orderBy(CONTRIBUTED_RELEASE.RELEASE_YEAR)
                .fetch(row -> new Kept(
                        row.get(CONTRIBUTED_RELEASE.RELEASE_YEAR).intValue(),
                        row.get(CONTRIBUTED_RELEASE.MADE_MS),
                        row.get(CONTRIBUTED_RELEASE.DOCUMENT),
                        row.get(CONTRIBUTED_RELEASE.LEDGER)));
    }

    /**
     * Keeps a release; there is one a year, which never changes.
     *
     * @param questionnaire id of its questionnaire
     * @param release the release
     */
    public void add(String questionnaire, Kept release) {
        sql.insertInto(CONTRIBUTED_RELEASE)
                .set(CONTRIBUTED_RELEASE.QUESTIONNAIRE_ID, questionnaire)
                .set(CONTRIBUTED_RELEASE.RELEASE_YEAR, (long) release.year())
                .set(CONTRIBUTED_RELEASE.MADE_MS, release.madeMs())
                .set(CONTRIBUTED_RELEASE.DOCUMENT, release.document())
                .set(CONTRIBUTED_RELEASE.LEDGER, release.ledger())
                .execute();
    }
}
