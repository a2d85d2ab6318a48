package dev.hindsight.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** Reads and changes our realm as Keycloak's administrator does: https://www.keycloak.org/docs-api/latest/rest-api/ */
final class RealmAdministrator {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String keycloakUrl;
    private final String password;
    private final HttpClient http = HttpClient.newHttpClient();

    RealmAdministrator(String keycloakUrl, String password) {
        this.keycloakUrl = keycloakUrl;
        this.password = password;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(send(request(path)));
    }

    void post(String path, String json) throws IOException, InterruptedException {
        send(request(path).POST(BodyPublishers.ofString(json)));
    }

    void put(String path, String json) throws IOException, InterruptedException {
        send(request(path).PUT(BodyPublishers.ofString(json)));
    }

    void delete(String path) throws IOException, InterruptedException {
        send(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path) throws IOException, InterruptedException {
        var token = new DirectGrant(keycloakUrl + "/realms/master")
                .accessToken(Map.of(
                        "grant_type", "password",
                        "client_id", "admin-cli",
                        "username", "keycloak-admin",
                        "password", password));
        return HttpRequest.newBuilder(URI.create(keycloakUrl + "/admin/realms/hindsight" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new StackFailure(
                    "Keycloak answered %d to %s: %s".formatted(answer.statusCode(), answer.uri(), answer.body()));
        }
        return answer.body();
    }
}
