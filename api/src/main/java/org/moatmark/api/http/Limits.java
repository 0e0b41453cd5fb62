package org.moatmark.api.http;

import java.time.Duration;

/**
 * How much is taken from whom.
 *
 * @param openPerMinute calls a minute from one address without a credential
 * @param failuresPerMinute credentials a minute from one address that are not good
 * @param requestRate least bytes a second at which a body must come in, once it has taken longer than {@code idle}
 * @param idle how long a connection may do nothing
 * @param drain how long requests may go on when the program is told to stop
 */
public record Limits(int openPerMinute, int failuresPerMinute, long requestRate, Duration idle, Duration drain) {

    /** What the program runs with. */
    public static final Limits USUAL = new Limits(6_000, 20, 1_000, Duration.ofSeconds(5), Duration.ofSeconds(10));
}
