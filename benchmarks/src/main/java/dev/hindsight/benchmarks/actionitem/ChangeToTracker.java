package dev.hindsight.benchmarks.actionitem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hindsight.benchmarks.ApiClient;
import dev.hindsight.benchmarks.Figure;
import dev.hindsight.benchmarks.Figures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/**
 * From the answer of a command, which means that its entry is committed, until the tracker of its owner counts it, asked again
 * and again without saying what to wait for. It was counted some time between the question that was answered with it first and that
 * answer.
 */
final class ChangeToTracker {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WARM_UP = 20;
    private static final String OPEN = """
            {"title": "Alert on missed blocks", "incidentIds": ["%s"], "owner": "%s", "due": "2999-01-01"}
            """;

    private final ApiClient api;
    private final String url;
    private final String incidentServiceUrl;
    private final Figures figures;
    private final int repetitions;

    ChangeToTracker(ApiClient api, String url, String incidentServiceUrl, Figures figures, int repetitions) {
        this.api = api;
        this.url = url;
        this.incidentServiceUrl = incidentServiceUrl;
        this.figures = figures;
        this.repetitions = repetitions;
    }

    void measure(String where) {
        figures.say("recording a change and asking for it, %d times, %s".formatted(repetitions, where));
        var incident = api.declare(incidentServiceUrl);
        var asked = new Times();
        var answered = new Times();
        for (int round = 0; round < WARM_UP + repetitions; round++) {
            api.staySignedIn();
            var lag = once(incident);
            if (round >= WARM_UP) {
                asked.add(lag.asked);
                answered.add(lag.answered);
            }
        }
        var section = "A new item, from the command's answer until its owner's figures count it";
        figures.add(Figure.of(section, where + ", asked, p50", asked.millis(0.5), "ms"));
        figures.add(Figure.of(section, where + ", asked, p99", asked.millis(0.99), "ms"));
        figures.add(Figure.of(section, where + ", answered, p50", answered.millis(0.5), "ms")
                .atMost(15));
        figures.add(Figure.of(section, where + ", answered, p99", answered.millis(0.99), "ms")
                .atMost(100));
    }

    /** When the first question was asked that was answered with the item, and when it was answered, in nanoseconds. */
    private record Lag(long asked, long answered) {}

    private Lag once(String incident) {
        var owner = UUID.randomUUID().toString();
        api.post(url + "/api/action-items", OPEN.formatted(incident, owner), "return=minimal");
        long began = System.nanoTime();
        while (true) {
            long asked = System.nanoTime() - began;
            var counts = tree(
                    api.get(url + "/api/action-items/counts?owner=" + owner).body());
            if (counts.required("open").asLong() > 0) {
                return new Lag(asked, System.nanoTime() - began);
            }
        }
    }

    private static JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
