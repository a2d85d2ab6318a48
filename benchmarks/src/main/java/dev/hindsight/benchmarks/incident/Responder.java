package dev.hindsight.benchmarks.incident;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Speaks to the API as a person's program does, and takes each answer whole. */
final class Responder {

    private static final long AFTER = TimeUnit.MINUTES.toNanos(2);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DECLARE = """
            {"title": "Block production stalled on the main network", "severity": "SEV2", "team": "chain-core"}
            """;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Supplier<String> signIn;
    private String token;
    private long signedInAt;

    /** @param signIn gives an access token, which lives for a few minutes */
    Responder(Supplier<String> signIn) {
        this.signIn = signIn;
        token = signIn.get();
        signedInAt = System.nanoTime();
    }

    /** To be called between two measurements, again and again. */
    void staySignedIn() {
        if (System.nanoTime() - signedInAt > AFTER) {
            token = signIn.get();
            signedInAt = System.nanoTime();
        }
    }

    /** An incident with one event. */
    String declare(String url) {
        try {
            return JSON.readTree(post(url, "", DECLARE, "return=representation"))
                    .required("incidentId")
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer's length. */
    int command(String url, String incident, Growth growth) {
        return post(url, "/" + incident + "/" + growth.path, growth.body, "return=representation").length;
    }

    /** The answer's length. */
    int minimalCommand(String url, String incident, Growth growth) {
        return post(url, "/" + incident + "/" + growth.path, growth.body, "return=minimal").length;
    }

    /** The answer's length. */
    int look(String url, String incident) {
        return send(request(url, "/" + incident).GET()).length;
    }

    private byte[] post(String url, String path, String body, String preference) {
        return send(request(url, path)
                .header("Content-Type", "application/json")
                .header("Prefer", preference)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String url, String path) {
        return HttpRequest.newBuilder(URI.create(url + "/api/incidents" + path))
                .header("Authorization", "Bearer " + token);
    }

    private byte[] send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException("Status %d: %s"
                        .formatted(answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8)));
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
