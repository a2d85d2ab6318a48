package dev.hindsight.actionitem;

import static dev.hindsight.actionitem.AgreedItems.ACCEPT;
import static dev.hindsight.actionitem.AgreedItems.opened;
import static dev.hindsight.logkit.Callers.as;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.hindsight.contracts.incident.Visibility;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who finds an action item, reads it and works on it, over HTTP. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class ActionItemRightsApiTest {

    private AgreedItems items;
    private Elsewhere elsewhere;

    @BeforeEach
    void start() {
        items = new AgreedItems();
        elsewhere = items.elsewhere();
    }

    @Test
    void anItemIsAsVisibleAsAllOfItsIncidents() {
        var open = elsewhere.incident(Visibility.OPEN);
        var other = elsewhere.incident(Visibility.TEAM);
        var agreed = items.imported(elsewhere.postMortem(open, other));
        var item = opened(agreed);

        for (var reader : List.of("responder", "facilitator", "executive", "auditor")) {
            as(reader).get(item).then().statusCode(200);
            items.list(reader, agreed).then().body("items", hasSize(1));
        }
        for (var stranger : List.of("outsider", "admin")) {
            as(stranger).get(item).then().statusCode(404);
            as(stranger).get(item + "/events").then().statusCode(404);
            as(stranger).body(ACCEPT).post(item + "/accept").then().statusCode(404);
            items.list(stranger, agreed).then().statusCode(200).body("items", empty());
        }
    }

    @Test
    void anItemOfARestrictedIncidentDoesNotExistForOthersFromTheMomentItIsRestricted() {
        var incident = elsewhere.incident(Visibility.OPEN);
        var agreed = items.imported(elsewhere.postMortem(incident));
        var item = opened(agreed);
        var restricted = elsewhere.restrict(incident, "eve");

        for (var other : List.of("responder", "facilitator", "executive", "auditor", "admin", "outsider")) {
            as(other).get(item).then().statusCode(404);
            as(other).body(ACCEPT).post(item + "/accept").then().statusCode(404);
            as(other)
                    .header("Log-Entry", restricted.toString())
                    .get("/api/action-items?q=" + items.word())
                    .then()
                    .header("Hindsight-Stale", nullValue())
                    .body("items", empty());
        }
    }

    @ParameterizedTest
    @CsvSource({"responder,200", "facilitator,200", "executive,403", "auditor,403", "admin,403", "outsider,403"})
    void onlyTheOwnTeamsRespondersAndFacilitatorsWorkOnAnItem(String user, int status) {
        var item = opened(items.imported());

        as(user).body(ACCEPT).post(item + "/accept").then().statusCode(status);
    }
}
