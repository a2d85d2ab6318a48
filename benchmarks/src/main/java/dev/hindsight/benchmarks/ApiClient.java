package dev.hindsight.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Speaks to the API as a person's program does, over HTTP/1.1, and takes each answer whole. */
public final class ApiClient {

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
    public ApiClient(Supplier<String> signIn) {
        this.signIn = signIn;
        token = signIn.get();
        signedInAt = System.nanoTime();
    }

    /** To be called between two measurements, again and again. */
    public void staySignedIn() {
        if (System.nanoTime() - signedInAt > AFTER) {
            token = signIn.get();
            signedInAt = System.nanoTime();
        }
    }

    /** Declares an incident that everybody may read, and gives its id. */
    public String declare(String serviceUrl) {
        try {
            return JSON.readTree(post(serviceUrl + "/api/incidents", DECLARE, "return=representation")
                            .body())
                    .required("incidentId")
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param preference what {@code Prefer} says: {@code return=minimal}, or {@code return=representation} */
    public HttpResponse<byte[]> post(String url, String body, String preference) {
        return send(request(url)
                .header("Content-Type", "application/json")
                .header("Prefer", preference)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<byte[]> get(String url) {
        return send(request(url).GET());
    }

    private HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException("Status %d: %s"
                        .formatted(answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8)));
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
