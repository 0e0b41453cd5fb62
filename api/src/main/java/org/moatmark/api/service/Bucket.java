package org.moatmark.api.service;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** A meter of this process. Of those who take, the latest are remembered; the others have a full meter again. */
public final class Bucket implements Meter {

    private static final int REMEMBERED = 20_000;

    private final Rule rule;
    private final LongSupplier nanoTime;
    private final double perNano;
    private final Map<String, Level> levels = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Level> eldest) {
            return size() > REMEMBERED;
        }
    };

    private static final class Level {
        private double left;
        private long at;
    }

    /**
     * A full meter.
     *
     * @param rule how much there is
     * @param nanoTime the time that goes by
     */
    public Bucket(Rule rule, LongSupplier nanoTime) {
        this.rule = rule;
        this.nanoTime = nanoTime;
        this.perNano = rule.amount() / (rule.seconds() * 1e9);
    }

    @Override
    public synchronized Reading take(String whose, int cost) {
        Level level = filled(whose);
        double wanted = Math.min(Math.max(cost, 1), rule.amount());
        boolean granted = level.left >= wanted;
        if (granted) {
            level.left -= wanted;
        }
        double missing = granted ? rule.amount() - level.left : wanted - level.left;
        long seconds = (long) Math.ceil(missing / perNano / 1e9);
        return new Reading(rule, granted, (long) level.left, Math.max(1, seconds));
    }

    @Override
    public synchronized void giveBack(String whose, int cost) {
        Level level = filled(whose);
        level.left = Math.min(rule.amount(), level.left + cost);
    }

    private Level filled(String whose) {
        long now = nanoTime.getAsLong();
        Level level = levels.get(whose);
        if (level == null) {
            level = new Level();
            level.left = rule.amount();
            levels.put(whose, level);
        } else {
            level.left = Math.min(rule.amount(), level.left + Math.max(0, now - level.at) * perNano);
        }
        level.at = now;
        return level;
    }
}
