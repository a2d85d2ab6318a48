package dev.hindsight.localstack;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** The gateway as Keycloak knows it, changed as an administrator does. */
final class GatewayClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String keycloakUrl;
    private final String administratorPassword;
    private final HttpClient http = HttpClient.newHttpClient();

    GatewayClient(String keycloakUrl, String administratorPassword) {
        this.keycloakUrl = keycloakUrl;
        this.administratorPassword = administratorPassword;
    }

    /** The address of the gateway from now on, instead of the one before. */
    void move(String from, String to) throws IOException, InterruptedException {
        var clients = keycloakUrl + "/admin/realms/hindsight/clients";
        var client = JSON.readTree(send(request(clients + "?clientId=hindsight-gateway")))
                .required(0);
        var moved = client.toString().replace(from, to);
        send(request(clients + "/" + client.required("id").asText())
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(moved)));
    }

    private HttpRequest.Builder request(String url) throws IOException, InterruptedException {
        var token = new DirectGrant(keycloakUrl + "/realms/master")
                .accessToken(Map.of(
                        "grant_type", "password",
                        "client_id", "admin-cli",
                        "username", "keycloak-admin",
                        "password", administratorPassword));
        return HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token);
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
