package dev.hindsight.localstack;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Gets access tokens for a name and a password, which the demo realm alone allows, and to one client alone. */
public record DirectGrant(String realmUrl) {

    public static final String CLIENT = "hindsight-cli";

    private static final ObjectMapper JSON = new ObjectMapper();

    public String accessToken(String user, String password) throws IOException, InterruptedException {
        return accessToken(
                Map.of("grant_type", "password", "client_id", CLIENT, "username", user, "password", password));
    }

    /** Any other grant, by the fields of its form. */
    public String accessToken(Map<String, String> form) throws IOException, InterruptedException {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(realmUrl + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new StackFailure("%s gives no token (status %d): %s."
                        .formatted(realmUrl, response.statusCode(), response.body()));
            }
            return JSON.readTree(response.body()).required("access_token").asText();
        }
    }
}
