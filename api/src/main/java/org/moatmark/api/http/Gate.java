package org.moatmark.api.http;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.servlet.Filter;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.AbstractHandler;
import org.jspecify.annotations.Nullable;

/**
 * The first that every request meets: it gets an id and the security headers, and only a clean address that is meant for
 * this program goes on to Spark.
 */
final class Gate extends AbstractHandler {

    private static final String ID = "moatmark.request";

    /** Whoever asks whether the process lives waits for nobody. */
    private static final String HEALTH = "/health/";

    private static final int LONGEST_QUERY = 2_048;
    private static final int LONGEST_PATH = 2_048;
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    private final Filter spark;
    private final Peers peers;
    private final @Nullable Metrics metrics;
    private final Turnstile turnstile;

    Gate(Filter spark, Peers peers, @Nullable Metrics metrics, Turnstile turnstile) {
        this.spark = spark;
        this.peers = peers;
        this.metrics = metrics;
        this.turnstile = turnstile;
    }

    static String requestId(HttpServletRequest request) {
        Object id = request.getAttribute(ID);
        return id == null ? newId() : id.toString();
    }

    /** An id that needs to be unique, not secret. */
    static String newId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = (random.nextLong() & ~0xf000L) | 0x4000L;
        long low = (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    /** What the client accepts. */
    static @Nullable String accept(HttpServletRequest request) {
        return request instanceof AnyFormat wrapped ? wrapped.accept() : request.getHeader("Accept");
    }

    /** Keeps from Spark Accept, to which it answers 404 instead of 406, and the override, which would change the method. */
    private static final class AnyFormat extends HttpServletRequestWrapper {
        private AnyFormat(HttpServletRequest request) {
            super(request);
        }

        private @Nullable String accept() {
            return super.getHeader("Accept");
        }

        @Override
        public @Nullable String getHeader(String name) {
            if ("X-HTTP-Method-Override".equalsIgnoreCase(name)) {
                return null;
            }
            return "Accept".equalsIgnoreCase(name) ? "*/*" : super.getHeader(name);
        }
    }

    @Override
    public void handle(String target, Request base, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (request.getRequestURI().startsWith(HEALTH)) {
            answer(null, base, request, response);
            return;
        }
        if (Drain.cameLate(request)) {
            answer(Halt.of(Slug.UNAVAILABLE).with("Retry-After", "1"), base, request, response);
            return;
        }
        switch (turnstile.enter(request)) {
            case NEVER -> answer(Halt.of(Slug.BUSY).with("Retry-After", "1"), base, request, response);
            case LATER -> base.setHandled(true);
            case NOW -> {
                try {
                    answer(null, base, request, response);
                } finally {
                    turnstile.leave();
                }
            }
        }
    }

    private void answer(@Nullable Halt busy, Request base, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (metrics == null) {
            pass(busy, base, request, response);
            return;
        }
        long start = System.nanoTime();
        try {
            pass(busy, base, request, response);
        } finally {
            metrics.answered(request, response.getStatus(), System.nanoTime() - start);
        }
    }

    private void pass(@Nullable Halt busy, Request base, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        String id = newId();
        request.setAttribute(ID, id);
        SecurityHeaders.forEach(response::setHeader);
        response.setHeader("X-Request-Id", id);
        Halt halt = busy == null ? refusal(base, request) : busy;
        if (halt == null) {
            spark.doFilter(new AnyFormat(request), response, null);
        } else {
            write(Problems.of(halt, Media.language(request.getHeader("Accept-Language")), id), request, response);
        }
        base.setHandled(true);
    }

    private @Nullable Halt refusal(Request base, HttpServletRequest request) {
        if (!METHODS.contains(request.getMethod())) {
            return Halt.of(Slug.NOT_IMPLEMENTED);
        }
        List<String> hosts = Collections.list(request.getHeaders("Host"));
        String uri = base.getMetaData().getURIString();
        boolean absolute = !uri.startsWith("/") && !"*".equals(uri);
        List<String> codings = Collections.list(request.getHeaders("Transfer-Encoding"));
        boolean coded = !codings.isEmpty() && !(codings.size() == 1 && "chunked".equalsIgnoreCase(codings.get(0)));
        if (hosts.size() != 1 || absolute || coded) {
            return Halt.of(Slug.MALFORMED_REQUEST).with("Connection", "close");
        }
        if (!peers.answersTo(hosts.get(0))) {
            return Halt.of(Slug.MISDIRECTED);
        }
        String query = request.getQueryString();
        String path = request.getRequestURI();
        if ((query != null && query.length() > LONGEST_QUERY) || path.length() > LONGEST_PATH) {
            return Halt.of(Slug.URI_TOO_LONG);
        }
        return switch (CleanPath.look(path)) {
            case CLEAN -> null;
            case ALIAS -> Halt.of(Slug.NOT_FOUND);
            case BROKEN ->
                Halt.of(Slug.MALFORMED_REQUEST, "The path of the address is not well formed.", "アドレスのパスの形式が正しくありません。");
        };
    }

    private static void write(Answer answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setContentLengthLong(answer.body().length);
        if (!"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(answer.body());
        }
        response.getOutputStream().close();
    }
}
