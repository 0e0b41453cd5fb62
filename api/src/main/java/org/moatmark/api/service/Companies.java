package org.moatmark.api.service;

import java.util.function.UnaryOperator;
import org.moatmark.api.store.Ids;
import org.moatmark.api.store.Page;
import org.moatmark.api.store.StoredCompany;
import org.moatmark.core.response.Company;

/** Companies of a tenant. */
public final class Companies {

    /** Needs nothing: everything it knows comes with the work. */
    public Companies() {}

    /**
     * Adds a company.
     *
     * @param work the transaction
     * @param who whose key it is
     * @param facts what is known about it
     * @return the company
     */
    public StoredCompany create(Work work, Caller.KeyHolder who, Company facts) {
        StoredCompany company = new StoredCompany(Ids.next(), 1, facts, work.now(), work.now());
        work.shelves().companies().put(who.tenant(), company);
        work.log(who, "create company", company.id(), null);
        return company;
    }

    /**
     * One company.
     *
     * @param work the transaction
     * @param who whose key it is
     * @param id which
     * @return the company
     */
    public StoredCompany get(Work work, Caller.KeyHolder who, String id) {
        return work.shelves().companies().find(who.tenant(), id).orElseThrow(Refused::notFound);
    }

    /**
     * Companies in the order in which they were added.
     *
     * @param work the transaction
     * @param who whose key it is
     * @param after id after which the page starts, or the empty string
     * @param limit how many
     * @return a page
     */
    public Page<StoredCompany> list(Work work, Caller.KeyHolder who, String after, int limit) {
        return work.shelves().companies().list(who.tenant(), after, limit);
    }

    /**
     * Changes what is known about a company.
     *
     * @param work the transaction
     * @param who whose key it is
     * @param id which
     * @param seen the versions that the caller has seen
     * @param change from the old facts to the new
     * @return the company as it is now
     */
    public StoredCompany change(
            Work work, Caller.KeyHolder who, String id, Precondition seen, UnaryOperator<Company> change) {
        StoredCompany before = get(work, who, id);
        seen.require(before.version());
        Company facts = change.apply(before.facts());
        if (facts.equals(before.facts())) {
            return before;
        }
        StoredCompany after = new StoredCompany(id, before.version() + 1, facts, before.createdMs(), work.now());
        work.shelves().companies().put(who.tenant(), after);
        work.log(who, "change company", id, null);
        return after;
    }
}
