package dev.hindsight.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Severities that follow from recorded facts, and what people make of them. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class SeveritySuggestionTest {

    private static final Instant THEN = Instant.parse("2026-03-01T12:00:00Z");

    private EvidenceCalls evidence;

    @BeforeEach
    void declare() {
        evidence = EvidenceCalls.ofAnIncident();
    }

    @Test
    void aSeverityIsSuggestedFromBlocksAndAcceptedByAPerson() {
        var blocks = IntStream.rangeClosed(0, 1_440)
                .mapToObj(minute -> "{\"at\":\"%s\",\"value\":%d}".formatted(THEN.plusSeconds(60L * minute), minute))
                .collect(Collectors.joining(",", "[", "]"));
        var series = EvidenceCalls.id(evidence.post(
                "/evidence", "{\"kind\":\"METRIC_SERIES\",\"title\":\"Blocks\",\"points\":%s}".formatted(blocks)));
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
        evidence.post(
                        "/severity/suggestions/" + suggested.path("severitySuggestions[0].suggestionId") + "/accept",
                        "{}")
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
        evidence.post(path + "/dismiss", "{\"reason\":\"they are test nodes\"}")
                .then()
                .statusCode(200)
                .body("severitySuggestions[0].dismissal", equalTo("they are test nodes"));
        evidence.post(path + "/accept", "{}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/suggestion-not-open"));
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

        assertThat(evidence.history()).doesNotContain("severity-suggested");
    }

    private Response suggest(String body) {
        return evidence.post("/severity/suggestions", body);
    }
}
