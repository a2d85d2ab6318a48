package dev.hindsight.incident;

import static dev.hindsight.logkit.Callers.as;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Evidence over HTTP: what is recorded of it, and who may see it. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class EvidenceApiTest {

    private static final Instant THEN = Instant.parse("2026-03-01T12:00:00Z");
    private static final String LINK = """
            {"kind":"LINK","title":"Explorer","url":"https://explorer.example.test/block/17"}""";

    private EvidenceCalls evidence;

    @BeforeEach
    void declare() {
        evidence = EvidenceCalls.ofAnIncident();
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
        var recorded = evidence.post("/evidence", body);

        recorded.then()
                .statusCode(200)
                .header("Log-Entry", notNullValue())
                .body("evidence[0].facts.title", notNullValue())
                .body("evidence[0].facts.collectedAt.earliest", notNullValue())
                .body("evidence[0].recordedBy", notNullValue())
                .body("evidence[0].retraction", nullValue());
        evidence.post(
                        "/evidence/" + EvidenceCalls.id(recorded) + "/retractions",
                        "{\"reason\":\"of another incident\"}")
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
        evidence.post("/evidence", body).then().statusCode(400).body("errors.field", hasItem(equalTo(field)));

        assertThat(evidence.history()).doesNotContain("evidence-recorded");
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

        evidence.upload("responder", "a", EvidenceCalls.random(10), pairs)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem(field));
    }

    @Test
    void theSameKeyRecordsAFileOnceAndAnotherFileIsRefused() {
        var bytes = EvidenceCalls.random(1_000);
        var key = UUID.randomUUID().toString();

        var first = evidence.upload("Idempotency-Key", key, "a", bytes, "kind", "FILE", "title", "x");
        var again = evidence.upload("Idempotency-Key", key, "a", bytes, "kind", "FILE", "title", "x");
        var other =
                evidence.upload("Idempotency-Key", key, "a", EvidenceCalls.random(1_001), "kind", "FILE", "title", "x");

        assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        other.then().statusCode(422).body("type", equalTo("/problems/idempotency-key-reused"));
    }

    @Test
    void aSeriesIsKeptWholeAndShownThinned() {
        var points = IntStream.range(0, 10_000)
                .mapToObj(number -> "{\"at\":\"%s\",\"value\":%s}"
                        .formatted(THEN.plusSeconds(number), number == 7_777 ? "1000000" : number % 7 + ".50"))
                .collect(Collectors.joining(",", "[", "]"));

        var recorded = evidence.post(
                "/evidence",
                "{\"kind\":\"METRIC_SERIES\",\"title\":\"Gas\",\"unit\":\"gwei\",\"points\":%s}".formatted(points));

        recorded.then()
                .statusCode(200)
                .body("evidence[0].facts.series.name", equalTo("Gas"))
                .body("evidence[0].facts.series.points", equalTo(10_000))
                .body("evidence[0].facts.series.greatest", equalTo(1_000_000))
                .body("evidence[0].facts.content.mediaType", equalTo("application/json"));
        as("auditor")
                .get(evidence.address(EvidenceCalls.id(recorded)) + "/series?points=100")
                .then()
                .statusCode(200)
                .body("unit", equalTo("gwei"))
                .body("recorded", equalTo(10_000))
                .body("points", hasSize(100))
                .body("points[0].at", equalTo("2026-03-01T12:00:00Z"))
                .body("points[99].at", equalTo(THEN.plusSeconds(9_999).toString()))
                .body("points.value", hasItem(1_000_000));
        assertThat(evidence.content("auditor", EvidenceCalls.id(recorded))
                        .jsonPath()
                        .getList("$"))
                .hasSize(10_000);
        as("auditor")
                .get(evidence.address(EvidenceCalls.id(recorded)) + "/series?points=1")
                .then()
                .statusCode(400);
    }

    @Test
    void contentAndSeriesAreThereFromThePositionOnAtWhichTheyWereRecorded() {
        var recorded = evidence.post("/evidence", """
                {"kind": "METRIC_SERIES", "title": "Peers", "unit": "peers",
                 "points": [{"at": "2026-03-01T12:00:00Z", "value": 40}, {"at": "2026-03-01T12:00:10Z", "value": 3}]}""");
        var path = evidence.address(EvidenceCalls.id(recorded));
        var entry = recorded.header("Log-Entry");
        long position = await().until(
                        () -> EvidenceCalls.count("SELECT coalesce(max(position), 0) FROM log.log_position"
                                + " JOIN log.event_entry USING (global_index) WHERE event_id = '" + entry + "'"),
                        found -> found > 0);

        for (var read : List.of("/content", "/series")) {
            as("auditor").get(path + read + "?atPosition=" + position).then().statusCode(200);
            as("auditor")
                    .get(path + read + "?atPosition=" + (position - 1))
                    .then()
                    .statusCode(404);
            as("auditor").get(path + read + "?atPosition=soon").then().statusCode(400);
        }
    }

    @Test
    void whatIsOnlyAReferenceHasNoContent() {
        var link = EvidenceCalls.id(evidence.post("/evidence", LINK));

        evidence.content("responder", link).then().statusCode(404);
        as("responder").get(evidence.address(link) + "/series").then().statusCode(404);
        evidence.content("responder", UUID.randomUUID().toString()).then().statusCode(404);
    }

    @Test
    void evidenceIsAsVisibleAsItsIncident() {
        var file = EvidenceCalls.id(evidence.upload(
                "responder", "a.log", "peer lost".getBytes(UTF_8), "kind", "LOG_EXCERPT", "title", "x"));
        evidence.post("/visibility", "{\"visibility\":\"TEAM\",\"reason\":\"exploit\"}")
                .then()
                .statusCode(200);

        for (var nobody : List.of("outsider", "admin")) {
            evidence.content(nobody, file).then().statusCode(404);
            as(nobody).get(evidence.address(file) + "/series").then().statusCode(404);
            as(nobody)
                    .body(LINK)
                    .post("/api/incidents/" + evidence.incident + "/evidence")
                    .then()
                    .statusCode(404);
            evidence.upload(nobody, "a", EvidenceCalls.random(3 * EvidenceCalls.MEGABYTE), "kind", "FILE", "title", "x")
                    .then()
                    .statusCode(404);
        }
        evidence.content("executive", file).then().statusCode(200);
        evidence.upload(
                        "executive",
                        "a",
                        EvidenceCalls.random(3 * EvidenceCalls.MEGABYTE),
                        "kind",
                        "FILE",
                        "title",
                        "x")
                .then()
                .statusCode(403);
    }
}
