package org.moatmark.api.service;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.store.ErasedList;
import org.moatmark.api.store.ErasureShelf.Erased;
import org.moatmark.api.store.HistoryShelf;
import org.moatmark.api.store.Hold;
import org.moatmark.api.store.Page;
import org.moatmark.api.store.SecrecyShelf.Mode;
import org.moatmark.api.store.Store;
import org.moatmark.api.store.StoredAssessment;
import org.moatmark.api.store.StoredSeat;
import org.moatmark.api.store.StoredSnapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erasing people and tenants so that no answer is left: not in tables, frozen states, replies that wait to be repeated,
 * exports, or the file of the database. What was released of many stays as it was told until the next release, or is
 * withdrawn as a whole for good. The hash of who was erased is kept, in the database and on a list beside it, so that a
 * restored backup brings nobody back.
 */
public final class Erasure {

    private static final Logger LOG = LoggerFactory.getLogger(Erasure.class);
    private static final String SEAT = "seat";
    private static final String TENANT = "tenant";
    private static final int PAGE = 200;

    private final Store store;
    private final Desk desk;
    private final @Nullable ErasedList list;

    /**
     * Erases.
     *
     * @param store what is kept
     * @param desk where work begins
     * @param list where erasures are noted outside the database, or null where they are not
     */
    public Erasure(Store store, Desk desk, @Nullable ErasedList list) {
        this.store = store;
        this.desk = desk;
        this.list = list;
    }

    /** Erases a seat and everything that it said; {@code withdraw} takes back what was released of its assessment. */
    static void erase(Work work, String tenant, StoredSeat seat, String actor, boolean withdraw) {
        ReleaseErasure.forget(work, tenant, seat);
        SnapshotErasure.forget(work, tenant, seat);
        if (withdraw) {
            withdraw(work, tenant, seat.assessment(), actor);
        }
        work.shelves().answers().removeAll(tenant, seat.id());
        work.shelves().seats().remove(tenant, seat.id());
        work.shelves().replays().forgetSeat(tenant, seat.id());
        work.shelves().exports().endAll(tenant);
        String hash = hash(tenant, seat.id());
        work.shelves().erasures().add(new Erased(hash, SEAT, work.now(), word(actor)));
        work.shelves().history().add(tenant, new HistoryShelf.Line(work.now(), actor, "erase seat", hash, null));
    }

    /** Takes back what was released of a confidential assessment: the latest release, and what was frozen of any. */
    private static void withdraw(Work work, String tenant, String assessment, String actor) {
        if (work.shelves().secrecy().terms(tenant, assessment).mode() != Mode.CONFIDENTIAL) {
            return;
        }
        work.shelves().secrecy().withdraw(tenant, assessment, work.now());
        Page<StoredSnapshot> page;
        String after = "";
        do {
            page = work.shelves().snapshots().list(tenant, assessment, after, PAGE);
            for (StoredSnapshot one : page.items()) {
                after = one.id();
                if (one.withdrawnMs() == null) {
                    work.shelves().snapshots().dropSheets(tenant, one.id());
                    work.shelves().snapshots().put(tenant, one.withdrawn(work.now()));
                }
            }
        } while (page.more());
        work.shelves()
                .history()
                .add(tenant, new HistoryShelf.Line(work.now(), actor, "withdraw release", assessment, null));
    }

    private static String hash(String tenant, String id) {
        return Tokens.hash(tenant + "/" + id);
    }

    /** Of an actor what may stay on a list: a key is a number, a seat is nobody. */
    private static String word(String actor) {
        return actor.startsWith("seat:") ? SEAT : actor;
    }

    /**
     * Erases the caller.
     *
     * @param admitted a seat
     * @param withdraw whether what was released is withdrawn too
     */
    public void self(Admission admitted, boolean withdraw) {
        Caller.SeatHolder who = (Caller.SeatHolder) admitted.caller();
        desk.writeWhole(admitted, work -> {
            StoredSeat seat = work.shelves()
                    .seats()
                    .find(who.tenant(), who.assessment(), who.seat())
                    .orElseThrow(Refused::unauthenticated);
            erase(work, who.tenant(), seat, who.credential(), withdraw);
            return seat;
        });
        settle();
    }

    /**
     * Erases the caller's tenant with everything that it has.
     *
     * @param admitted an owner
     * @param seen the versions of the tenant's settings that the caller has seen
     */
    public void tenant(Admission admitted, Precondition seen) {
        String tenant = admitted.caller().tenant();
        desk.write(admitted, work -> {
            seen.require(work.shelves().tenants().settings(tenant).version());
            end(work, tenant, admitted.caller().credential());
            return tenant;
        });
        settle();
    }

    private static void end(Work work, String tenant, String actor) {
        work.shelves().erasures().endTenant(tenant);
        work.shelves().erasures().add(new Erased(hash(tenant, tenant), TENANT, work.now(), word(actor)));
        if (!work.shelves().tenants().any()) {
            // Nobody is left: the next start is a first start.
            work.shelves().tenants().dropSecret(Tenants.CURSOR_SECRET);
        }
    }

    /** After an erasure was kept: notes it outside the database and leaves nothing behind in its files. */
    public void settle() {
        store.leaveNoTrace();
        ErasedList outside = list;
        if (outside == null) {
            return;
        }
        try {
            outside.add(desk.read(work -> work.shelves().erasures().all()));
        } catch (IOException unwritable) {
            LOG.error("The list of erasures cannot be written; a restored backup would bring back who was erased.");
        }
    }

    /**
     * Erases once more whom a restored backup brought back; done before anybody is answered.
     *
     * @return how many seats and tenants there were
     */
    public int again() {
        boolean waiting = desk.read(work -> work.shelves().erasures().anyWaiting());
        if (!waiting) {
            settleIfAny();
            return 0;
        }
        Set<String> hashes = new HashSet<>();
        desk.read(work -> work.shelves().erasures().all()).forEach(one -> hashes.add(one.hash()));
        int again = 0;
        for (String tenant : desk.read(work -> work.shelves().tenants().all())) {
            again += desk.write(Hold.tenant(tenant), work -> again(work, tenant, hashes));
        }
        desk.write(work -> {
            work.shelves().erasures().nothingWaits();
            return hashes;
        });
        settle();
        return again;
    }

    /** What a crash kept from the list is added at the next start. */
    private void settleIfAny() {
        boolean any = desk.read(work -> !work.shelves().erasures().all().isEmpty());
        if (any) {
            settle();
        }
    }

    private static int again(Work work, String tenant, Set<String> hashes) {
        if (hashes.contains(hash(tenant, tenant))) {
            end(work, tenant, "program");
            return 1;
        }
        int again = 0;
        Page<StoredAssessment> page;
        String after = "";
        do {
            page = work.shelves().assessments().list(tenant, after, PAGE);
            for (StoredAssessment of : page.items()) {
                after = of.id();
                List<StoredSeat> seats = Visibility.seats(work, tenant, of.id());
                for (StoredSeat seat : seats) {
                    if (hashes.contains(hash(tenant, seat.id()))) {
                        erase(work, tenant, seat, "program", false);
                        again++;
                    }
                }
            }
        } while (page.more());
        return again;
    }
}
