package dev.hindsight.actionitem;

import static dev.hindsight.logkit.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.hindsight.actionitem.Elsewhere.Agreed;
import dev.hindsight.contracts.incident.Visibility;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of what was agreed in other services: what it shows, when, and how it is asked for. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class ActionItemListApiTest {

    private AgreedItems items;
    private Elsewhere elsewhere;

    @BeforeEach
    void start() {
        items = new AgreedItems();
        elsewhere = items.elsewhere();
    }

    @Test
    void whatWasAgreedElsewhereIsInTheListForWhoeverSendsTheEntryAlong() {
        var incident = elsewhere.incident(Visibility.OPEN);
        var agreed = items.agreed(elsewhere.postMortem(incident), "Alert");

        items.list("responder", agreed)
                .then()
                .statusCode(200)
                .header("Hindsight-Stale", nullValue())
                .body("items", hasSize(1))
                .body("items[0].actionItemId", equalTo(agreed.actionItemId().toString()))
                .body("items[0].reference", matchesPattern("AI-\\d{4}-\\d{4,}"))
                .body("items[0].status", equalTo("ACCEPTED"))
                .body("items[0].owner", equalTo("ana"))
                .body("items[0].due", equalTo("2026-05-01"))
                .body("items[0].gaps", empty())
                .body("items[0].incidentIds", contains(incident.toString()));
    }

    @Test
    void aListWaitsForEntriesOfEveryKind() {
        var incident = elsewhere.incident(Visibility.OPEN);
        for (Supplier<UUID> recording : List.<Supplier<UUID>>of(
                () -> elsewhere.restrict(incident, "eve"),
                () -> items.agreed(elsewhere.postMortem(incident), "Alert").eventId(),
                () -> elsewhere.noted(incident))) {
            var entry = recording.get().toString();
            await().untilAsserted(() -> as("responder")
                    .header("Log-Entry", entry)
                    .get("/api/action-items?limit=1")
                    .then()
                    .statusCode(200)
                    .header("Hindsight-Stale", nullValue()));
        }
    }

    @Test
    void theListIsFilteredByWhatItShows() {
        var incident = elsewhere.incident(Visibility.OPEN);
        var postMortem = elsewhere.postMortem(incident);
        elsewhere.agreed(postMortem, "Late " + items.word(), "ana", LocalDate.of(2020, 1, 1));
        elsewhere.agreed(postMortem, "In time " + items.word(), "ben", LocalDate.of(2999, 1, 1));
        var last = elsewhere.imported(postMortem, "Unowned " + items.word());
        items.list("responder", last).then().body("items", hasSize(3));

        assertThat(titles("overdue=true")).containsExactly("Late");
        assertThat(titles("overdue=false")).containsExactly("Unowned", "In time");
        assertThat(titles("unowned=true")).containsExactly("Unowned");
        assertThat(titles("dueBefore=2999-01-02")).containsExactly("In time", "Late");
        assertThat(titles("owner=ben")).containsExactly("In time");
        assertThat(titles("state=PROPOSED")).containsExactly("Unowned");
        assertThat(titles("team=chain-core")).hasSize(3);
        assertThat(titles("team=payments-core")).isEmpty();
        assertThat(titles("incident=" + incident)).hasSize(3);
        assertThat(titles("incident=INC-2026-" + incident)).hasSize(3);
        assertThat(titles("incident=INC-2026-9999")).isEmpty();
    }

    @Test
    void pagesStayInStepWhenAnItemIsOpenedBetweenThem() {
        var postMortem = items.postMortem();
        Agreed last = null;
        for (int number = 1; number <= 4; number++) {
            last = items.agreed(postMortem, Integer.toString(number));
        }
        items.list("responder", last).then().body("items", hasSize(4));
        var first = found("limit=2");
        var between = items.agreed(postMortem, "5");
        items.list("responder", between).then().body("items", hasSize(5));

        var second = found("limit=2&cursor=" + first.path("nextCursor"));

        assertThat(titles(first)).containsExactly("4", "3");
        assertThat(titles(second)).containsExactly("2", "1");
        second.then().body("nextCursor", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=OPEN", "overdue=yes", "unowned=1", "dueBefore=soon", "limit=0", "cursor=x"})
    void aFilterThatCannotBeReadIsAProblem(String query) {
        as("responder").get("/api/action-items?" + query).then().statusCode(400);
    }

    /** The gateway passes on 8 KiB of address and 20 KiB of headers; what it refuses, it refuses with a problem. */
    @Test
    void whatTheGatewayPassesOnIsNotTooLong() {
        as("responder").get("/api/action-items?q=" + "x".repeat(8_000)).then().statusCode(200);
        as("responder")
                .header("X-Much", "x".repeat(20_480))
                .get("/api/action-items?limit=1")
                .then()
                .statusCode(200);
    }

    private List<String> titles(String filter) {
        return titles(found(filter));
    }

    /** Without the word that all have. */
    private List<String> titles(Response list) {
        return list.<List<String>>path("items.title").stream()
                .map(title -> title.replace(" " + items.word(), ""))
                .toList();
    }

    private Response found(String filter) {
        return as("responder").get("/api/action-items?q=" + items.word() + "&" + filter);
    }
}
