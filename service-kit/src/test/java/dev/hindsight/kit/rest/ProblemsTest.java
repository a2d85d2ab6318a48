package dev.hindsight.kit.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemsTest {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LAMP = """
            {"name":"desk","colour":"RED","on":true,"since":null,"bulbs":[{"maker":"acme","watts":7}]}""";

    @TestHTTPResource
    URI root;

    @Test
    void aGoodRequestComesThroughWithItsNulls() throws Exception {
        var answer = post("/lamps", LAMP);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(LAMP);
        assertThat(post("/lamps/bytes", LAMP).body()).isEqualTo(LAMP);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    "on":true   | "on":true,"dim":1  | dim            | is not known here
                    "watts":7   | "watts":7,"x":1    | bulbs[0].x     | is not known here
                    "RED"       | "BLUE"             | colour         | must be one of RED, GREEN
                    "RED"       | 0                  | colour         | must be one of RED, GREEN
                    "RED"       | ""                 | colour         | must be one of RED, GREEN
                    "desk"      | 7                  | name           | has the wrong form
                    "desk"      | "de\\u0000sk"      | name           | has the wrong form
                    "since":null | "since":5         | since          | has the wrong form
                    "since":null | "since":"+300000-01-01T00:00:00Z" | since | has the wrong form
                    "since":null | "since":"-0001-01-01T00:00:00Z" | since | has the wrong form
                    "desk"      | true               | name           | has the wrong form
                    "desk"      | []                 | name           | has the wrong form
                    "desk"      | " "                | name           | must not be blank
                    true        | "true"             | on             | has the wrong form
                    true        | 1                  | on             | has the wrong form
                    true        | null               | on             | has the wrong form
                    7           | "7"                | bulbs[0].watts | has the wrong form
                    7           | 7.5                | bulbs[0].watts | has the wrong form
                    7           | 99999999999        | bulbs[0].watts | has the wrong form
                    "acme"      | ""                 | bulbs[0].maker | must not be blank
                    "since":null| "since":"noon"     | since          | has the wrong form
                    "on":true   | "on":true,"on":true| (body)         | is not well-formed JSON
                    }]}         | }]}{}              | (body)         | has the wrong form
                    }]}         | }]                 | (body)         | is not well-formed JSON
                    {"name"     | {name              | (body)         | is not well-formed JSON
                    """, quoteCharacter = '\'')
    void whatDoesNotFitIsRefusedAndNamed(String good, String bad, String field, String message) throws Exception {
        for (var path : new String[] {"/lamps", "/lamps/bytes"}) {
            var answer = post(path, LAMP.replace(good, bad));

            var problem = problem(answer, 400, "invalid-request");
            assertThat(problem.at("/errors/0/field").asText()).as(path).isEqualTo(field);
            assertThat(problem.at("/errors/0/message").asText()).as(path).isEqualTo(message);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null"})
    void aMissingBodyIsRefused(String body) throws Exception {
        problem(post("/lamps", body), 400, "invalid-request");

        var problem = problem(post("/lamps/bytes", body), 400, "invalid-request");
        assertThat(problem.at("/errors/0/field").asText()).isEqualTo("(body)");
        assertThat(problem.at("/errors/0/message").asText()).isEqualTo("is missing");
    }

    @Test
    void aQueryThatNoTextCanMatchIsRefused() throws Exception {
        var problem = problem(send(to("/lamps/failures/rule?name=a%00b").GET()), 400, "invalid-request");

        assertThat(problem.at("/errors/0/field").asText()).isEqualTo("name");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() throws Exception {
        var request = to("/lamps/bytes").POST(BodyPublishers.ofByteArray(new byte[] {'"', (byte) 0xff, '"'}));

        problem(send(request), 400, "invalid-request");
    }

    @Test
    void aMissingOrBadTokenIsChallenged() throws Exception {
        var path = root.resolve("/lamps/secret");

        for (var request : new HttpRequest.Builder[] {
            HttpRequest.newBuilder(path), HttpRequest.newBuilder(path).header("Authorization", "Bearer forged")
        }) {
            var answer = send(request);
            problem(answer, 401, "unauthenticated");
            assertThat(answer.headers().allValues("WWW-Authenticate")).containsExactly("Bearer");
        }
    }

    @Test
    void aResourceWithoutAnyRuleDemandsAToken() throws Exception {
        problem(send(HttpRequest.newBuilder(root.resolve("/lamps/failures/rule"))), 401, "unauthenticated");
    }

    @Test
    void aTokenWithoutTheRoleIsForbidden() throws Exception {
        problem(send(to("/lamps/secret")), 403, "forbidden");
    }

    @Test
    void whatTheFrameworkRefusesIsAProblemToo() throws Exception {
        problem(send(to("/nowhere")), 404, "not-found");
        problem(send(to("/lamps/nowhere/at/all")), 404, "not-found");
        problem(send(to("/lamps/secret").setHeader("Accept", "image/png")), 406, "not-acceptable");
        problem(
                send(to("/lamps").setHeader("Content-Type", "text/plain").POST(BodyPublishers.ofString("x"))),
                415,
                "unsupported-media-type");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /lamps                 | OPTIONS, POST
            /lamps/secret          | GET, HEAD, OPTIONS
            /lamps/failures/rule   | GET, HEAD, OPTIONS, POST
            """)
    void aMethodThatIsNotAllowedIsAnsweredWithThoseThatAre(String path, String methods) throws Exception {
        var answer = send(to(path).DELETE());

        problem(answer, 405, "method-not-allowed");
        assertThat(answer.headers().allValues("Allow")).containsExactly(methods);
    }

    @Test
    void aBodyThatSaysItIsTooLargeIsAProblem() throws Exception {
        problem(post("/lamps/bytes", LAMP.replace("desk", "d".repeat(40_000))), 413, "too-large");
    }

    @Test
    void aBodyThatTurnsOutToBeTooLargeIsCutOff() throws Exception {
        var body = LAMP.replace("desk", "d".repeat(40_000)).getBytes(UTF_8);
        var request = to("/lamps/bytes").POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));

        assertThat(send(request).statusCode()).isEqualTo(413);
    }

    @Test
    void aRuleSpeaksForItself() throws Exception {
        var problem = problem(send(to("/lamps/failures/rule")), 409, "concurrent-change");

        assertThat(problem.get("detail").asText()).isEqualTo("Lamp 7 is being changed.");
    }

    @Test
    void aLostConnectionLeavesTheOutcomeOfAWriteOpenButNotOfARead() throws Exception {
        var write = post("/lamps/failures/connection", "{}");
        problem(write, 503, "outcome-unknown");
        assertThat(write.headers().firstValue("Retry-After")).isPresent();

        problem(send(to("/lamps/failures/connection")), 503, "service-busy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"statement", "anything"})
    void aBugTellsNothing(String kind) throws Exception {
        var answer = send(to("/lamps/failures/" + kind));

        problem(answer, 500, "internal");
        assertThat(answer.body()).doesNotContain("secret", "relation", "Exception");
    }

    @Test
    void theGatewaysRequestIdIsKeptAndAnImplausibleOneReplaced() throws Exception {
        var kept = send(to("/nowhere").header(RequestIds.HEADER, "0199-abcd-ef"));
        var replaced = send(to("/nowhere").header(RequestIds.HEADER, "<script>"));

        assertThat(JSON.readTree(kept.body()).get("traceId").asText()).isEqualTo("0199-abcd-ef");
        assertThat(JSON.readTree(replaced.body()).get("traceId").asText()).matches("[0-9a-f-]{36}");
    }

    private static JsonNode problem(HttpResponse<String> answer, int status, String type) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).doesNotContain("com.fasterxml", "jakarta", "dev.hindsight");
        var problem = JSON.readTree(answer.body());
        assertThat(problem.get("type").asText()).isEqualTo("/problems/" + type);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("traceId").asText()).isNotBlank();
        return problem;
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return send(to(path).POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(root.resolve(path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer ada");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
