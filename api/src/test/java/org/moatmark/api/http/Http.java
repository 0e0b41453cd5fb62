package org.moatmark.api.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonTree;
import org.moatmark.core.json.JsonValue;

/** HTTP by hand over a socket, so that a test can send what no client library would. */
public final class Http {

    private static final int PATIENCE_MS = 15_000;

    private final int port;

    public Http(int port) {
        this.port = port;
    }

    /** An answer as it came in; header names in lower case, several values with line feeds between. */
    public record Reply(int status, Map<String, String> headers, String body) {
        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        public JsonObject json() {
            return (JsonObject) JsonTree.parse(body).orThrow();
        }

        public String text(String key) {
            JsonValue value = json().get(key);
            return value instanceof JsonString string ? string.value() : String.valueOf(value);
        }
    }

    /** A request under construction. */
    public final class Ask {
        private final String method;
        private String target;
        private final Map<String, List<String>> headers = new LinkedHashMap<>();
        private byte[] body = new byte[0];

        private Ask(String method, String target) {
            this.method = method;
            this.target = target;
            headers.put("Host", List.of("127.0.0.1:" + port));
            headers.put("Connection", List.of("close"));
        }

        /** The same request, to be changed and sent on its own. */
        public Ask copy() {
            Ask copy = new Ask(method, target);
            copy.headers.putAll(headers);
            copy.body = body;
            return copy;
        }

        public Ask with(String name, String... values) {
            headers.put(name, List.of(values));
            return this;
        }

        public Ask without(String name) {
            headers.remove(name);
            return this;
        }

        public Ask bearer(String credential) {
            return with("Authorization", "Bearer " + credential);
        }

        public Ask body(String type, byte[] bytes) {
            this.body = bytes;
            headers.put("Content-Length", List.of(Integer.toString(bytes.length)));
            return type.isEmpty() ? this : with("Content-Type", type);
        }

        public Ask json(String json) {
            return body("application/json", json.getBytes(StandardCharsets.UTF_8));
        }

        public Ask patch(String json) {
            return body("application/merge-patch+json", json.getBytes(StandardCharsets.UTF_8));
        }

        /** Where it goes, with the query. */
        public String target() {
            return target;
        }

        /** What it carries. */
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** Adds to the query. */
        public Ask query(String more) {
            target += (target.contains("?") ? "&" : "?") + more;
            return this;
        }

        public Reply send() {
            return raw(bytes(), "HEAD".equals(method));
        }

        /** The request as it goes out. */
        public byte[] bytes() {
            StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
            headers.forEach((name, values) -> values.forEach(
                    value -> head.append(name).append(": ").append(value).append("\r\n")));
            byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
            byte[] all = new byte[start.length + body.length];
            System.arraycopy(start, 0, all, 0, start.length);
            System.arraycopy(body, 0, all, start.length, body.length);
            return all;
        }
    }

    public Ask ask(String method, String target) {
        return new Ask(method, target);
    }

    /** Sends bytes as they are. */
    public Reply raw(String text) {
        return raw(text.getBytes(StandardCharsets.ISO_8859_1), false);
    }

    private Reply raw(byte[] request, boolean head) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(PATIENCE_MS);
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
            } catch (IOException refusedEarly) {
                // The answer may be there already: a server need not read what it refuses.
            }
            return read(new BufferedInputStream(socket.getInputStream()), head);
        } catch (IOException failed) {
            throw new AssertionError("No answer from port " + port, failed);
        }
    }

    static Reply read(InputStream in, boolean head) throws IOException {
        String status = line(in);
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.merge(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip(),
                    (one, two) -> one + "\n" + two);
        }
        int code = Integer.parseInt(status.split(" ")[1]);
        boolean none = head || code == 204 || code == 304;
        byte[] body = none ? new byte[0] : body(in, headers);
        return new Reply(code, headers, new String(body, StandardCharsets.UTF_8));
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        String length = headers.get("content-length");
        if (length != null) {
            return in.readNBytes(Integer.parseInt(length));
        }
        if (!"chunked".equals(headers.get("transfer-encoding"))) {
            return in.readAllBytes();
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        List<Integer> sizes = new ArrayList<>();
        do {
            int size = Integer.parseInt(line(in).split(";")[0], 16);
            sizes.add(size);
            body.write(in.readNBytes(size));
            line(in);
        } while (sizes.get(sizes.size() - 1) > 0);
        return body.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                if (line.size() == 0) {
                    throw new IOException("The connection ended.");
                }
                break;
            }
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
