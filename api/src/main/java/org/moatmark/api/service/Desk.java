package org.moatmark.api.service;

import java.time.Clock;
import java.util.function.Function;
import org.moatmark.api.store.Hold;
import org.moatmark.api.store.Store;

/** Where work begins: one transaction each, at one time each. */
public final class Desk {

    private final Store store;
    private final Clock clock;
    private final Credentials credentials = new Credentials();
    private final Rights rights = new Rights();

    /**
     * Puts up the desk.
     *
     * @param store what is kept
     * @param clock the time
     */
    public Desk(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * The time.
     *
     * @return epoch milliseconds
     */
    public long now() {
        return clock.millis();
    }

    /**
     * Reads what is nobody's.
     *
     * @param job what to read
     * @param <T> what comes of it
     * @return what came of it
     */
    public <T> T read(Function<Work, T> job) {
        return store.read(shelves -> job.apply(new Work(shelves, clock.millis())));
    }

    /**
     * Looks up who somebody is, outside of any transaction.
     *
     * @param job what to look up
     * @param <T> what comes of it
     * @return what came of it
     */
    public <T> T look(Function<Work, T> job) {
        return store.look(shelves -> job.apply(new Work(shelves, clock.millis())));
    }

    /**
     * Reads for a caller.
     *
     * @param caller whose things
     * @param job what to read
     * @param <T> what comes of it
     * @return what came of it
     */
    public <T> T read(Caller caller, Function<Work, T> job) {
        return store.read(caller.tenant(), shelves -> job.apply(new Work(shelves, clock.millis())));
    }

    /**
     * Reads what a tenant has, for the program itself.
     *
     * @param tenant whose things
     * @param job what to read
     * @param <T> what comes of it
     * @return what came of it
     */
    <T> T read(String tenant, Function<Work, T> job) {
        return store.read(tenant, shelves -> job.apply(new Work(shelves, clock.millis())));
    }

    /**
     * Changes what a tenant has, for the program itself.
     *
     * @param hold what it is about
     * @param job what to change
     * @param <T> what comes of it
     * @return what came of it
     */
    <T> T write(Hold hold, Function<Work, T> job) {
        return store.write(hold, shelves -> job.apply(new Work(shelves, clock.millis())));
    }

    /**
     * Changes something for nobody in particular: at the first start, or to make a session.
     *
     * @param job what to change
     * @param <T> what comes of it
     * @return what came of it
     */
    public <T> T write(Function<Work, T> job) {
        return store.write(shelves -> job.apply(new Work(shelves, clock.millis())));
    }

    /**
     * Changes something for a caller, whose credential and right are looked at once more inside the transaction: what was
     * revoked, withdrawn or handed over in between changes nothing any more.
     *
     * @param admitted for whom, and what they were let in for
     * @param job what to change; it may be done again from the beginning when nothing of it was kept
     * @param <T> what comes of it
     * @return what came of it
     */
    public <T> T write(Admission admitted, Function<Work, T> job) {
        return store.write(admitted.caller().hold(), shelves -> {
            Work work = new Work(shelves, clock.millis());
            credentials.confirm(work, admitted.caller());
            Right right = admitted.right();
            if (right != null) {
                rights.require(work, admitted.caller(), right, admitted.thing());
            }
            return job.apply(work);
        });
    }

    /**
     * Changes something for a caller that concerns all of the tenant, such as what other seats said.
     *
     * @param admitted for whom, and what they were let in for
     * @param job what to change
     * @param <T> what comes of it
     * @return what came of it
     */
    <T> T writeWhole(Admission admitted, Function<Work, T> job) {
        return store.write(Hold.tenant(admitted.caller().tenant()), shelves -> {
            Work work = new Work(shelves, clock.millis());
            credentials.confirm(work, admitted.caller());
            return job.apply(work);
        });
    }

    /**
     * Whether the database takes a write and gives it back.
     *
     * @return true if it does
     */
    public boolean probe() {
        return write(work -> work.shelves().tenants().probe(work.now()));
    }

    /**
     * How much of the disk is free.
     *
     * @return share from 0 to 1
     */
    public double freeDisk() {
        return store.freeShare();
    }
}
