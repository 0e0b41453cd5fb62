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
 */
public record Place(String host, int port, @Nullable String publicUrl, List<String> proxies) {
    /** Copies the list. */
    public Place {
        proxies = List.copyOf(proxies);
    }
}
