package org.moatmark.api.store;

import static org.moatmark.api.store.db.tables.Questionnaire.QUESTIONNAIRE;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectJoinStep;

/** Questionnaires that tenants published: never changed, never removed. */
public final class QuestionnaireShelf {

    private final DSLContext sql;

    QuestionnaireShelf(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * A version that was published.
     *
     * @param id id of the questionnaire
     * @param version its version
     * @param methodHash hash of its document
     */
    public record Published(String id, String version, String methodHash) {}

    /**
     * Adds a version.
     *
     * @param tenant whose
     * @param published what it is
     * @param document its document, as text
     * @param by the key that published it
     * @param now the time
     */
    public void add(String tenant, Published published, String document, String by, long now) {
        sql.insertInto(QUESTIONNAIRE)
                .set(QUESTIONNAIRE.TENANT_ID, tenant)
                .set(QUESTIONNAIRE.QUESTIONNAIRE_ID, published.id())
                .set(QUESTIONNAIRE.QUESTIONNAIRE_VERSION, published.version())
                .set(QUESTIONNAIRE.METHOD_HASH, published.methodHash())
                .set(QUESTIONNAIRE.DOCUMENT, document)
                .set(QUESTIONNAIRE.CREATED_MS, now)
                .set(QUESTIONNAIRE.CREATED_BY, by)
                .execute();
    }

    /**
     * Every version of every questionnaire of a tenant.
     *
     * @param tenant whose
     * @return ordered by id and by the text of the version
     */
    public List<Published> all(String tenant) {
        return select().where(QUESTIONNAIRE.TENANT_ID.eq(tenant))
                .orderBy(QUESTIONNAIRE.QUESTIONNAIRE_ID, QUESTIONNAIRE.QUESTIONNAIRE_VERSION)
                .fetch(QuestionnaireShelf::read);
    }

    /**
     * One version.
     *
     * @param tenant whose
     * @param id id of the questionnaire
     * @param version its version
     * @return what it is
     */
    public Optional<Published> find(String tenant, String id, String version) {
        return select().where(
                        QUESTIONNAIRE.TENANT_ID.eq(tenant),
                        QUESTIONNAIRE.QUESTIONNAIRE_ID.eq(id),
                        QUESTIONNAIRE.QUESTIONNAIRE_VERSION.eq(version))
                .fetchOptional(QuestionnaireShelf::read);
    }

    /**
     * The document of a version.
     *
     * @param tenant whose
     * @param id id of the questionnaire
     * @param version its version
     * @return the document, as text
     */
    public Optional<String> document(String tenant, String id, String version) {
        return sql.select(QUESTIONNAIRE.DOCUMENT)
                .from(QUESTIONNAIRE)
                .where(
                        QUESTIONNAIRE.TENANT_ID.eq(tenant),
                        QUESTIONNAIRE.QUESTIONNAIRE_ID.eq(id),
                        QUESTIONNAIRE.QUESTIONNAIRE_VERSION.eq(version))
                .fetchOptional(QUESTIONNAIRE.DOCUMENT);
    }

    private SelectJoinStep<? extends Record> select() {
        return sql.select(
                        QUESTIONNAIRE.QUESTIONNAIRE_ID, QUESTIONNAIRE.QUESTIONNAIRE_VERSION, QUESTIONNAIRE.METHOD_HASH)
                .from(QUESTIONNAIRE);
    }

    private static Published read(Record row) {
        return new Published(
                row.get(QUESTIONNAIRE.QUESTIONNAIRE_ID),
                row.get(QUESTIONNAIRE.QUESTIONNAIRE_VERSION),
                row.get(QUESTIONNAIRE.METHOD_HASH));
    }
}
