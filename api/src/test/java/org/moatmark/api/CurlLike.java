package org.moatmark.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** As much of curl as the README uses, for machines that have none: {@code -s -o FILE -X METHOD -H HEADER -d BODY}. */
final class CurlLike {

    private CurlLike() {}

    public static void main(String[] words) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder();
        String method = "GET";
        byte[] body = new byte[0];
        Path file = null;
        for (int i = 0; i < words.length; i++) {
            switch (words[i]) {
                case "-s" -> {}
                case "-o" -> file = Path.of(words[++i]);
                case "-X" -> method = words[++i];
                case "-H" -> {
                    List<String> header = List.of(words[++i].split(": ", 2));
                    request.header(header.get(0), header.get(1));
                }
                case "-d" -> {
                    String data = words[++i];
                    body = data.startsWith("@")
                            ? Files.readAllBytes(Path.of(data.substring(1)))
                            : data.getBytes(StandardCharsets.UTF_8);
                    method = "GET".equals(method) ? "POST" : method;
                }
                default -> request.uri(URI.create(words[i]));
            }
        }
        HttpResponse<byte[]> reply = HttpClient.newHttpClient()
                .send(request.method(method, BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofByteArray());
        if (file == null) {
            System.out.write(reply.body());
            System.out.flush();
        }
    }
}
