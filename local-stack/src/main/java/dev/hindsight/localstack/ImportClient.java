package dev.hindsight.localstack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Imports records through the public door, as anybody with a token could, and tells each outcome as it arrives. */
record ImportClient(String gatewayUrl, String token) {

    private static final ObjectMapper JSON = new ObjectMapper();

    void send(List<SampleRecord> records, Consumer<ImportOutcome> outcomes) throws IOException, InterruptedException {
        var body = records.stream().map(SampleRecord::line).collect(Collectors.joining("\n", "", "\n"));
        var request = HttpRequest.newBuilder(URI.create(gatewayUrl + "/api/incidents/import"))
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-ndjson")
                .header("Accept", "application/x-ndjson, application/problem+json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var response = client.send(request, HttpResponse.BodyHandlers.ofLines());
            try (var lines = response.body()) {
                if (response.statusCode() != 200) {
                    throw refused(response.statusCode(), lines);
                }
                lines.filter(line -> !line.isBlank()).map(ImportOutcome::parse).forEach(outcomes);
            }
        } catch (ConnectException notRunning) {
            throw notRunning(gatewayUrl, notRunning);
        }
    }

    static StackFailure notRunning(String url, IOException cause) {
        return new StackFailure(
                "Hindsight does not answer at %s; ./hindsight up starts it, ./hindsight status tells more."
                        .formatted(url),
                cause);
    }

    private static StackFailure refused(int status, Stream<String> lines) {
        var body = lines.collect(Collectors.joining("\n"));
        return new StackFailure("The import was refused with status %d: %s".formatted(status, explanation(body)));
    }

    private static String explanation(String body) {
        try {
            var problem = JSON.readTree(body);
            return "%s. %s"
                    .formatted(
                            problem.path("title").asText("no title"),
                            problem.path("detail").asText(""))
                    .strip();
        } catch (JsonProcessingException notAProblem) {
            return body.isBlank() ? "no explanation." : body;
        }
    }
}
