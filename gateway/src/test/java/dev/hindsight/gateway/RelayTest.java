package dev.hindsight.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service behind the gateway sees of a request, and the client of its answer. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class RelayTest {

    private final String token = Wire.bearer("responder");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Keep-Alive",
                "Proxy-Connection",
                "Proxy-Authorization",
                "TE",
                "Trailer",
                "Upgrade",
                "Cookie",
                "Forwarded",
                "X-Real-IP",
                "X-Request-Id",
                "X-Forwarded-Prefix",
                "X-Forwarded-User",
                "X-User-Id",
                "X_User_Id",
                "Some_Header",
                "traceparent",
                "tracestate",
                "baggage"
            })
    void keepsTheClientsHeaderToItself(String header) {
        assertThat(Wire.get("/api/incidents", token, header + ": from-client").body())
                .contains("GET /api/incidents")
                .doesNotContain("from-client");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "Hindsight-Request-Id"})
    void saysItselfWhatTheClientClaims(String header) {
        assertThat(Wire.get("/api/incidents", token, header + ": from-client").body())
                .contains(header.toLowerCase() + ": ")
                .doesNotContain("from-client");
    }

    @Test
    void leadsWhereTheTableSays() {
        for (var path : new String[] {
            "/api/postmortems", "/api/glossary", "/api/glossary/gas%20limit", "/api/policies/action-items"
        }) {
            assertThat(Wire.get(path, token).body()).contains("GET " + path);
        }
    }

    @Test
    void passesOnAPutWithWhatMakesItACommand() {
        assertThat(Wire.send("PUT", "/api/policies/postmortem", "{}", token, "If-Match: \"1\"", "Idempotency-Key: k")
                        .body())
                .contains("PUT /api/policies/postmortem", "if-match: \"1\"", "idempotency-key: k");
    }

    @Test
    void keepsHeadersToItselfThatConnectionNames() {
        var body = Wire.get("/api/incidents", token, "X-Hop: from-client", "Connection: X-Hop")
                .body();

        assertThat(body).doesNotContain("from-client");
    }

    @Test
    void passesOnTheWholeBodyWhateverConnectionNames() {
        var body = Wire.send("POST", "/api/incidents", "{}", token, "Connection: Content-Length")
                .body();

        assertThat(body).contains("\n\n{}");
    }

    @Test
    void answersExpectItself() {
        assertThat(Wire.send("POST", "/api/incidents", "{}", token, "Expect: 100-continue")
                        .body())
                .doesNotContain("expect:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"If-Match", "Idempotency-Key", "Log-Entry", "Last-Event-ID", "Accept"})
    void passesOnWhatTheApiNeeds(String header) {
        assertThat(Wire.get("/api/incidents", token, header + ": from-client").body())
                .contains(header.toLowerCase() + ": from-client");
    }

    @Test
    void bringsTheCallersToken() {
        assertThat(Wire.get("/api/incidents", token).body()).contains(token.replace("Authorization", "authorization"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Server", "X-Powered-By", "Set-Cookie", "Proxy-Authenticate", "Keep-Alive", "X-Frame-Nominated"})
    void keepsTheServicesHeaderToItself(String header) {
        assertThat(Wire.get("/api/incidents/headers", token).header(header)).isEmpty();
    }

    @Test
    void passesOnTheServicesOwnWords() {
        var answer = Wire.get("/api/incidents/headers", token);

        assertThat(answer.header("ETag")).isEqualTo("\"7\"");
        assertThat(answer.header("Log-Entry")).isEqualTo("an-event");
    }

    @Test
    void keepsTheQueryAsItCame() {
        assertThat(Wire.get("/api/incidents?q=a%2Fb&status=ACTIVE", token).body())
                .contains("GET /api/incidents?q=a%2Fb&status=ACTIVE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/incidents/x%2fy",
                "/api/incidents;x=1",
                "/api/%2e%2e/api/incidents",
                "/q/../api/incidents",
                "/api//incidents",
                "/api/incidents/%5c",
                "/api/incidents/%00",
                "/api/incidents/./x",
                "/api/incidents/%252e"
            })
    void refusesAPathThatCanBeReadInTwoWays(String path) {
        var answer = Wire.get(path, token);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("/problems/ambiguous-path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/incidentsX", "/api", "/api/elsewhere", "/api/operations/other"})
    void knowsOnlyItsRoutes(String path) {
        var answer = Wire.get(path, token);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("/problems/not-found").contains(answer.header("X-Request-Id"));
    }

    @Test
    void saysThatAServiceIsTooSlow() {
        var answer = Wire.get("/api/incidents/slow", token);

        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.body()).contains("/problems/service-too-slow");
    }

    @Test
    void saysThatNoServiceIsThereAndFindsItAgain() {
        Surroundings.service().goDown();
        try {
            for (var method : new String[] {"GET", "POST"}) {
                var answer = Wire.send(method, "/api/incidents", method.equals("GET") ? "" : "{}", token);

                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.header("Retry-After")).isEqualTo("5");
                assertThat(answer.body()).contains("/problems/service-unreachable");
            }
        } finally {
            Surroundings.service().goUp();
        }

        assertThat(Wire.get("/api/incidents", token).status()).isEqualTo(200);
    }

    @Test
    void saysThatAServiceBrokeOff() {
        var answer = Wire.get("/api/incidents/broken", token);

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.body()).contains("/problems/service-broken");
    }

    @Test
    void sendsNobodyToAServiceThatHasNoRoomLeft() {
        var statuses = IntStream.range(0, 12)
                .parallel()
                .mapToObj(_ -> java.util.concurrent.CompletableFuture.supplyAsync(
                        () -> Wire.get("/api/incidents/slow", token),
                        task -> Thread.ofVirtual().start(task)))
                .toList()
                .stream()
                .map(java.util.concurrent.CompletableFuture::join)
                .toList();

        assertThat(statuses).anySatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body()).contains("/problems/service-busy");
            assertThat(answer.header("Retry-After")).isNotEmpty();
        });
    }

    @Test
    void refusesAnAddressThatIsTooLong() {
        var answer = Wire.get("/api/incidents?q=" + "x".repeat(8 * 1024), token);

        assertThat(answer.status()).isEqualTo(414);
        assertThat(answer.body()).contains("/problems/address-too-long").contains(answer.header("X-Request-Id"));
    }

    @Test
    void refusesHeadersThatAreTooLarge() {
        var answer = Wire.get("/api/incidents", token, "X-Much: " + "x".repeat(20 * 1024));

        assertThat(answer.status()).isEqualTo(431);
        assertThat(answer.body()).contains("/problems/headers-too-large").contains(answer.header("X-Request-Id"));
    }

    @Test
    void refusesABodyThatSaysItIsTooLarge() {
        var answer = Wire.send("POST", "/api/incidents", "x".repeat(65_537), token);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("/problems/too-large");
    }

    @Test
    void breaksOffABodyThatGrowsTooLarge() {
        var chunk = "8000\r\n" + "x".repeat(0x8000) + "\r\n";

        var answer =
                Wire.send("POST", "/api/incidents", chunk.repeat(3) + "0\r\n\r\n", token, "Transfer-Encoding: chunked");

        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void takesALargerImport() {
        var answer = Wire.send("POST", "/api/incidents/import", "x".repeat(200_000), token);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().chars().filter(c -> c == 'x').count()).isEqualTo(200_000);
    }

    @Test
    void takesALargerFile() {
        var answer = Wire.send("POST", "/api/incidents/INC-2026-0001/evidence", "x".repeat(200_000), token);

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void letsAServiceForbidABrowserMoreThanWeDo() {
        var answer = Wire.get("/api/incidents/headers", token);

        assertThat(answer.headers())
                .filteredOn(header -> header.toLowerCase(Locale.ROOT).startsWith("content-security-policy: "))
                .hasSize(2)
                .anySatisfy(header -> assertThat(header).contains("default-src 'self'"));
    }
}
