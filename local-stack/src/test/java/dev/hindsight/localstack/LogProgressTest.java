package dev.hindsight.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that answers as a service does; the running services are asked by the system tests. */
class LogProgressTest {

    private static final String METRICS = """
            # HELP hindsight_log_head last position given
            # TYPE hindsight_log_head gauge
            hindsight_log_head 53.0
            hindsight_log_pending 2.0
            hindsight_log_pending_age 1.25
            hindsight_seal_position 52.0
            hindsight_seal_checkpoint_age 0.75
            hindsight_seal_refused 0.0
            hindsight_processor_position{processor="incident-list"} 53.0
            hindsight_processor_position{processor="action-item-list"} 40.0
            hindsight_processor_position{processor="not-begun"} NaN
            hindsight_processor_lag{processor="incident-list"} 0.0
            hindsight_processor_lag{processor="action-item-list"} 13.0
            hindsight_processor_lag{processor="not-begun"} NaN
            hindsight_processor_failing{processor="incident-list"} 0.0
            hindsight_processor_failing{processor="action-item-list"} 1.0
            hindsight_processor_failing{processor="not-begun"} NaN
            jvm_memory_used_bytes{area="heap",id="Tenured \\"Gen\\""} 2.7E7
            """;
    private static final String WELLNESS = """
            {"status": "DOWN", "checks": [{"name": "projections", "status": "DOWN", "data": {
                "action-item-list": "40 of 53", "action-item-list fails": "unknown event type action-item-vetoed"}}]}""";

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/q/metrics", 200, METRICS);
        answer("/q/health/well", 503, WELLNESS);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void tellsHeadQueueSealAndALineForEachProjection() {
        progress().print(new Progress(new PrintStream(output, true, StandardCharsets.UTF_8)));

        assertThat(output.toString(StandardCharsets.UTF_8)).isEqualTo("""
                  log                  head     53   2 entries wait for a position, the oldest for 1.3 s
                  seal                 signed   52   the checkpoint is 0.8 s old
                  action-item-list     failing  40   13 behind: unknown event type action-item-vetoed   (some-service)
                  incident-list        follows  53   up to date   (some-service)
                  not-begun            follows  not started yet   (some-service)
                """);
    }

    @Test
    void jsonTellsTheSame() throws IOException {
        var json = new ObjectMapper();
        var answer = json.createObjectNode();

        progress().printJson(answer);

        assertThat((Object) json.readTree(answer.toString())).isEqualTo(json.readTree("""
                {"log": {"head": 53, "pending": 2, "pendingSeconds": 1.25},
                 "seal": {"position": 52, "checkpointAgeSeconds": 0.75, "refused": false},
                 "projections": [
                   {"service": "some-service", "name": "action-item-list", "position": 40, "lag": 13, "failing": true,
                    "reason": "unknown event type action-item-vetoed"},
                   {"service": "some-service", "name": "incident-list", "position": 53, "lag": 0, "failing": false},
                   {"service": "some-service", "name": "not-begun", "failing": false}],
                 "silent": []}"""));
    }

    @Test
    void aServiceThatDoesNotAnswerIsSaidToBeSilent() {
        server.stop(0);

        assertThat(progress()).satisfies(progress -> {
            assertThat(progress.silent()).containsExactly("some-service");
            assertThat(progress.projections()).isEmpty();
            assertThat(progress.log()).isEmpty();
            assertThat(progress.seal()).isEmpty();
        });
    }

    private LogProgress progress() {
        return LogProgress.of(
                List.of(new ServicePages("some-service", server.getAddress().getPort())));
    }

    private void answer(String path, int status, String body) {
        server.createContext(path, request -> {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            request.sendResponseHeaders(status, bytes.length);
            try (var out = request.getResponseBody()) {
                out.write(bytes);
            }
        });
    }
}
