package org.moatmark.api.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Who is at the other end, and whom it takes us for. */
final class Peers {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> WILDCARD = Set.of("0.0.0.0", "::", "[::]");

    /** A name or an address, and a port. */
    private static final Pattern HOST = Pattern.compile("(\\[[^\\]]*]|[^:\\[\\]]*)(:[0-9]{1,5})?");

    /** Only what is an address is looked at, so that no name is ever asked of anybody. */
    private static final Pattern VERSION_6 = Pattern.compile("[0-9A-Fa-f:.]+");

    private final Set<String> hosts = new HashSet<>(LOOPBACK);
    private final Set<String> proxies;
    private final @Nullable URI publicUrl;

    Peers(Place place) {
        this.proxies = Set.copyOf(place.proxies());
        String url = place.publicUrl();
        this.publicUrl = url == null ? null : URI.create(url);
        if (publicUrl != null) {
            hosts.add(publicUrl.getHost().toLowerCase(Locale.ROOT));
        }
        if (!WILDCARD.contains(place.host())) {
            String host = place.host().toLowerCase(Locale.ROOT);
            hosts.add(host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host);
        }
    }

    /** Whether a Host header names this program; the port does not matter. */
    boolean answersTo(@Nullable String host) {
        return host != null && hosts.contains(name(host));
    }

    /** What a Host header says without its port; nothing if it is not well formed. */
    private static String name(String host) {
        Matcher parts = HOST.matcher(host);
        return parts.matches() ? parts.group(1).toLowerCase(Locale.ROOT) : "";
    }

    /**
     * The address that a request came from, as far as it is known for certain; of version 6 the first half, since whoever
     * has one address there has all of its network.
     */
    String address(HttpServletRequest request) {
        String from = from(request);
        return from.indexOf(':') >= 0 ? network(from) : from;
    }

    private static String network(String address) {
        if (!VERSION_6.matcher(address).matches()) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == 16 ? HexFormat.of().formatHex(bytes, 0, 8) + "/64" : address;
        } catch (UnknownHostException notAnAddress) {
            return address;
        }
    }

    private String from(HttpServletRequest request) {
        String peer = request.getRemoteAddr();
        if (!proxies.contains(peer)) {
            return peer;
        }
        // The last address that a proxy of ours did not add itself.
        List<String> chain = Collections.list(request.getHeaders("X-Forwarded-For"));
        String[] hops = String.join(",", chain).split(",");
        for (int i = hops.length - 1; i >= 0; i--) {
            String hop = hops[i].strip();
            if (!hop.isEmpty() && !proxies.contains(hop)) {
                return hop.length() <= 45 ? hop : peer;
            }
        }
        return peer;
    }

    /** Whether links and cookies are for https. */
    boolean secure() {
        return publicUrl != null && "https".equals(publicUrl.getScheme());
    }

    /** Whether an Origin is a page of this program. */
    boolean ownOrigin(String origin, HttpServletRequest request) {
        if (publicUrl != null && origin.equals(publicUrl.getScheme() + "://" + publicUrl.getAuthority())) {
            return true;
        }
        String host = request.getHeader("Host");
        return answersTo(host) && LOOPBACK.contains(name(host)) && origin.equals("http://" + host);
    }
}
