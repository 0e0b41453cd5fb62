package org.moatmark.api.service;

import java.util.concurrent.atomic.AtomicInteger;
import org.moatmark.api.store.MeterShelf.Level;
import org.moatmark.api.store.StoreFault;

/**
 * A meter of all processes that share a database. Whoever has used up the meter of this process already is not worth a
 * look into the database; and while that does not answer, the meter of this process is the one that counts.
 */
public final class SharedMeter implements Meter {

    private static final int SWEEP_EVERY = 256;

    private final Rule rule;
    private final Meter own;
    private final Desk desk;
    private final AtomicInteger uses = new AtomicInteger();

    /**
     * A meter.
     *
     * @param rule how much there is
     * @param own a meter of this process by the same rule
     * @param desk where all processes meet
     */
    public SharedMeter(Rule rule, Meter own, Desk desk) {
        this.rule = rule;
        this.own = own;
        this.desk = desk;
    }

    @Override
    public Reading take(String whose, int cost) {
        Reading here = own.take(whose, cost);
        if (!here.granted()) {
            return here;
        }
        try {
            return desk.write(work -> take(work, Tokens.hash(whose), Math.min(Math.max(cost, 1), rule.amount())));
        } catch (StoreFault notNow) {
            return here;
        }
    }

    private Reading take(Work work, String whose, int cost) {
        long left = filled(work, whose);
        boolean granted = left >= cost * 1_000L;
        if (granted) {
            left -= cost * 1_000L;
        }
        work.shelves().meters().set(rule.name(), whose, new Level(left, work.now()));
        long missing = granted ? rule.amount() * 1_000L - left : cost * 1_000L - left;
        long seconds = (long) Math.ceil((double) missing / (rule.amount() * 1_000L) * rule.seconds());
        return new Reading(rule, granted, left / 1_000, Math.max(1, seconds));
    }

    @Override
    public void giveBack(String whose, int cost) {
        own.giveBack(whose, cost);
        try {
            desk.write(work -> {
                String hash = Tokens.hash(whose);
                long left = Math.min(rule.amount() * 1_000L, filled(work, hash) + cost * 1_000L);
                work.shelves().meters().set(rule.name(), hash, new Level(left, work.now()));
                return left;
            });
        } catch (StoreFault notNow) {
            // It fills up again by itself.
        }
    }

    /** Thousandths that are there now. */
    private long filled(Work work, String whose) {
        if (uses.getAndIncrement() % SWEEP_EVERY == 0) {
            work.shelves().meters().forget(work.now() - rule.seconds() * 2_000L);
        }
        long full = rule.amount() * 1_000L;
        Level level = work.shelves().meters().hold(rule.name(), whose, new Level(full, work.now()));
        // The clocks of two machines differ a little: time that seems to go back fills nothing.
        double gone = Math.max(0, work.now() - level.atMs());
        return (long) Math.min(full, level.leftMilli() + gone * rule.amount() / rule.seconds());
    }
}
