package org.moatmark.api.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnection;
import org.eclipse.jetty.server.HttpConnectionFactory;

/**
 * HTTP/1.1 whose lines end in CR LF and in nothing else. Jetty takes a bare LF for the end of a line; a proxy in front may
 * not, and then the two read different requests.
 */
final class StrictLines extends HttpConnectionFactory {

    StrictLines(HttpConfiguration http) {
        super(http, HttpCompliance.RFC7230);
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        return configure(
                new HttpConnection(getHttpConfiguration(), connector, endPoint, getHttpCompliance(), false) {
                    @Override
                    protected HttpParser newHttpParser(HttpCompliance compliance) {
                        return new Parser(
                                newRequestHandler(), getHttpConfiguration().getRequestHeaderSize(), compliance);
                    }
                },
                connector,
                endPoint);
    }

    /** Looks at the bytes of a head before Jetty does. */
    private static final class Parser extends HttpParser {

        private boolean begun;
        private boolean ended;
        private boolean blank = true;
        private byte last;

        Parser(RequestHandler handler, int headerBytes, HttpCompliance compliance) {
            super(handler, headerBytes, compliance);
        }

        @Override
        public boolean parseNext(ByteBuffer buffer) {
            if (!ended) {
                look(buffer);
            }
            return super.parseNext(buffer);
        }

        /** Puts a NUL, which no head may hold, in the place of a bare LF, so that Jetty refuses it as it refuses others. */
        private void look(ByteBuffer buffer) {
            for (int i = buffer.position(); i < buffer.limit() && !ended; i++) {
                byte one = buffer.get(i);
                if (one == '\n') {
                    if (last != '\r') {
                        buffer.put(i, (byte) 0);
                    }
                    // Blank lines before a request are passed over; the first after it ends the head.
                    ended = blank && begun;
                    blank = true;
                } else if (one != '\r') {
                    blank = false;
                    begun = true;
                }
                last = one;
            }
        }

        @Override
        public void reset() {
            super.reset();
            begun = false;
            ended = false;
            blank = true;
            last = 0;
        }
    }
}
