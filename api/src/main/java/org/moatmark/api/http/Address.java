package org.moatmark.api.http;

import org.jspecify.annotations.Nullable;

/** The base of links that leave the program: the public address, or else the one that it listens on. */
final class Address {

    private final Place place;
    private volatile @Nullable String ready;

    Address(Place place) {
        this.place = place;
    }

    /** Notes the port once it is known. */
    void listensOn(int port) {
        String host = place.host();
        if (host.equals("0.0.0.0") || host.equals("::")) {
            host = "127.0.0.1";
        } else if (host.indexOf(':') >= 0 && !host.startsWith("[")) {
            host = "[" + host + "]";
        }
        ready = "http://" + host + ":" + port;
    }

    /** Where it listens. */
    String ready() {
        String known = ready;
        if (known == null) {
            throw new IllegalStateException("The server has not been started.");
        }
        return known;
    }

    String base() {
        String url = place.publicUrl();
        return url == null ? ready() : url.replaceAll("/+$", "");
    }
}
