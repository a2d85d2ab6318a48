package dev.hindsight.benchmarks.log;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hindsight.benchmarks.Clients;
import dev.hindsight.benchmarks.Clients.Client;
import dev.hindsight.benchmarks.Figure;
import dev.hindsight.benchmarks.Figures;
import dev.hindsight.testkit.WholeStack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * Commands per second through the gateway: token checked twice, aggregate loaded, event and answer committed. Beside them
 * pgbench inserting an entry in the same database, and the same command without the gateway.
 */
final class CommandRates {

    static final String PASSWORD = "benchmark";

    private static final List<Integer> CLIENTS = List.of(1, 16);
    private static final int PER_INCIDENT = 20;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DECLARE = """
            {"title": "Block production stalled on the main network", "severity": "SEV2", "team": "chain-core"}
            """;
    private static final String ENTRY = """
            {"kind": "OBSERVATION", "text": "Two thirds of the validators vote again; finality is still nine epochs behind",
             "occurredAt": "2026-01-01T00:10:00Z", "source": "block monitor"}
            """;

    private final WholeStack stack;
    private final Figures figures;
    private final Duration time;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    CommandRates(WholeStack stack, Figures figures, Duration time) {
        this.stack = stack;
        this.figures = figures;
        this.time = time;
    }

    void measure() {
        var token = stack.tokenOf("responder");
        var pgbench = AppendRates.pgbench(stack.databasePort(), PASSWORD);
        figures.say("commands: warming up");
        Clients.perSecond(16, Duration.ofSeconds(30), () -> new Responder(stack.gatewayUrl(), token));
        for (var clients : CLIENTS) {
            var section = "Timeline entries per second, %d client%s".formatted(clients, clients == 1 ? "" : "s");
            figures.say("commands, %d clients: pgbench".formatted(clients));
            var insert = figures.add(Figure.of(
                    section,
                    "pgbench, the insert alone",
                    pgbench.perSecond(clients, time, AppendRates.appendScript()),
                    "per s"));
            command(section, "through the gateway", stack.gatewayUrl(), token, clients, insert);
            command(section, "at the service itself", stack.incidentServiceUrl(), token, clients, insert);
        }
    }

    private void command(String section, String name, String url, String token, int clients, Figure insert) {
        figures.say("commands, %d clients: %s".formatted(clients, name));
        var micros = Collections.synchronizedList(new ArrayList<Long>());
        var rate = Clients.perSecond(clients, time, () -> {
            var responder = new Responder(url, token);
            return () -> {
                var began = System.nanoTime();
                responder.once();
                micros.add((System.nanoTime() - began) / 1000);
            };
        });
        figures.add(Figure.of(section, name, rate, "per s").comparedWith(insert));
        var sorted = micros.stream().mapToLong(Long::longValue).sorted().toArray();
        figures.add(Figure.of(section, name + ", p50", sorted[sorted.length / 2] / 1000.0, "ms"));
        figures.add(Figure.of(section, name + ", p99", sorted[sorted.length * 99 / 100] / 1000.0, "ms"));
    }

    /** Adds entries to an incident of its own, and to a new one before the old one grows long. */
    private final class Responder implements Client {

        private final String url;
        private final String token;
        private String incident = "";
        private int entries;

        Responder(String url, String token) {
            this.url = url;
            this.token = token;
        }

        @Override
        public void once() throws IOException, InterruptedException {
            if (entries++ % PER_INCIDENT == 0) {
                incident = JSON.readTree(send("incidents", DECLARE).body())
                        .required("incidentId")
                        .asText();
            }
            send("incidents/" + incident + "/timeline", ENTRY);
        }

        private HttpResponse<String> send(String path, String body) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(URI.create(url + "/api/" + path))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .POST(BodyPublishers.ofString(body))
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException("Status %d: %s".formatted(answer.statusCode(), answer.body()));
            }
            return answer;
        }
    }
}
