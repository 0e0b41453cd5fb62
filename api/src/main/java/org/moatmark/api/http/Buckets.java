package org.moatmark.api.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Counts per address: so many a minute, filled up evenly. Of the addresses that were seen the latest are remembered.
 */
final class Buckets {

    private static final int REMEMBERED = 20_000;
    private static final double MINUTE_NANOS = 60e9;

    private final int perMinute;
    private final LongSupplier nanoTime;
    private final Map<String, Level> levels = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Level> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Level(double left, long at) {}

    Buckets(int perMinute, LongSupplier nanoTime) {
        this.perMinute = perMinute;
        this.nanoTime = nanoTime;
    }

    /** Takes one; refuses where none is left. */
    synchronized void take(String address) {
        long now = nanoTime.getAsLong();
        Level before = levels.get(address);
        double left = before == null
                ? perMinute
                : Math.min(perMinute, before.left() + (now - before.at()) / MINUTE_NANOS * perMinute);
        if (left < 1) {
            levels.put(address, new Level(left, now));
            long seconds = (long) Math.ceil((1 - left) / perMinute * 60);
            throw Halt.of(Slug.RATE_LIMITED).with("Retry-After", Long.toString(Math.max(1, seconds)));
        }
        levels.put(address, new Level(left - 1, now));
    }
}
