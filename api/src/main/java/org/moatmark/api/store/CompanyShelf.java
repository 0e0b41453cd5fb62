package org.moatmark.api.store;

import static org.moatmark.api.store.Phrase.text;
import static org.moatmark.api.store.db.tables.Company.COMPANY;

import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.CompanySize;
import org.moatmark.core.questionnaire.Market;
import org.moatmark.core.response.Company;

/** Companies. */
public final class CompanyShelf {

    private static final Phrase FIND =
            new Phrase(sql -> sql.selectFrom(COMPANY).where(COMPANY.TENANT_ID.eq(text()), COMPANY.ID.eq(text())));

    private final DSLContext sql;
    private final Talk talk;

    CompanyShelf(DSLContext sql, Talk talk) {
        this.sql = sql;
        this.talk = talk;
    }

    /**
     * Adds a company, or replaces what is kept of it.
     *
     * @param tenant whose
     * @param company the company
     */
    public void put(String tenant, StoredCompany company) {
        Company facts = company.facts();
        var row = sql.newRecord(COMPANY);
        row.set(COMPANY.TENANT_ID, tenant);
        row.set(COMPANY.ID, company.id());
        row.set(COMPANY.VERSION, company.version());
        row.set(COMPANY.NAME, facts.name());
        row.set(COMPANY.COUNTRY, facts.country());
        row.set(COMPANY.REGION, facts.region());
        row.set(COMPANY.SECTOR, facts.sector());
        row.set(COMPANY.SIZE, facts.size() == null ? null : facts.size().word());
        row.set(COMPANY.MARKET, facts.market() == null ? null : facts.market().word());
        row.set(COMPANY.CREATED_MS, company.createdMs());
        row.set(COMPANY.CHANGED_MS, company.changedMs());
        sql.insertInto(COMPANY)
                .set(row)
                .onConflict(COMPANY.TENANT_ID, COMPANY.ID)
                .doUpdate()
                .set(row)
                .execute();
    }

    /**
     * One company.
     *
     * @param tenant whose
     * @param id which
     * @return the company
     */
    public Optional<StoredCompany> find(String tenant, String id) {
        return Optional.ofNullable(talk.ask(FIND, tenant, id).row()).map(CompanyShelf::read);
    }

    /**
     * Companies in the order in which they were added.
     *
     * @param tenant whose
     * @param after id after which the page starts, or the empty string
     * @param limit how many
     * @return a page
     */
    public Page<StoredCompany> list(String tenant, String after, int limit) {
        return Page.of(
                sql.selectFrom(COMPANY)
                        .where(COMPANY.TENANT_ID.eq(tenant), COMPANY.ID.gt(after))
                        .orderBy(COMPANY.ID)
                        .limit(limit + 1)
                        .fetch(CompanyShelf::read),
                limit);
    }

    static StoredCompany read(Record row) {
        return new StoredCompany(
                row.get(COMPANY.ID),
                row.get(COMPANY.VERSION),
                new Company(
                        row.get(COMPANY.NAME),
                        row.get(COMPANY.COUNTRY),
                        row.get(COMPANY.REGION),
                        row.get(COMPANY.SECTOR),
                        word(CompanySize.class, row.get(COMPANY.SIZE)),
                        word(Market.class, row.get(COMPANY.MARKET))),
                row.get(COMPANY.CREATED_MS),
                row.get(COMPANY.CHANGED_MS));
    }

    private static <E extends Enum<E>> @Nullable E word(Class<E> type, @Nullable String word) {
        return word == null ? null : Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }
}
