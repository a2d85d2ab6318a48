package dev.hindsight.incident;

import static dev.hindsight.logkit.Callers.as;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.hindsight.incident.evidence.ContentStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.builder.ResponseBuilder;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Evidence over HTTP, its content in the real database: what is given out is what was recorded. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class EvidenceApiTest {

    private static final int MEGABYTE = 1024 * 1024;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Instant THEN = Instant.parse("2026-03-01T12:00:00Z");
    private static final String GITHUB_TOKEN = "ghp_" + "aB3".repeat(12);
    private static final String LINK = """
            {"kind":"LINK","title":"Explorer","url":"https://explorer.example.test/block/17"}""";

    @Inject
    ContentStore store;

    @Inject
    Jdbi database;

    private String incident;

    @BeforeEach
    void declare() {
        incident = as("responder")
                .body("{\"title\":\"Blocks are late\",\"severity\":\"SEV3\",\"team\":\"chain-core\"}")
                .post("/api/incidents")
                .path("incidentId");
    }

    @ParameterizedTest
    @ValueSource(strings = {LINK, """
                {"kind":"TRANSACTION","title":"The last one","transaction":{"chain":"ethereum","hash":"0xab","height":17},
                 "collectedAt":{"at":"2026-03-01T12:00:00Z","precision":"MINUTE"},"collector":"responder","tool":"cast 1.2"}""", """
                {"kind":"BLOCK_RANGE","title":"Late","blockRange":{"chain":"ethereum","firstHeight":17,"lastHeight":19}}""", """
                {"kind":"LOG_EXCERPT","title":"Node","text":"peer lost","tool":"journalctl 255"}""", """
                {"kind":"INCIDENT_REPORT","title":"Theirs","url":"https://status.example.test/7"}""", """
                {"kind":"COMMUNICATION_RECORD","title":"Channel","text":"we see it too"}""", """
                {"kind":"METRIC_SERIES","title":"Peers","unit":"peers",
                 "points":[{"at":"2026-03-01T12:00:00Z","value":17},{"at":"2026-03-01T12:00:00.5Z","value":0.25}]}"""})
    void everyKindIsRecordedWithItsCustodyAndRetracted(String body) {
        var recorded = post("/evidence", body);

        recorded.then()
                .statusCode(200)
                .header("Log-Entry", notNullValue())
                .body("evidence[0].facts.title", notNullValue())
                .body("evidence[0].facts.collectedAt.earliest", notNullValue())
                .body("evidence[0].recordedBy", notNullValue())
                .body("evidence[0].retraction", nullValue());
        post("/evidence/" + id(recorded) + "/retractions", "{\"reason\":\"of another incident\"}")
                .then()
                .statusCode(200)
                .body("evidence[0].retraction.reason", equalTo("of another incident"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\":\"LINK\",\"title\":\"x\"}|url",
                "{\"kind\":\"LINK\",\"title\":\"x\",\"url\":\"javascript:alert(1)\"}|url",
                "{\"kind\":\"LINK\",\"title\":\"x\",\"url\":\"https://a.test\",\"text\":\"y\"}|text",
                "{\"kind\":\"FILE\",\"title\":\"x\"}|kind",
                "{\"kind\":\"LOG_EXCERPT\",\"title\":\"x\"}|text",
                "{\"kind\":\"LOG_EXCERPT\",\"title\":\"x\",\"text\":\"y\",\"digest\":\"17\"}|digest",
                "{\"kind\":\"BLOCK_RANGE\",\"title\":\"x\",\"blockRange\":{\"chain\":\"a\",\"firstHeight\":2,\"lastHeight\":1}}|blockRange.lastHeight",
                "{\"kind\":\"METRIC_SERIES\",\"title\":\"x\",\"points\":[{\"at\":\"2026-03-01T12:00:01Z\",\"value\":1},{\"at\":\"2026-03-01T12:00:00Z\",\"value\":1}]}|points[1].at",
                "{\"kind\":\"METRIC_SERIES\",\"title\":\"x\",\"points\":[{\"at\":\"2026-03-01T12:00:01Z\",\"value\":1e99}]}|points[0]",
                "{\"kind\":\"METRIC_SERIES\",\"title\":\"x\",\"points\":[]}|points"
            })
    void whatDoesNotBelongTogetherIsRefusedByField(String body, String field) {
        post("/evidence", body).then().statusCode(400).body("errors.field", hasItem(equalTo(field)));

        assertThat(history()).doesNotContain("evidence-recorded");
    }

    @Test
    void aFileOf25MegabytesIsKeptAndGivenBackAsItCame() {
        var bytes = random(25 * MEGABYTE);

        var recorded =
                upload("responder", "Störung 1.bin", bytes, "kind", "FILE", "title", "A dump", "digest", digest(bytes));
        recorded.then()
                .statusCode(200)
                .body("evidence[0].facts.content.digest", equalTo(digest(bytes)))
                .body("evidence[0].facts.content.size", equalTo(bytes.length))
                .body("evidence[0].facts.content.fileName", equalTo("Störung 1.bin"))
                .body("evidence[0].facts.content.mediaType", equalTo("application/octet-stream"));

        var given = content("executive", id(recorded));
        given.then()
                .statusCode(200)
                .header("ETag", "\"" + digest(bytes) + "\"")
                .header("Content-Disposition", containsString("filename*=UTF-8''St%C3%B6rung%201.bin"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Content-Length", Integer.toString(bytes.length));
        assertThat(digest(given.asByteArray())).isEqualTo(digest(bytes));
        as("executive")
                .header("If-None-Match", "\"" + digest(bytes) + "\"")
                .get(address(id(recorded)) + "/content")
                .then()
                .statusCode(304);
    }

    @Test
    void aLargerFileIsRefusedAndLeavesNothing() {
        var before = contents();

        upload("responder", "large.bin", random(25 * MEGABYTE + 1), "kind", "FILE", "title", "A dump")
                .then()
                .statusCode(413)
                .body("type", equalTo("/problems/too-large"));

        assertThat(contents()).isEqualTo(before);
        assertThat(history()).doesNotContain("evidence-recorded");
    }

    @Test
    void anotherDigestThanStatedIsRefusedAndLeavesNothing() {
        var before = contents();

        upload("responder", "a.bin", random(MEGABYTE), "kind", "FILE", "title", "A dump", "digest", digest(random(17)))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/digest-mismatch"));

        assertThat(contents()).isEqualTo(before);
        assertThat(history()).doesNotContain("evidence-recorded");
    }

    @Test
    void anUploadThatBreaksOffLeavesNothingThatCounts() throws IOException {
        var before = contents();
        var head = "POST /api/incidents/" + incident + "/evidence HTTP/1.1\r\nHost: localhost\r\n"
                + "Authorization: Bearer " + ServiceStack.tokenOf("responder") + "\r\n"
                + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 9000000\r\n\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n";

        try (var connection = new Socket("localhost", RestAssured.port)) {
            connection.getOutputStream().write(head.getBytes(UTF_8));
            connection.getOutputStream().write(random(MEGABYTE));
            connection.getOutputStream().flush();
            await().until(() -> contents() > before);
        }

        await().until(() -> contents() == before);
        assertThat(history()).doesNotContain("evidence-recorded");
    }

    @Test
    void theSameBytesAreKeptOnceAndReferredToByEachEvidence() {
        var bytes = random(MEGABYTE);
        var first = upload("responder", "a.bin", bytes, "kind", "FILE", "title", "One");
        var kept = contents();
        declare();

        var second = upload("facilitator", "b.bin", bytes, "title", "Two", "kind", "FILE");

        assertThat(contents()).isEqualTo(kept);
        assertThat(second.<String>path("evidence[0].facts.content.contentId"))
                .isEqualTo(first.path("evidence[0].facts.content.contentId"));
        assertThat(content("responder", id(second)).asByteArray()).isEqualTo(bytes);
    }

    @Test
    void theSameKeyRecordsAFileOnceAndAnotherFileIsRefused() {
        var bytes = random(1_000);
        var key = UUID.randomUUID().toString();

        var first = upload("Idempotency-Key", key, "a", bytes, "kind", "FILE", "title", "x");
        var again = upload("Idempotency-Key", key, "a", bytes, "kind", "FILE", "title", "x");
        var other = upload("Idempotency-Key", key, "a", random(1_001), "kind", "FILE", "title", "x");

        assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        other.then().statusCode(422).body("type", equalTo("/problems/idempotency-key-reused"));
    }

    @Test
    void alteredContentIsReportedAndNotGivenOut() {
        var recorded = upload("responder", "a.bin", random(MEGABYTE), "kind", "FILE", "title", "x");
        var piece = id(recorded);
        asSuperuser("UPDATE incident.content_chunk SET bytes = set_byte(bytes, 17, get_byte(bytes, 17) # 1)"
                + " WHERE number = 2 AND content_id = '" + contentId(recorded) + "'");

        content("responder", piece).then().statusCode(409).body("type", equalTo("/problems/evidence-altered"));
    }

    @Test
    void missingContentIsReportedAndNotGivenOut() {
        var recorded = upload("responder", "a.bin", random(MEGABYTE), "kind", "FILE", "title", "x");
        asSuperuser(
                "DELETE FROM incident.content_chunk WHERE number = 3 AND content_id = '" + contentId(recorded) + "'");

        content("responder", id(recorded)).then().statusCode(410).body("type", equalTo("/problems/evidence-missing"));
    }

    @Test
    void contentThatIsAlteredWhileItIsGivenOutBreaksOffBeforeTheAlteredByte() {
        var bytes = random(MEGABYTE);
        var content = store.keep(bytes, "application/octet-stream", null);
        var verified = store.verified(content);
        asSuperuser("UPDATE incident.content_chunk SET bytes = '\\x00' WHERE number = 1 AND content_id = '"
                + content.contentId() + "'");
        var out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> verified.writeTo(out)).isInstanceOf(IOException.class);
        assertThat(out.toByteArray()).isEqualTo(Arrays.copyOf(bytes, MEGABYTE / 4));
    }

    @Test
    void alteredContentIsKeptAnewWhenItsBytesComeAgain() {
        var bytes = random(1_000);
        var altered = store.keep(bytes, "text/plain", null);
        asSuperuser(
                "UPDATE incident.content_chunk SET bytes = '\\x00' WHERE content_id = '" + altered.contentId() + "'");

        var again = store.keep(bytes, "text/plain", null);

        assertThat(again.contentId()).isNotEqualTo(altered.contentId());
        assertThat(store.verified(again).bytes()).isEqualTo(bytes);
    }

    @Test
    void whatNothingRefersToIsDeletedAfterADay() {
        var referred = contentId(upload("responder", "a", random(1_000), "kind", "FILE", "title", "x"));
        var forgotten = store.keep(random(1_001), "text/plain", null).contentId();
        var fresh = store.keep(random(1_002), "text/plain", null).contentId();
        asSuperuser(
                "UPDATE incident.content SET wanted_at = wanted_at - interval '25 hours' WHERE content_id IN ('%s', '%s')"
                        .formatted(referred, forgotten));

        while (store.purge() > 0) {
            assertThat(count("SELECT count(*) FROM incident.content")).isPositive();
        }

        assertThat(kept(referred)).isTrue();
        assertThat(kept(forgotten.toString())).isFalse();
        assertThat(kept(fresh.toString())).isTrue();
    }

    @Test
    void theServiceItselfCannotAlterWhatCounts() {
        var referred = contentId(upload("responder", "a", random(1_000), "kind", "FILE", "title", "x"));

        for (var attempt : List.of(
                "UPDATE incident.content_chunk SET bytes = '\\x00' WHERE content_id = '" + referred + "'",
                "DELETE FROM incident.content_chunk WHERE content_id = '" + referred + "'",
                "DELETE FROM incident.content_reference WHERE content_id = '" + referred + "'",
                "DELETE FROM incident.content WHERE content_id = '" + referred + "'")) {
            assertThatThrownBy(() -> database.useHandle(db -> db.execute(attempt)))
                    .hasMessageMatching("(?s).*(permission denied|violates foreign key).*");
        }
    }

    @Test
    void aSeriesIsKeptWholeAndShownThinned() {
        var points = IntStream.range(0, 10_000)
                .mapToObj(number -> "{\"at\":\"%s\",\"value\":%s}"
                        .formatted(THEN.plusSeconds(number), number == 7_777 ? "1000000" : number % 7 + ".50"))
                .collect(Collectors.joining(",", "[", "]"));

        var recorded = post(
                "/evidence",
                "{\"kind\":\"METRIC_SERIES\",\"title\":\"Gas\",\"unit\":\"gwei\",\"points\":%s}".formatted(points));

        recorded.then()
                .statusCode(200)
                .body("evidence[0].facts.series.name", equalTo("Gas"))
                .body("evidence[0].facts.series.points", equalTo(10_000))
                .body("evidence[0].facts.series.greatest", equalTo(1_000_000))
                .body("evidence[0].facts.content.mediaType", equalTo("application/json"));
        as("auditor")
                .get(address(id(recorded)) + "/series?points=100")
                .then()
                .statusCode(200)
                .body("unit", equalTo("gwei"))
                .body("recorded", equalTo(10_000))
                .body("points", hasSize(100))
                .body("points[0].at", equalTo("2026-03-01T12:00:00Z"))
                .body("points[99].at", equalTo(THEN.plusSeconds(9_999).toString()))
                .body("points.value", hasItem(1_000_000));
        assertThat(content("auditor", id(recorded)).jsonPath().getList("$")).hasSize(10_000);
        as("auditor").get(address(id(recorded)) + "/series?points=1").then().statusCode(400);
    }

    @Test
    void whatIsOnlyAReferenceHasNoContent() {
        var link = id(post("/evidence", LINK));

        content("responder", link).then().statusCode(404);
        as("responder").get(address(link) + "/series").then().statusCode(404);
        content("responder", UUID.randomUUID().toString()).then().statusCode(404);
    }

    @Test
    void evidenceIsAsVisibleAsItsIncident() {
        var file = id(upload("responder", "a.log", "peer lost".getBytes(UTF_8), "kind", "LOG_EXCERPT", "title", "x"));
        post("/visibility", "{\"visibility\":\"TEAM\",\"reason\":\"exploit\"}")
                .then()
                .statusCode(200);

        for (var nobody : List.of("outsider", "admin")) {
            content(nobody, file).then().statusCode(404);
            as(nobody).get(address(file) + "/series").then().statusCode(404);
            as(nobody)
                    .body(LINK)
                    .post("/api/incidents/" + incident + "/evidence")
                    .then()
                    .statusCode(404);
            upload(nobody, "a", random(3 * MEGABYTE), "kind", "FILE", "title", "x")
                    .then()
                    .statusCode(404);
        }
        content("executive", file).then().statusCode(200);
        upload("executive", "a", random(3 * MEGABYTE), "kind", "FILE", "title", "x")
                .then()
                .statusCode(403);
    }

    @Test
    void aSecretIsRefusedBeforeItIsKeptAnywhere() {
        var key = UUID.randomUUID().toString();
        var filler = "nothing to see here\n".repeat(20_000);
        var before = contents();

        for (var refused : List.of(
                as("responder")
                        .header("Idempotency-Key", key)
                        .body("{\"kind\":\"LOG_EXCERPT\",\"title\":\"x\",\"text\":\"token %s\"}"
                                .formatted(GITHUB_TOKEN))
                        .post("/api/incidents/" + incident + "/evidence"),
                as("responder")
                        .header("Idempotency-Key", key)
                        .body("{\"title\":\"%s\",\"severity\":\"SEV3\",\"team\":\"chain-core\"}"
                                .formatted(GITHUB_TOKEN))
                        .post("/api/incidents"),
                as("responder")
                        .header("Idempotency-Key", key)
                        .body("{\"incidentIds\":[\"%s\"]}".formatted(GITHUB_TOKEN))
                        .post("/api/postmortems"),
                as("responder")
                        .body("{\"id\":\"x\",\"title\":\"%s\",\"severityGuess\":\"SEV3\"}".formatted(GITHUB_TOKEN))
                        .post("/api/incidents/import"),
                upload(
                        "responder",
                        "a.log",
                        (filler + GITHUB_TOKEN + filler).getBytes(UTF_8),
                        "kind",
                        "FILE",
                        "title",
                        "x"),
                upload("responder", GITHUB_TOKEN, random(100), "kind", "FILE", "title", "x"))) {
            refused.then()
                    .statusCode(422)
                    .body("type", equalTo("/problems/looks-like-a-secret"))
                    .body("errors.message", hasItem(containsString("github-token")));
            assertThat(refused.asString()).doesNotContain(GITHUB_TOKEN);
        }
        assertThat(as("responder")
                        .contentType("application/x-ndjson")
                        .body("{\"id\":\"x\",\"title\":\"%s\",\"severityGuess\":\"SEV3\"}\n"
                                .formatted(GITHUB_TOKEN)
                                .getBytes(UTF_8))
                        .post("/api/incidents/import")
                        .asString())
                .contains("REJECTED", "github-token")
                .doesNotContain(GITHUB_TOKEN);

        assertThat(contents()).isEqualTo(before);
        assertThat(count("SELECT count(*) FROM log.event_entry WHERE payload LIKE '%" + GITHUB_TOKEN + "%'"))
                .isZero();
        assertThat(count("SELECT count(*) FROM incident.idempotency_key WHERE idempotency_key = '" + key + "'"))
                .isZero();
    }

    @Test
    void whatIsNoSecretIsKeptWhenExactlyItsKindIsConfirmed() {
        var text = ("The example in the manual is " + GITHUB_TOKEN).getBytes(UTF_8);

        upload("Hindsight-Confirm-Secrets", "seed-phrase", "a.log", text, "kind", "FILE", "title", "x")
                .then()
                .statusCode(422);
        upload("Hindsight-Confirm-Secrets", "github-token", "a.log", text, "kind", "FILE", "title", "x")
                .then()
                .statusCode(200);
        as("responder")
                .header("Hindsight-Confirm-Secrets", "github-token")
                .body("{\"reason\":\"%s\"}".formatted(GITHUB_TOKEN))
                .post("/api/incidents/" + incident + "/decline")
                .then()
                .statusCode(409);
    }

    @ParameterizedTest
    @CsvSource({
        "kind=FILE;title=x;colour=red,(body)",
        "title=x,kind",
        "kind=METRIC_SERIES;title=x,kind",
        "kind=FILE;title=x;title=y,title",
        "kind=FILE;title=x;collectedAt=yesterday,collectedAt"
    })
    void aFormIsReadToTheLetter(String fields, String field) {
        var pairs = List.of(fields.split("[;=]")).toArray(String[]::new);

        upload("responder", "a", random(10), pairs).then().statusCode(400).body("errors.field", hasItem(field));
    }

    @Test
    void aSeverityIsSuggestedFromBlocksAndAcceptedByAPerson() {
        var blocks = IntStream.rangeClosed(0, 1_440)
                .mapToObj(minute -> "{\"at\":\"%s\",\"value\":%d}".formatted(THEN.plusSeconds(60L * minute), minute))
                .collect(Collectors.joining(",", "[", "]"));
        var series = id(
                post("/evidence", "{\"kind\":\"METRIC_SERIES\",\"title\":\"Blocks\",\"points\":%s}".formatted(blocks)));
        var end = THEN.plusSeconds(86_400);

        suggest("{\"series\":\"%s\",\"at\":\"%s\"}".formatted(series, end.plusSeconds(359)))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/no-clause-met"))
                .body("detail", containsString("498.333 %"));
        suggest("{\"series\":\"%s\",\"at\":\"%s\"}".formatted(series, end.minusSeconds(60)))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/not-enough-data"));
        var suggested = suggest("{\"series\":\"%s\",\"at\":\"%s\"}".formatted(series, end.plusSeconds(360)));
        suggested
                .then()
                .statusCode(200)
                .body("severity", equalTo("SEV3"))
                .body("severitySuggestions", hasSize(1))
                .body("severitySuggestions[0].answer", equalTo("OPEN"))
                .body("severitySuggestions[0].suggestion.rule", equalTo("immunefi-v2.3"))
                .body("severitySuggestions[0].suggestion.level", equalTo("critical"))
                .body("severitySuggestions[0].suggestion.evidence", equalTo(series))
                .body("severitySuggestions[0].suggestion.arithmetic", containsString("500 %"));
        post("/severity/suggestions/" + suggested.path("severitySuggestions[0].suggestionId") + "/accept", "{}")
                .then()
                .statusCode(200)
                .body("severity", equalTo("SEV1"))
                .body("severitySuggestions[0].answer", equalTo("ACCEPTED"));
    }

    @Test
    void aSeverityIsSuggestedFromNodesDownAndDismissedWithAReason() {
        var suggested = suggest("{\"nodesDownPercent\":30}");
        var path = "/severity/suggestions/" + suggested.path("severitySuggestions[0].suggestionId");

        suggested.then().statusCode(200).body("severitySuggestions[0].suggestion.severity", equalTo("SEV3"));
        post(path + "/dismiss", "{\"reason\":\"they are test nodes\"}")
                .then()
                .statusCode(200)
                .body("severitySuggestions[0].dismissal", equalTo("they are test nodes"));
        post(path + "/accept", "{}").then().statusCode(409).body("type", equalTo("/problems/suggestion-not-open"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|400",
                "{\"nodesDownPercent\":101}|400",
                "{\"nodesDownPercent\":9.9}|422",
                "{\"nodesDownPercent\":40,\"at\":\"2026-03-01T12:00:00Z\"}|400",
                "{\"series\":\"0195a000-0000-7000-8000-0000000000ff\"}|409",
                "{\"series\":\"0195a000-0000-7000-8000-0000000000ff\",\"at\":\"2999-01-01T00:00:00Z\"}|400"
            })
    void whatNoSeverityFollowsFromIsAProblem(String body, int status) {
        suggest(body).then().statusCode(status);

        assertThat(history()).doesNotContain("severity-suggested");
    }

    private Response suggest(String body) {
        return post("/severity/suggestions", body);
    }

    private Response post(String path, String body) {
        return as("responder").body(body).post("/api/incidents/" + incident + path);
    }

    private Response content(String user, String piece) {
        return given().auth().oauth2(ServiceStack.tokenOf(user)).get(address(piece) + "/content");
    }

    private String address(String piece) {
        return "/api/incidents/" + incident + "/evidence/" + piece;
    }

    private Response upload(String user, String name, byte[] bytes, String... fields) {
        return upload(Map.of("Authorization", "Bearer " + ServiceStack.tokenOf(user)), name, bytes, fields);
    }

    private Response upload(String header, String value, String name, byte[] bytes, String... fields) {
        return upload(
                Map.of("Authorization", "Bearer " + ServiceStack.tokenOf("responder"), header, value),
                name,
                bytes,
                fields);
    }

    private Response upload(Map<String, String> headers, String name, byte[] bytes, String... fields) {
        var request = HttpRequest.newBuilder(URI.create(
                        "http://localhost:%d/api/incidents/%s/evidence".formatted(RestAssured.port, incident)))
                .header("Content-Type", "multipart/form-data; boundary=border")
                .POST(BodyPublishers.ofByteArray(form(name, bytes, fields)));
        headers.forEach(request::header);
        try {
            var answer = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            return new ResponseBuilder()
                    .setStatusCode(answer.statusCode())
                    .setHeaders(new Headers(answer.headers().map().entrySet().stream()
                            .map(field ->
                                    new Header(field.getKey(), field.getValue().getFirst()))
                            .toList()))
                    .setContentType(answer.headers().firstValue("Content-Type").orElse(""))
                    .setBody(answer.body())
                    .build();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The file stands in the midst of the fields. */
    private static byte[] form(String name, byte[] bytes, String... fields) {
        var form = new ByteArrayOutputStream();
        for (int field = 0; field < fields.length; field += 2) {
            form.writeBytes("--border\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(fields[field], fields[field + 1])
                    .getBytes(UTF_8));
            if (field == 0) {
                form.writeBytes("--border\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                        .formatted(name)
                        .getBytes(UTF_8));
                form.writeBytes(bytes);
                form.writeBytes("\r\n".getBytes(UTF_8));
            }
        }
        form.writeBytes("--border--\r\n".getBytes(UTF_8));
        return form.toByteArray();
    }

    private static String id(Response recorded) {
        return recorded.path("evidence[0].evidenceId");
    }

    private static String contentId(Response recorded) {
        return recorded.path("evidence[0].facts.content.contentId");
    }

    private List<String> history() {
        return as("responder").get("/api/incidents/" + incident + "/events").path("items.type");
    }

    private long contents() {
        return count("SELECT count(*) FROM incident.content");
    }

    private boolean kept(String content) {
        return count("SELECT count(*) FROM incident.content_chunk WHERE content_id = '" + content + "'") > 0;
    }

    private long count(String sql) {
        return database.withHandle(db -> db.createQuery(sql).mapTo(long.class).one());
    }

    private static void asSuperuser(String sql) {
        try (var superuser = ServiceStack.database().superuser();
                var statement = superuser.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
