package dev.hindsight.actionitem.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Keycloak's admin API tells of the realm (https://www.keycloak.org/docs-api/latest/rest-api/), by a client that
 * may look at people and do nothing else.
 */
@Singleton
class AdminApi {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String realm;
    private final String client;
    private final String secret;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private volatile @Nullable String token;

    AdminApi(
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") String realm,
            @ConfigProperty(name = "hindsight.directory.client-id") String client,
            @ConfigProperty(name = "hindsight.directory.secret") String secret) {
        this.realm = realm;
        this.client = client;
        this.secret = secret;
    }

    /** Empty if there is no such thing. */
    Optional<JsonNode> get(String path) {
        try {
            var known = token;
            var answer = known == null ? null : ask(path, known);
            if (answer == null || answer.statusCode() == 401) { // it ends some minutes after it was given
                var fresh = freshToken();
                token = fresh;
                answer = ask(path, fresh);
            }
            return switch (answer.statusCode()) {
                case 200 -> Optional.of(JSON.readTree(answer.body()));
                case 404 -> Optional.empty();
                default ->
                    throw new DirectoryUnavailable(
                            "The identity provider answered %d.".formatted(answer.statusCode()), null);
            };
        } catch (IOException e) {
            throw new DirectoryUnavailable("The identity provider does not answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DirectoryUnavailable("Interrupted while asking the identity provider.", e);
        }
    }

    private HttpResponse<String> ask(String path, String bearer) throws IOException, InterruptedException {
        var address = realm.replaceFirst("/realms/", "/admin/realms/") + path;
        var request = HttpRequest.newBuilder(URI.create(address))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + bearer)
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private String freshToken() throws IOException, InterruptedException {
        var form = Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret);
        var request = HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.entrySet().stream()
                        .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new DirectoryUnavailable(
                    "The identity provider gave %s no token (status %d).".formatted(client, answer.statusCode()), null);
        }
        return JSON.readTree(answer.body()).path("access_token").asText();
    }
}
