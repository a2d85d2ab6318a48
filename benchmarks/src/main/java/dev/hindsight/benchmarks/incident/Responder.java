package dev.hindsight.benchmarks.incident;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hindsight.benchmarks.ApiClient;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Declares incidents, changes them and looks at them. */
final class Responder {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DECLARE = """
            {"title": "Block production stalled on the main network", "severity": "SEV2", "team": "chain-core"}
            """;

    private final ApiClient api;

    Responder(ApiClient api) {
        this.api = api;
    }

    /** An incident with one event. */
    String declare(String url) {
        try {
            return JSON.readTree(api.post(url + "/api/incidents", DECLARE, "return=representation")
                            .body())
                    .required("incidentId")
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer's length. */
    int command(String url, String incident, Growth growth) {
        return command(url, incident, growth, "return=representation");
    }

    /** The answer's length. */
    int minimalCommand(String url, String incident, Growth growth) {
        return command(url, incident, growth, "return=minimal");
    }

    /** The answer's length. */
    int look(String url, String incident) {
        return api.get(url + "/api/incidents/" + incident).body().length;
    }

    private int command(String url, String incident, Growth growth, String preference) {
        return api.post("%s/api/incidents/%s/%s".formatted(url, incident, growth.path), growth.body, preference)
                .body()
                .length;
    }
}
