package org.moatmark.api.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the program listens and under which names it answers.
 *
 * @param host the address to listen on
 * @param port the port; 0 for any
 * @param publicUrl base of seat links and the Host beside loopback; null for the ready address
 * @param proxies addresses whose {@code X-Forwarded-For} counts
 * @param metrics the loopback port where metrics are shown; 0 for any, null for none
 */
public record Place(
        String host,
        int port,
        @Nullable String publicUrl,
        List<String> proxies,
        @Nullable Integer metrics) {

    /** Copies the list. */
    public Place {
        proxies = List.copyOf(proxies);
    }

    /**
     * A place without metrics.
     *
     * @param host the address to listen on
     * @param port the port; 0 for any
     * @param publicUrl base of seat links and the Host beside loopback; null for the ready address
     * @param proxies addresses whose {@code X-Forwarded-For} counts
     */
    public Place(String host, int port, @Nullable String publicUrl, List<String> proxies) {
        this(host, port, publicUrl, proxies, null);
    }
}
