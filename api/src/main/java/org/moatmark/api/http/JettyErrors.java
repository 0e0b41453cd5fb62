package org.moatmark.api.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.jspecify.annotations.Nullable;

/** Says as a problem what Jetty refuses before a handler sees it, or what fell through every other net. */
final class JettyErrors extends ErrorHandler {

    JettyErrors() {
        setShowStacks(false);
        setShowServlet(false);
    }

    @Override
    public ByteBuffer badMessageError(int status, @Nullable String reason, HttpFields fields) {
        String id = Gate.newId();
        Answer answer = Problems.of(Halt.of(Slug.ofStatus(status)), "en", id);
        SecurityHeaders.forEach(fields::put);
        fields.put("X-Request-Id", id);
        answer.headers().forEach(fields::put);
        if (status == Slug.UPGRADE_REQUIRED.status()) {
            fields.put("Upgrade", "HTTP/1.1");
        }
        return ByteBuffer.wrap(answer.body());
    }

    /** Every method gets a problem; Jetty would give some of them a number alone. */
    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    public void doError(String target, Request base, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String id = Gate.requestId(request);
        Slug slug = Slug.ofStatus(response.getStatus());
        Answer answer = Problems.of(Halt.of(slug), Media.language(request.getHeader("Accept-Language")), id);
        SecurityHeaders.forEach(response::setHeader);
        response.setHeader("X-Request-Id", id);
        answer.headers().forEach(response::setHeader);
        response.setStatus(slug.status());
        if (slug.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            // It is about to stop; another one, or the next start, will do.
            response.setHeader("Retry-After", "1");
            response.setHeader("Connection", "close");
        }
        if (!"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(answer.body());
        }
        base.setHandled(true);
    }
}
