package dev.hindsight.actionitem;

import static dev.hindsight.actionitem.StartedService.did;
import static dev.hindsight.logkit.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.hindsight.contracts.incident.Visibility;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of items in every status and their counts, over HTTP. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class ListsApiTest {

    private static final String COUNTS = "/counts?q=";
    private static final List<String> FLAGS = List.of("open", "overdue", "unowned", "undated", "blocked");

    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");
    private Elsewhere elsewhere;
    private UUID incident;
    private UUID factor;

    @BeforeEach
    void start() {
        elsewhere = StartedService.awaited();
        incident = elsewhere.incident(Visibility.OPEN);
        factor = elsewhere.factor(elsewhere.postMortem(incident), null);
    }

    @Test
    void theListIsFilteredByWhereItsItemsStand() {
        var last = oneOfEach();

        assertThat(titles(last, "state=BLOCKED")).containsExactly("Blocked");
        assertThat(titles(last, "blocked=true")).containsExactly("Blocked");
        assertThat(titles(last, "blocked=false")).doesNotContain("Blocked").hasSize(6);
        assertThat(titles(last, "undated=true")).containsExactly("Proposed");
        assertThat(titles(last, "unowned=true")).containsExactly("Proposed");
        assertThat(titles(last, "overdue=true")).containsExactly("Late");
        assertThat(titles(last, "open=true")).containsExactly("Late", "Deferred", "Blocked", "Proposed");
        assertThat(titles(last, "open=false")).containsExactly("Dropped", "Verified", "Done");
        assertThat(titles(last, "state=DEFERRED")).containsExactly("Deferred");
        assertThat(titles(last, "factor=" + factor)).containsExactly("Done");
        assertThat(titles(last, "owner=ben")).containsExactly("Late");
    }

    @Test
    void aRowTellsWhatIsInTheWayAndHowLongItWaits() {
        var last = oneOfEach();

        StartedService.after(last, "responder", "?state=BLOCKED&q=" + word)
                .then()
                .body("items[0].roadblock", equalTo("The vendor"))
                .body("items[0].blockedSince", equalTo("2026-03-01T12:00:00Z"))
                .body("items[0].deferredUntil", nullValue());
        StartedService.after(last, "responder", "?state=DEFERRED&q=" + word)
                .then()
                .body("items[0].deferredUntil", equalTo("2999-01-01"))
                .body("items[0].roadblock", nullValue());
    }

    @Test
    void countsAgreeWithTheListsThatTheyCount() {
        var last = oneOfEach();
        var counts = StartedService.after(last, "responder", COUNTS + word);

        counts.then()
                .body("all", equalTo(7))
                .body("open", equalTo(4))
                .body("overdue", equalTo(1))
                .body("unowned", equalTo(1))
                .body("undated", equalTo(1))
                .body("blocked", equalTo(1))
                .body("deferred", equalTo(1))
                .body("unverified", equalTo(1));
        for (var flag : FLAGS) {
            assertThat(titles(last, flag + "=true")).as(flag).hasSize(counts.path(flag));
            for (var other : FLAGS) {
                assertThat(titles(last, flag + "=true&" + other + "=true"))
                        .as("%s and %s", flag, other)
                        .hasSize(StartedService.after(last, "responder", COUNTS + word + "&" + flag + "=true")
                                .path(other));
            }
        }
    }

    @Test
    void whatAPersonMayNotSeeIsInNoCountOfTheirs() {
        var last = oneOfEach();
        var restricted = elsewhere.restrict(incident, "eve");

        for (var person : List.of("responder", "executive", "outsider")) {
            as(person)
                    .header("Log-Entry", restricted.toString())
                    .get(StartedService.ITEMS + COUNTS + word)
                    .then()
                    .statusCode(200)
                    .body("all", equalTo(0))
                    .body("open", equalTo(0));
        }
        assertThat(last.statusCode()).isEqualTo(200);
    }

    @Test
    void anIncidentThatThereIsNoneOfHasNoItems() {
        as("responder")
                .get(StartedService.ITEMS + "/counts?incident=INC-2026-0000")
                .then()
                .statusCode(200)
                .body("all", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"open=yes", "undated=1", "blocked=x", "factor=y", "state=OPEN", "dueBefore=soon"})
    void aFilterThatCannotBeReadIsAProblem(String query) {
        for (var path : List.of("?", "/counts?")) {
            as("responder").get(StartedService.ITEMS + path + query).then().statusCode(400);
        }
    }

    @ParameterizedTest
    @CsvSource({"dueBefore, +12345678-01-01", "dueBefore, -0001-01-01", "q, a\0b", "owner, a\0b", "team, a\0b"})
    void whatNoRowCanHoldIsNotAskedFor(String name, String value) {
        for (var path : List.of("", "/counts")) {
            as("responder")
                    .queryParam(name, value)
                    .get(StartedService.ITEMS + path)
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo(name));
        }
    }

    @Test
    void adviceSaysWhatCouldBeBetter() {
        var item = StartedService.accepted(incident, "Improve the alerts");

        as("auditor")
                .get(item + "/advice")
                .then()
                .statusCode(200)
                .body("findings.rule", contains("VAGUE", "NO_DONE_WHEN", "NO_FACTOR", "DUE_BEYOND_POLICY"))
                .body("findings.found", hasItem("Improve"))
                .body("explanations.strengths.strength", contains("STRONGER", "INTERMEDIATE", "WEAKER"));
        as("responder")
                .get(StartedService.ITEMS + "/" + UUID.randomUUID() + "/advice")
                .then()
                .statusCode(404);
    }

    /** Oldest first; the answer to the last command, which the list can wait for. */
    private Response oneOfEach() {
        StartedService.proposed(incident, "Proposed " + word);
        did("responder", accepted("Blocked") + "/block", """
                {"roadblock": "The vendor", "occurredAt": "2026-03-01T12:00:00Z"}""");
        did("executive", accepted("Deferred") + "/defer", "{\"risk\": \"none\", \"until\": \"2999-01-01\"}");
        var late = accepted("Late");
        var done = accepted("Done");
        did("responder", done + "/details", "{\"factors\": [\"%s\"]}".formatted(factor));
        did("responder", done + "/complete", "{\"evidence\": [\"seen\"]}");
        var verified = accepted("Verified");
        did("responder", verified + "/complete", "{\"evidence\": [\"seen\"]}");
        did("facilitator", verified + "/verify", "{}");
        did("responder", accepted("Dropped") + "/drop", "{\"reason\": \"retired\"}");
        did("responder", late + "/reassign", "{\"owner\": \"ben\", \"reason\": \"ana is away\"}");
        return did(
                "responder",
                late + "/reschedule",
                "{\"due\": \"%s\", \"reason\": \"it was wrong\"}".formatted(LocalDate.of(2020, 1, 1)));
    }

    private String accepted(String title) {
        return StartedService.accepted(incident, title + " " + word);
    }

    private List<String> titles(Response last, String filter) {
        return StartedService.after(last, "responder", "?q=" + word + "&" + filter)
                .<List<String>>path("items.title")
                .stream()
                .map(title -> title.replace(" " + word, ""))
                .toList();
    }
}
