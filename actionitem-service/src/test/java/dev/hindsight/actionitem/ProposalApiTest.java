package dev.hindsight.actionitem;

import static dev.hindsight.actionitem.StartedService.ITEMS;
import static dev.hindsight.logkit.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.hindsight.contracts.incident.Visibility;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Items that people begin outside a meeting, over HTTP. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class ProposalApiTest {

    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");
    private Elsewhere elsewhere;
    private UUID incident;

    @BeforeEach
    void start() {
        elsewhere = StartedService.awaited();
        incident = elsewhere.incident(Visibility.OPEN);
    }

    @Test
    void anItemIsBegunAndFoundByItsLocationAndItsReferenceAndInTheList() {
        var begun = as("responder").body("""
                        {"title": "Alert on %s", "incidentIds": ["%s"], "kind": "DETECT", "priority": "HIGH",
                         "doneWhen": "It fires in a rehearsal"}""".formatted(word, incident)).post(ITEMS);
        begun.then()
                .statusCode(201)
                .header("ETag", "\"2\"")
                .header("Log-Entry", notNullValue())
                .body("reference", matchesPattern("AI-\\d{4}-\\d{4,}"))
                .body("status", equalTo("PROPOSED"))
                .body("team", equalTo("chain-core"))
                .body("gaps", contains("UNOWNED", "UNDATED"))
                .body("details.kind", equalTo("DETECT"))
                .body("details.doneWhen", equalTo("It fires in a rehearsal"))
                .body("postMortemId", nullValue())
                .body("causedBy", nullValue());

        as("executive").get(begun.header("Location")).then().statusCode(200).body("title", equalTo("Alert on " + word));
        as("responder").get(ITEMS + "/" + begun.path("reference")).then().statusCode(200);
        StartedService.after(begun, "auditor", "?q=" + word)
                .then()
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("DETECT"))
                .body("items[0].priority", equalTo("HIGH"));
    }

    @Test
    void withAnOwnerAndADateItIsAcceptedAtOnce() {
        as("facilitator")
                .body("""
                        {"title": "Alert", "incidentIds": ["%s"], "owner": "ana", "due": "2999-01-01"}""".formatted(incident))
                .post(ITEMS)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("status", equalTo("ACCEPTED"));
    }

    @Test
    void theSameKeyBeginsOneItem() {
        var key = UUID.randomUUID().toString();
        var body = "{\"title\": \"Alert\", \"incidentIds\": [\"%s\"]}".formatted(incident);

        var first = as("responder").header("Idempotency-Key", key).body(body).post(ITEMS);
        var second = as("responder").header("Idempotency-Key", key).body(body).post(ITEMS);

        assertThat(second.header("Idempotent-Replay")).isEqualTo("true");
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.asString()).isEqualTo(first.asString());
    }

    @Test
    void theAnswerIsHeadersAloneWhereTheClientPrefersThat() {
        as("responder")
                .header("Prefer", "return=minimal")
                .body("{\"title\": \"Alert\", \"incidentIds\": [\"%s\"]}".formatted(incident))
                .post(ITEMS)
                .then()
                .statusCode(201)
                .header("Location", notNullValue())
                .body(emptyOrNullString());
    }

    /** The names of incidents are read from a projection, which comes a little later. */
    @Test
    void anIncidentMayBeNamedByItsReferenceAsSoonAsItIsDeclared() {
        for (int time = 0; time < 20; time++) {
            var declared = elsewhere.incident(Visibility.OPEN);
            as("responder")
                    .body("{\"title\": \"Alert\", \"incidentIds\": [\"INC-2026-%s\"]}".formatted(declared))
                    .post(ITEMS)
                    .then()
                    .statusCode(201)
                    .body("incidentIds", contains(declared.toString()));
        }
    }

    @ParameterizedTest
    @CsvSource({"responder,201", "facilitator,201", "executive,403", "auditor,403", "admin,403", "outsider,403"})
    void onlyTheTeamThatFollowsItUpBeginsOne(String person, int status) {
        as(person)
                .body("{\"title\": \"Alert\", \"incidentIds\": [\"%s\"]}".formatted(incident))
                .post(ITEMS)
                .then()
                .statusCode(status);
    }

    @Test
    void anIncidentThatIsNotToBeSeenIsAsOneThatIsNotThere() {
        var hidden = elsewhere.incident(Visibility.RESTRICTED, "eve");
        for (var named : new Object[] {hidden, UUID.randomUUID(), "INC-2026-0000", "nonsense"}) {
            as("responder")
                    .body("{\"title\": \"Alert\", \"incidentIds\": [\"%s\", \"%s\"]}".formatted(incident, named))
                    .post(ITEMS)
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("/problems/action-item-incident-unknown"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"incidentIds\": [\"%s\"]}",
                "{\"title\": \" \", \"incidentIds\": [\"%s\"]}",
                "{\"title\": \"Alert\"}",
                "{\"title\": \"Alert\", \"incidentIds\": []}",
                "{\"title\": \"Alert\", \"incidentIds\": [\"%s\"], \"team\": \" \"}",
                "{\"title\": \"Alert\", \"incidentIds\": [\"%s\"], \"kind\": \"MAGIC\"}",
                "{\"title\": \"Alert\", \"incidentIds\": [\"%s\"], \"due\": \"soon\"}",
                "{\"title\": \"Alert\", \"incidentIds\": [\"%s\"], \"factors\": [\"x\"]}",
                "{\"title\": \"Alert\", \"incidentIds\": [\"%s\"], \"status\": \"DONE\"}"
            })
    void whatCannotBeReadBeginsNothing(String body) {
        as("responder")
                .body(body.formatted(incident))
                .post(ITEMS)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"));
    }

    @Test
    void aSecretIsRefusedBeforeItIsKept() {
        var token = "ghp_" + "k3J9".repeat(9);
        var item = StartedService.proposed(incident, "Rotate the token");

        for (var command : List.of("/comment", "/drop")) {
            as("responder")
                    .body("{\"%s\": \"it was %s\"}".formatted(command.equals("/comment") ? "text" : "reason", token))
                    .post(item + command)
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("/problems/looks-like-a-secret"));
        }

        as("responder").get(item + "/events").then().body("items", hasSize(1));
    }
}
