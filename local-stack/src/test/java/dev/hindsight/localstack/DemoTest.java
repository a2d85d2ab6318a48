package dev.hindsight.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a small server that answers in the API's shape: the whole way, with the real ones, is the system tests'. */
class DemoTest {

    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path home;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private HttpServer server;
    private String outcome = "IMPORTED";
    private int status = 200;
    private int answered = Integer.MAX_VALUE;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/realm/protocol/openid-connect/token", request -> answer(request, 200, """
                {"access_token": "token-of-responder"}"""));
        server.createContext("/api/incidents/import", this::importRecords);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void tellsEachOutageWithItsReferenceAndASummary() throws IOException, InterruptedException {
        assertThat(demo().run(false)).isZero();

        assertThat(output.toString(StandardCharsets.UTF_8))
                .contains("Importing 18 real outages")
                .contains(" 1/18  IMPORTED   INC-2026-0001  Base halts for 33 minutes")
                .contains("18/18  IMPORTED   INC-2026-0018")
                .contains("18 IMPORTED in ")
                .contains("sign in as responder");
    }

    @Test
    void aSecondTimeIsASuccessToo() throws IOException, InterruptedException {
        outcome = "UNCHANGED";

        assertThat(demo().run(false)).isZero();

        assertThat(output.toString(StandardCharsets.UTF_8)).contains("18 UNCHANGED in ");
    }

    @Test
    void aConflictIsToldWithItsReasonAndIsNoSuccess() throws IOException, InterruptedException {
        outcome = "CONFLICT";

        assertThat(demo().run(false)).isEqualTo(1);

        assertThat(output.toString(StandardCharsets.UTF_8)).contains("hand-off to an unready sequencer: as it is");
    }

    @Test
    void jsonIsOneDocument() throws IOException, InterruptedException {
        assertThat(demo().run(true)).isZero();

        var document = JSON.readTree(output.toByteArray());
        assertThat(document.at("/totals/IMPORTED").asInt()).isEqualTo(18);
        assertThat(document.path("records")).hasSize(18);
    }

    @Test
    void aProblemIsToldInItsOwnWords() {
        status = 503;

        assertThatThrownBy(() -> demo().run(false))
                .isInstanceOf(StackFailure.class)
                .hasMessage("The import was refused with status 503: The service does not answer. Try again soon");
    }

    @Test
    void anAnswerThatBreaksOffIsNoSuccess() {
        answered = 7;

        assertThatThrownBy(() -> demo().run(false))
                .isInstanceOf(StackFailure.class)
                .hasMessageStartingWith("The import broke off after 7 of 18 records");
    }

    @Test
    void aStackThatIsDownIsToldInOneSentence() {
        server.stop(0);

        assertThatThrownBy(() -> demo().run(false))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("does not answer")
                .hasMessageContaining("./hindsight up starts it");
    }

    private Demo demo() {
        var url = "http://127.0.0.1:" + server.getAddress().getPort();
        var settings = new Settings(CHECKOUT, home, Map.of("HINDSIGHT_URL", url, "HINDSIGHT_OIDC_URL", url + "/realm"));
        return new Demo(settings, new PrintStream(output, true, StandardCharsets.UTF_8));
    }

    private void importRecords(HttpExchange request) throws IOException {
        if (!"Bearer token-of-responder".equals(request.getRequestHeaders().getFirst("Authorization"))) {
            answer(request, 401, "{}");
            return;
        }
        var records = new String(request.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        if (status != 200) {
            answer(request, status, """
                    {"title": "The service does not answer", "detail": "Try again soon"}""");
            return;
        }
        var lines = new StringBuilder();
        for (var i = 0; i < Math.min(records.size(), answered); i++) {
            var id = JSON.readTree(records.get(i)).path("id").asText();
            lines.append("""
                    {"line": %d, "recordId": "%s", "outcome": "%s", "reference": "INC-2026-%04d", "reason": "as it is"}
                    """.formatted(i + 1, id, outcome, i + 1));
        }
        answer(request, 200, lines.toString());
    }

    private static void answer(HttpExchange request, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        request.sendResponseHeaders(status, bytes.length);
        try (var out = request.getResponseBody()) {
            out.write(bytes);
        }
    }
}
