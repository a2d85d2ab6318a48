package dev.hindsight.gateway;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Speaks HTTP byte by byte, as clients that mean harm do. */
final class Wire {

    /** An answer as it came; the body is still chunked if it was sent so. */
    record Answer(int status, List<String> headers, String body) {

        String header(String name) {
            var start = name.toLowerCase() + ": ";
            return headers.stream()
                    .filter(header -> header.toLowerCase().startsWith(start))
                    .map(header -> header.substring(start.length()))
                    .findFirst()
                    .orElse("");
        }
    }

    private Wire() {}

    static Answer get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    /** Ends the connection after one answer; where the test has its own Connection header, by the older protocol. */
    static Answer send(String method, String path, String body, String... headers) {
        var names = Stream.of(headers)
                .map(header -> header.split(":", 2)[0].toLowerCase(Locale.ROOT))
                .toList();
        var version = names.contains("connection") ? "1.0" : "1.1";
        var lines = new ArrayList<String>();
        lines.add("%s %s HTTP/%s".formatted(method, path, version));
        lines.add("Host: localhost:%d".formatted(Surroundings.port()));
        lines.addAll(List.of(headers));
        if (!body.isEmpty() && !names.contains("transfer-encoding")) {
            lines.add("Content-Length: %d".formatted(body.length()));
        }
        if (!names.contains("connection")) {
            lines.add("Connection: close");
        }
        return exchange(String.join("\r\n", lines) + "\r\n\r\n" + body);
    }

    static String bearer(String user) {
        return "Authorization: Bearer " + Surroundings.stack().tokenOf(user);
    }

    /** Whose token it is, from a header such as {@link #bearer} makes. */
    static String subject(String authorization) {
        var token = authorization.substring(authorization.lastIndexOf(' ') + 1);
        var claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return new JsonObject(new String(claims, StandardCharsets.UTF_8)).getString("sub");
    }

    private static Answer exchange(String request) {
        try (var socket = new Socket("localhost", Surroundings.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var end = answer.indexOf("\r\n\r\n");
            var lines = answer.substring(0, end).lines().toList();
            var status = Integer.parseInt(lines.getFirst().split(" ")[1]);
            return new Answer(status, lines.subList(1, lines.size()), answer.substring(end + 4));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
