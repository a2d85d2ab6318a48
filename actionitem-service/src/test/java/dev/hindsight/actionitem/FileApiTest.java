package dev.hindsight.actionitem;

import static dev.hindsight.actionitem.StartedService.did;
import static dev.hindsight.logkit.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import dev.hindsight.contracts.incident.Visibility;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list as a file, over HTTP. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class FileApiTest {

    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");
    private UUID incident;

    @BeforeEach
    void start() {
        incident = StartedService.awaited().incident(Visibility.OPEN);
    }

    @Test
    void theFileHasTheRowsOfTheListUnderTheNamesOfItsFields() throws IOException {
        StartedService.proposed(incident, "Alert, \\\"first\\\" é😀 " + word);
        var item = StartedService.accepted(incident, "Bound it " + word);
        var last = did("responder", item + "/block", "{\"roadblock\": \"The vendor\\nsays no\"}");

        var file = file(last, "?sort=opened&q=" + word);
        file.then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header(
                        "Content-Disposition",
                        matchesPattern("attachment; filename=\"action-items-\\d{4}-\\d\\d-\\d\\d.csv\""));
        assertThat(file.asString())
                .startsWith("actionItemId,reference,title,status,team,owner,due,")
                .endsWith("\r\n");
        var rows = records(file);
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().get("title")).isEqualTo("Alert, \"first\" é😀 " + word);
        assertThat(rows.getFirst().get("owner")).isEmpty();
        assertThat(rows.getFirst().get("gaps")).isEqualTo("UNOWNED UNDATED");
        assertThat(rows.getLast().get("roadblock")).isEqualTo("The vendor\nsays no");
        assertThat(rows.getLast().get("incidentIds")).isEqualTo(incident.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void noCellIsTakenForAFormula(String title) throws IOException {
        var begun = as("responder")
                .body("{\"title\": \"%s %s\", \"incidentIds\": [\"%s\"]}"
                        .formatted(title.replace("\t", "\\t").replace("\r", "\\r"), word, incident))
                .post(StartedService.ITEMS);

        assertThat(records(file(begun, "?q=" + word)).getFirst().get("title")).isEqualTo("'" + title + " " + word);
    }

    @Test
    void whatAPersonMayNotSeeIsNotInTheirFile() throws IOException {
        var begun = as("responder")
                .body("{\"title\": \"Alert %s\", \"incidentIds\": [\"%s\"]}".formatted(word, incident))
                .post(StartedService.ITEMS);
        var restricted = new Elsewhere(ServiceStack.database()).restrict(incident, "eve");

        var file = as("responder").header("Log-Entry", restricted.toString()).get("/api/action-items.csv?q=" + word);

        assertThat(begun.statusCode()).isEqualTo(201);
        assertThat(records(file)).isEmpty();
    }

    @Test
    void whatCannotBeReadIsAProblem() {
        as("responder").get("/api/action-items.csv?sort=title").then().statusCode(400);
        as("responder").get("/api/action-items.csv?open=perhaps").then().statusCode(400);
    }

    private static Response file(Response last, String query) {
        return as("responder").header("Log-Entry", last.header("Log-Entry")).get("/api/action-items.csv" + query);
    }

    private static List<CSVRecord> records(Response file) throws IOException {
        try (var parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(file.asString()))) {
            return parser.getRecords();
        }
    }
}
