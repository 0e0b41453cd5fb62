package org.moatmark.api.service;

import org.moatmark.api.store.GrantShelf.Grant;
import org.moatmark.api.store.Page;
import org.moatmark.api.store.StoredKey;

/** Grants: which analysts set an assessment up and read it, and which readers read it. Owners need none. */
public final class Grants {

    /** Needs nothing: everything it knows comes with the work. */
    public Grants() {}

    /**
     * Lets the holder of a key act on an assessment. Doing it again changes nothing.
     *
     * @param work the transaction
     * @param who an owner
     * @param assessment which assessment
     * @param key id of a key of the holder
     * @return the grant
     */
    public Grant add(Work work, Caller.KeyHolder who, String assessment, String key) {
        StoredKey found = work.shelves()
                .keys()
                .find(who.tenant(), key)
                .filter(one -> one.revokedMs() == null)
                .orElseThrow(() -> Refused.invalid(Faults.unknownKey("/key")));
        if (!Right.READ_RESULTS.isOf(Scope.of(found.scope()))
                || Scope.OWNER.word().equals(found.scope())) {
            throw Refused.invalid(Faults.cannotBeGranted("/key", found.scope()));
        }
        if (!work.shelves().grants().has(who.tenant(), assessment, found.holder())) {
            work.shelves().grants().add(who.tenant(), assessment, found.holder(), work.now());
            work.log(who, "grant assessment", assessment, "to " + found.holder());
        }
        return find(work, who, assessment, found.holder());
    }

    private static Grant find(Work work, Caller.KeyHolder who, String assessment, String holder) {
        return work.shelves().grants().find(who.tenant(), assessment, holder).orElseThrow(Refused::notFound);
    }

    /**
     * The grants of an assessment, in the order of their holders.
     *
     * @param work the transaction
     * @param who an owner
     * @param assessment of which assessment
     * @param after holder after which the page starts, or the empty string
     * @param limit how many
     * @return a page
     */
    public Page<Grant> list(Work work, Caller.KeyHolder who, String assessment, String after, int limit) {
        return work.shelves().grants().list(who.tenant(), assessment, after, limit);
    }

    /**
     * Withdraws a grant at once.
     *
     * @param work the transaction
     * @param who an owner
     * @param assessment of which assessment
     * @param holder from whom
     * @param seen the versions that the caller has seen; a grant has one only
     */
    public void withdraw(Work work, Caller.KeyHolder who, String assessment, String holder, Precondition seen) {
        find(work, who, assessment, holder);
        seen.require(1);
        work.shelves().grants().remove(who.tenant(), assessment, holder);
        work.log(who, "withdraw grant", assessment, "from " + holder);
    }
}
