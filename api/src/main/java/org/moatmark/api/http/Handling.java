package org.moatmark.api.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.service.Admission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spark.Request;
import spark.Response;

/** Leads one request through the checks that all routes share, to its handler, and the answer out. */
final class Handling {

    private static final Logger LOG = LoggerFactory.getLogger(Handling.class);

    /** What a 304 says again; a browser would otherwise put the policy of data on the page that it kept. */
    private static final List<String> KEPT_WHEN_UNCHANGED =
            List.of("ETag", "Cache-Control", "Content-Language", "Content-Security-Policy", "Method-Hash", "Vary");

    private final Doors doors;
    private final Guard guard;
    private final BodyReader bodies;
    private final ErrorPages errors;

    Handling(Doors doors, Guard guard, BodyReader bodies, ErrorPages errors) {
        this.doors = doors;
        this.guard = guard;
        this.bodies = bodies;
        this.errors = errors;
    }

    /** Handles a request of a route and writes the answer. */
    Object handle(Route route, Request request, Response response) {
        try {
            return whole(route, request, response);
        } finally {
            BodyReader.done(request.raw());
        }
    }

    private Object whole(Route route, Request request, Response response) {
        Metrics.note(request.raw(), route);
        String language = Media.language(request.raw().getHeader("Accept-Language"));
        Answer answer;
        try {
            answer = conditional(request.raw(), answer(route, request, language));
            answer = Preference.apply(route, request.raw(), answer);
            if (answer.status() == 304) {
                Tally.giveBack(request.raw());
            }
        } catch (RuntimeException | Error thrown) {
            answer = problem(Problems.told(thrown, Gate.requestId(request.raw())), request.raw(), language);
        }
        write(answer, request.raw(), response.raw());
        return "";
    }

    /** Answers a request that no route is for. */
    Object refuse(Halt halt, Request request, Response response) {
        String language = Media.language(request.raw().getHeader("Accept-Language"));
        write(problem(halt, request.raw(), language), request.raw(), response.raw());
        return "";
    }

    /** A problem, or a page that says the same to somebody with a browser. */
    private Answer problem(Halt halt, HttpServletRequest raw, String language) {
        String id = Gate.requestId(raw);
        return ErrorPages.wanted(raw) ? errors.of(halt, Visit.of(raw, language), id) : Problems.of(halt, language, id);
    }

    private Answer answer(Route route, Request request, String language) {
        HttpServletRequest raw = request.raw();
        String type = Media.choose(Gate.accept(raw), route.gives());
        if (type == null) {
            throw Halt.of(
                    Slug.NOT_ACCEPTABLE,
                    "This address answers with " + String.join(", ", route.gives()) + ".",
                    "このアドレスが返せる形式：" + String.join(", ", route.gives()) + "。");
        }
        Parameters parameters = Parameters.read(raw.getQueryString(), route.parameters());
        Admission admission = guard.admit(route, request);
        checkBody(route, raw);
        return route.handler().handle(new Call(doors, bodies, route, request, parameters, admission, language, type));
    }

    private void checkBody(Route route, HttpServletRequest raw) {
        Route.Takes takes = route.takes();
        String accept = "PATCH".equals(route.method()) ? "Accept-Patch" : "Accept-Post";
        if (takes.type().isEmpty()) {
            return;
        }
        String encoding = raw.getHeader("Content-Encoding");
        if (encoding != null && !"identity".equalsIgnoreCase(encoding.strip())) {
            throw Halt.of(Slug.UNSUPPORTED_MEDIA_TYPE, "Send the body as it is, not compressed.", "本文は圧縮せずに送ってください。")
                    .with(accept, takes.type());
        }
        boolean empty = raw.getContentLengthLong() <= 0 && raw.getHeader("Transfer-Encoding") == null;
        if (takes.optional() && empty) {
            return;
        }
        if (!Media.is(raw.getContentType(), takes.type())) {
            throw Halt.of(
                            Slug.UNSUPPORTED_MEDIA_TYPE,
                            "Send the body as " + takes.type() + " in UTF-8.",
                            "本文は " + takes.type() + "（UTF-8）で送ってください。")
                    .with(accept, takes.type());
        }
        if (takes.limit() > 0 && raw.getContentLengthLong() > bodies.limit(takes)) {
            throw BodyReader.tooLarge(bodies.limit(takes));
        }
    }

    /** 304 instead of what the client has already. */
    private static Answer conditional(HttpServletRequest raw, Answer answer) {
        String etag = answer.headers().get("ETag");
        boolean reading = "GET".equals(raw.getMethod()) || "HEAD".equals(raw.getMethod());
        if (!reading || etag == null || !ETags.known(raw.getHeader("If-None-Match"), etag)) {
            return answer;
        }
        Answer unchanged = Answer.empty(304);
        for (String name : KEPT_WHEN_UNCHANGED) {
            String value = answer.headers().get(name);
            unchanged = value == null ? unchanged : unchanged.with(name, value);
        }
        return unchanged;
    }

    private static void write(Answer answer, HttpServletRequest raw, HttpServletResponse response) {
        response.setStatus(answer.status());
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("Vary", "Accept-Language");
        Tally.headers(raw, response::setHeader);
        answer.headers().forEach(response::setHeader);
        try {
            send(answer, "HEAD".equals(raw.getMethod()), response);
        } catch (IOException gone) {
            // The client has left, or was too slow to be waited for; there is nobody to tell.
            LOG.debug("Request {} was not answered to its end.", Gate.requestId(raw));
            abort(raw, gone);
        } catch (RuntimeException failed) {
            // The status is out already; only a cut connection can tell that the answer is not whole.
            LOG.error("Request {} failed while it was answered.", Gate.requestId(raw), failed);
            abort(raw, failed);
        }
    }

    private static void send(Answer answer, boolean head, HttpServletResponse response) throws IOException {
        Answer.@Nullable Stream stream = answer.stream();
        OutputStream out = response.getOutputStream();
        if (stream == null) {
            if (answer.status() != 204 && answer.status() != 304) {
                response.setContentLengthLong(answer.body().length);
            }
            if (!head && answer.body().length > 0) {
                out.write(answer.body());
            }
        } else if (!head) {
            stream.writeTo(out);
        }
        out.close();
    }

    private static void abort(HttpServletRequest raw, Exception why) {
        org.eclipse.jetty.server.Request.getBaseRequest(raw).getHttpChannel().abort(why);
    }
}
