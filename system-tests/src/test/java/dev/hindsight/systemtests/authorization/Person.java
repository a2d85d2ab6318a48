package dev.hindsight.systemtests.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hindsight.systemtests.RunningStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Someone who asks, with a real token or, if anonymous, with none. */
public final class Person {

    private static final String ANONYMOUS = "anonymous";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();
    private static final Duration LEFT_AT_LEAST = Duration.ofMinutes(1);

    private final String name;

    private Person(String name) {
        this.name = name;
    }

    public static Person named(String name) {
        return new Person(name);
    }

    public String subject() {
        return claims(token()).get("sub").asText();
    }

    /** @param headers names and values in turn */
    public HttpResponse<String> get(String address, String accept, String... headers) {
        var request = request(address).header("Accept", accept);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Of an answer that goes on for as long as it is read: it is not read. */
    int statusOf(String address) {
        try {
            var answer = HTTP.send(request(address).build(), BodyHandlers.ofInputStream());
            answer.body().close();
            return answer.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @param headers names and values in turn */
    public HttpResponse<String> post(String address, String mediaType, String body, String... headers) {
        var request = request(address)
                .header("Accept", "*/*")
                .header("Content-Type", mediaType)
                .POST(BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> put(String address, String mediaType, String body) {
        return send(request(address)
                .header("Accept", "*/*")
                .header("Content-Type", mediaType)
                .PUT(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> delete(String address) {
        return send(request(address).header("Accept", "*/*").DELETE());
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String address) {
        var request = HttpRequest.newBuilder(URI.create(address));
        return name.equals(ANONYMOUS) ? request : request.header("Authorization", "Bearer " + token());
    }

    /** One token serves as long as it lives: the identity provider takes many quick sign-ins for an attack. */
    private String token() {
        return TOKENS.compute(name, (_, known) -> known == null || isOld(known) ? signIn(name) : known);
    }

    private static boolean isOld(String token) {
        var expires = Instant.ofEpochSecond(claims(token).get("exp").asLong());
        return Instant.now().plus(LEFT_AT_LEAST).isAfter(expires);
    }

    private static JsonNode claims(String token) {
        var claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return json(new String(claims, StandardCharsets.UTF_8));
    }

    private static String signIn(String name) {
        var form = "grant_type=password&client_id=hindsight-cli&username=%s&password=%s".formatted(name, name);
        var answer = send(HttpRequest.newBuilder(
                        URI.create(RunningStack.KEYCLOAK + "/realms/hindsight/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        return json(answer.body()).required("access_token").asText();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
