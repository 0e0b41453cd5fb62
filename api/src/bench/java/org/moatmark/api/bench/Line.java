package org.moatmark.api.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One kept connection on which requests go out as bytes and answers come in with as little work as can be. */
final class Line implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private final byte[] sink = new byte[64 * 1024];
    private String etag = "";
    private String body = "";

    Line(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(20_000);
        in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
    }

    /** A request as bytes; {@code more} are further header lines, each with its end. */
    static byte[] request(String method, String path, String more, String body) {
        String length = body.isEmpty() && "GET".equals(method) ? "" : "Content-Length: " + body.length() + "\r\n";
        return (method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + more + length + "\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Sends and reads the whole answer; gives back its status. */
    int send(byte[] request, boolean keepBody) throws IOException {
        socket.getOutputStream().write(request);
        String head = line();
        int status = Integer.parseInt(head.substring(9, 12));
        int length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            } else if (header.regionMatches(true, 0, "ETag:", 0, 5)) {
                etag = header.substring(5).strip();
            }
        }
        if (keepBody) {
            body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        } else {
            for (int left = status == 304 ? 0 : length; left > 0; ) {
                left -= Math.max(0, in.read(sink, 0, Math.min(left, sink.length)));
            }
        }
        return status;
    }

    String etag() {
        return etag;
    }

    String body() {
        return body;
    }

    private String line() throws IOException {
        int size = 0;
        for (int one = in.read(); one != '\n'; one = in.read()) {
            if (one < 0) {
                throw new IOException("The connection ended.");
            }
            if (one != '\r') {
                sink[size++] = (byte) one;
            }
        }
        return new String(sink, 0, size, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
