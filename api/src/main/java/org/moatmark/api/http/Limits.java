package org.moatmark.api.http;

import java.time.Duration;

/**
 * How much is taken from whom.
 *
 * @param rates how often
 * @param requestRate least bytes a second at which a body must come in, once it has taken longer than {@code idle}
 * @param idle how long a connection may do nothing
 * @param drain how long requests may go on when the program is told to stop
 * @param bodies bytes of memory for all bodies together that are being read or worked on
 */
public record Limits(Rates rates, long requestRate, Duration idle, Duration drain, long bodies) {

    /** What the program runs with. */
    public static final Limits USUAL = new Limits(Rates.USUAL, 1_000, Duration.ofSeconds(5), Duration.ofSeconds(10));

    /**
     * Limits, with a third of the memory of this process for bodies.
     *
     * @param rates how often
     * @param requestRate least bytes a second at which a body must come in, once it has taken longer than {@code idle}
     * @param idle how long a connection may do nothing
     * @param drain how long requests may go on when the program is told to stop
     */
    public Limits(Rates rates, long requestRate, Duration idle, Duration drain) {
        this(rates, requestRate, idle, drain, Runtime.getRuntime().maxMemory() / 3);
    }

    /**
     * The same with other rates.
     *
     * @param others how often
     * @return the limits
     */
    public Limits with(Rates others) {
        return new Limits(others, requestRate, idle, drain, bodies);
    }
}
