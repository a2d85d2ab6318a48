package dev.hindsight.incident;

import static dev.hindsight.logkit.Callers.as;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.builder.ResponseBuilder;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What is asked about the evidence of one incident, and what of it is in the database. */
final class EvidenceCalls {

    static final int MEGABYTE = 1024 * 1024;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** Of the incident. */
    final String incident;

    private EvidenceCalls(String incident) {
        this.incident = incident;
    }

    /** About an incident that is declared for it. */
    static EvidenceCalls ofAnIncident() {
        return new EvidenceCalls(as("responder")
                .body("{\"title\":\"Blocks are late\",\"severity\":\"SEV3\",\"team\":\"chain-core\"}")
                .post("/api/incidents")
                .path("incidentId"));
    }

    Response post(String path, String body) {
        return as("responder").body(body).post("/api/incidents/" + incident + path);
    }

    Response content(String user, String piece) {
        return as(user).get(address(piece) + "/content");
    }

    String address(String piece) {
        return "/api/incidents/" + incident + "/evidence/" + piece;
    }

    Response upload(String user, String name, byte[] bytes, String... fields) {
        return upload(Map.of("Authorization", "Bearer " + ServiceStack.tokenOf(user)), name, bytes, fields);
    }

    Response upload(String header, String value, String name, byte[] bytes, String... fields) {
        return upload(
                Map.of("Authorization", "Bearer " + ServiceStack.tokenOf("responder"), header, value),
                name,
                bytes,
                fields);
    }

    private Response upload(Map<String, String> headers, String name, byte[] bytes, String... fields) {
        var request = HttpRequest.newBuilder(URI.create(
                        "http://localhost:%d/api/incidents/%s/evidence".formatted(RestAssured.port, incident)))
                .header("Content-Type", "multipart/form-data; boundary=border")
                .POST(BodyPublishers.ofByteArray(form(name, bytes, fields)));
        headers.forEach(request::header);
        try {
            var answer = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            return new ResponseBuilder()
                    .setStatusCode(answer.statusCode())
                    .setHeaders(new Headers(answer.headers().map().entrySet().stream()
                            .map(field ->
                                    new Header(field.getKey(), field.getValue().getFirst()))
                            .toList()))
                    .setContentType(answer.headers().firstValue("Content-Type").orElse(""))
                    .setBody(answer.body())
                    .build();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The file stands in the midst of the fields. */
    private static byte[] form(String name, byte[] bytes, String... fields) {
        var form = new ByteArrayOutputStream();
        for (int field = 0; field < fields.length; field += 2) {
            form.writeBytes("--border\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(fields[field], fields[field + 1])
                    .getBytes(UTF_8));
            if (field == 0) {
                form.writeBytes("--border\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                        .formatted(name)
                        .getBytes(UTF_8));
                form.writeBytes(bytes);
                form.writeBytes("\r\n".getBytes(UTF_8));
            }
        }
        form.writeBytes("--border--\r\n".getBytes(UTF_8));
        return form.toByteArray();
    }

    static String id(Response recorded) {
        return recorded.path("evidence[0].evidenceId");
    }

    static String contentId(Response recorded) {
        return recorded.path("evidence[0].facts.content.contentId");
    }

    List<String> history() {
        return as("responder").get("/api/incidents/" + incident + "/events").path("items.type");
    }

    static long contents() {
        return count("SELECT count(*) FROM incident.content");
    }

    static boolean kept(String content) {
        return count("SELECT count(*) FROM incident.content_chunk WHERE content_id = '" + content + "'") > 0;
    }

    static long count(String sql) {
        try (var superuser = ServiceStack.database().superuser();
                var statement = superuser.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void asSuperuser(String sql) {
        try (var superuser = ServiceStack.database().superuser();
                var statement = superuser.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] random(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
