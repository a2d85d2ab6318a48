package dev.hindsight.incident;

import static dev.hindsight.logkit.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Imports records of outages over HTTP; among them the real ones. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class IncidentImportTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SAMPLES = Path.of("..", "samples");

    @Test
    void realOutagesAreImportedOnceWithTheDurationsTheirSourcesTell() throws IOException {
        var expected = JSON.readTree(
                SAMPLES.resolve("incidents-expected-durations.json").toFile());
        var records = new StringBuilder();
        try (var files = Files.list(SAMPLES.resolve("incidents"))) {
            for (var file : files.sorted(Comparator.naturalOrder()).toList()) {
                records.append(JSON.readTree(file.toFile())).append('\n');
            }
        }
        records.append("{\"id\": \"broken\"\n");

        var first = imported(records.toString());
        assertThat(first).hasSize(19);
        for (var outcome : first.subList(0, 18)) {
            assertThat(outcome.get("outcome").asText()).as(outcome.toString()).isEqualTo("IMPORTED");
            var incident = JSON.readTree(as("responder")
                    .get("/api/incidents/" + outcome.get("incidentId").asText())
                    .asByteArray());
            var durations = expected.get(outcome.get("recordId").asText());
            for (var name : List.of("detect", "mitigate", "resolve")) {
                assertThat(seconds(incident, "TIME_TO_" + name.toUpperCase(Locale.ROOT)))
                        .as("%s: %s", outcome.get("recordId"), name)
                        .isEqualTo(durations.get(name + "Seconds"));
            }
        }
        assertThat(first.getLast().get("line").asInt()).isEqualTo(19);
        assertThat(first.getLast().get("outcome").asText()).isEqualTo("REJECTED");

        var changed = records.toString().replaceFirst("\"title\":\"", "\"title\":\"Changed: ");
        var second = imported(changed);
        assertThat(second.getFirst().get("outcome").asText()).isEqualTo("CONFLICT");
        assertThat(second.subList(1, 18))
                .allSatisfy(
                        outcome -> assertThat(outcome.get("outcome").asText()).isEqualTo("UNCHANGED"));
    }

    @Test
    void anImportedAnalysisIsReadInItsPostMortem() {
        var record = "{\"id\":\"small-record\",\"title\":\"Small\",\"severityGuess\":\"SEV2\","
                + "\"hypotheses\":[{\"text\":\"a\",\"status\":\"confirmed\"},{\"text\":\"b\",\"status\":\"rejected\"},"
                + "{\"text\":\"c\",\"status\":\"disputed\"}],\"contributingFactors\":[\"d\"],"
                + "\"actionItems\":[{\"text\":\"Alert on it\"}]}";
        as("responder")
                .body(record)
                .post("/api/incidents/import")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("IMPORTED"));
        var id = as("responder")
                .body(record)
                .post("/api/incidents/import")
                .then()
                .body("outcome", equalTo("UNCHANGED"))
                .extract()
                .<String>path("incidentId");

        var imported =
                as("outsider").get("/api/incidents/" + id).then().extract().<String>path("imported.postMortemId");
        as("outsider")
                .get("/api/postmortems/" + imported)
                .then()
                .statusCode(200)
                .body("hypotheses.state", equalTo(List.of("SUPPORTED", "REFUTED", "INCONCLUSIVE")))
                .body("factors[0].layer", equalTo("UNCLASSIFIED"))
                .body("actionItems[0].gaps", equalTo(List.of("UNOWNED", "UNDATED")));
    }

    @ParameterizedTest
    @CsvSource({"executive,403", "auditor,403", "admin,403"})
    void historyIsImportedByThoseWhoRecord(String user, int status) {
        as(user).body("{}").post("/api/incidents/import").then().statusCode(status);
    }

    @Test
    void anotherTeamsRecordsAreNotToldOf() {
        var record = "{\"id\":\"ours\",\"title\":\"Ours\",\"severityGuess\":\"SEV2\",\"team\":\"chain-core\"}";
        as("responder").body(record).post("/api/incidents/import").then().statusCode(200);

        as("outsider")
                .body(record)
                .post("/api/incidents/import")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/forbidden"))
                .body("detail", equalTo("You cannot record incidents for the team chain-core."));
    }

    private static JsonNode seconds(JsonNode incident, String name) {
        for (var duration : incident.get("durations")) {
            if (duration.get("name").asText().equals(name)) {
                return duration.get("seconds");
            }
        }
        throw new AssertionError("no duration " + name);
    }

    private static List<JsonNode> imported(String ndjson) throws IOException {
        var answer = as("responder")
                .contentType("application/x-ndjson")
                .body(ndjson.getBytes(StandardCharsets.UTF_8))
                .post("/api/incidents/import");
        answer.then().statusCode(200);
        var outcomes = new ArrayList<JsonNode>();
        for (var line : answer.asString().lines().toList()) {
            outcomes.add(JSON.readTree(line));
        }
        return outcomes;
    }
}
