package org.moatmark.api.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** The headers that every answer has, whoever writes it. */
final class SecurityHeaders {

    /** Nothing is loaded and nothing frames it: for everything that is no page. */
    static final String CSP_DATA = "default-src 'none'; frame-ancestors 'none'";

    /** For pages: everything from here and nothing else. */
    static final String CSP_PAGE =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src"
                    + " 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none';"
                    + " require-trusted-types-for 'script'";

    /** For the page that shows the OpenAPI document: its program writes styles into elements. */
    static final String CSP_DOCS =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
                    + " data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final Map<String, String> HEADERS = headers();

    private SecurityHeaders() {}

    private static Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Security-Policy", CSP_DATA);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        return headers;
    }

    static void forEach(BiConsumer<String, String> use) {
        HEADERS.forEach(use);
    }
}
