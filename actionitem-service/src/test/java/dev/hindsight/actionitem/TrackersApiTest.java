package dev.hindsight.actionitem;

import static dev.hindsight.actionitem.StartedService.ITEMS;
import static dev.hindsight.actionitem.StartedService.did;
import static dev.hindsight.logkit.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.kit.rest.Cursor;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Items counted apart, sorted and searched, over HTTP. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class TrackersApiTest {

    private static final LocalDate TODAY = LocalDate.of(2030, 6, 1);

    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");
    private final MovableClock clock;
    private Elsewhere elsewhere;
    private UUID incident;

    TrackersApiTest(MovableClock clock) {
        this.clock = clock;
    }

    @BeforeEach
    void start() {
        elsewhere = StartedService.awaited();
        incident = elsewhere.incident(Visibility.OPEN);
        clock.set(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    @AfterEach
    void stop() {
        clock.reset();
    }

    @Test
    void lateItemsAreToldApartByTheirAgeAndEachAgeIsAList() {
        for (int days : List.of(0, 1, 7, 8, 30, 31, 90, 91, 400)) {
            due("ana", TODAY.minusDays(days), null);
        }
        var last = deferred(due("ana", TODAY.minusDays(5), null));

        var byAge = after(last, "/counts/by-age?q=" + word);
        byAge.then()
                .body("items.key", contains("1..7", "8..30", "31..90", "91.."))
                .body("items.counts.all", contains(2, 2, 2, 2));
        after(last, "/counts?q=" + word)
                .then()
                .body("overdue", equalTo(8))
                .body("overdueByAge.overdueDays", contains("1..7", "8..30", "31..90", "91.."))
                .body("overdueByAge.count", contains(2, 2, 2, 2));
        for (var age : byAge.<List<String>>path("items.key")) {
            assertThat(titles(last, "overdueDays=" + age)).as(age).hasSize(2);
        }
        assertThat(titles(last, "overdueDays=8..31")).hasSize(3);
    }

    @Test
    void itemsAreCountedApartByOwnerTeamFactorAndIncident() {
        var other = elsewhere.incident(Visibility.OPEN);
        var factor = elsewhere.factor(elsewhere.postMortem(incident), null);
        due("ana", TODAY.minusDays(3), null);
        due("ben", TODAY.plusDays(3), null);
        var both = as("responder")
                .body("""
                        {"title": "Alert %s", "incidentIds": ["%s", "%s"], "factors": ["%s"]}""".formatted(word, incident, other, factor))
                .post(ITEMS);
        both.then().statusCode(201);

        after(both, "/counts/by-owner?q=" + word)
                .then()
                .body("items.key", contains("ana", null, "ben"))
                .body("items.counts.overdue", contains(1, 0, 0))
                .body("items[0].counts.overdueByAge[0].count", equalTo(1));
        after(both, "/counts/by-team?q=" + word)
                .then()
                .body("items.key", contains("chain-core"))
                .body("items[0].counts.all", equalTo(3))
                .body("items[0].counts.unowned", equalTo(1));
        after(both, "/counts/by-incident?q=" + word)
                .then()
                .body("items.key", contains(incident.toString(), other.toString()))
                .body("items.name", contains("INC-2026-" + incident, "INC-2026-" + other))
                .body("items.counts.all", contains(3, 1));
        after(both, "/counts/by-factor?q=" + word)
                .then()
                .body("items.key", contains(factor.toString()))
                .body("items.name", contains("The cache was sized for the normal case"))
                .body("items.counts.open", contains(1));
        as("responder").get(ITEMS + "/counts/by-mood").then().statusCode(404);
    }

    @Test
    void aTrackerComesInPages() {
        due("ana", TODAY.minusDays(3), null);
        due("ben", TODAY.minusDays(3), null);
        var last = due("eve", TODAY.plusDays(3), null);
        var seen = new ArrayList<String>();
        var query = "/counts/by-owner?limit=1&q=" + word;
        for (var page = after(last, query); ; ) {
            seen.addAll(page.path("items.key"));
            String cursor = page.path("nextCursor");
            if (cursor == null) {
                break;
            }
            page = after(last, query + "&cursor=" + cursor);
        }
        assertThat(seen).containsExactly("ana", "ben", "eve");
    }

    @Test
    void allAgesComeAtOnceWhateverIsAskedFor() {
        due("ana", TODAY.minusDays(3), null);
        var last = due("ana", TODAY.minusDays(100), null);

        for (var more : List.of(
                "&limit=1", "&limit=2", "&cursor=" + Cursor.of("1", "1", "91..").text())) {
            after(last, "/counts/by-age?q=" + word + more)
                    .then()
                    .body("items.key", contains("1..7", "8..30", "31..90", "91.."))
                    .body("items.counts.all", contains(1, 0, 0, 1))
                    .body("nextCursor", nullValue());
        }
    }

    @Test
    void aCursorThatNoPageGaveIsAProblem() {
        as("responder")
                .get(ITEMS + "/counts/by-owner?cursor="
                        + Cursor.of("0", "0", "a\0").text())
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "opened|June low,May high,Never,June high",
                "-opened|June high,Never,May high,June low",
                "due|May high,June low,June high,Never",
                "-due|June high,June low,May high,Never",
                "priority|May high,June high,June low,Never"
            })
    void theListIsSortedWithStablePages(String sort, String expected) {
        due("June low", "ana", LocalDate.of(2030, 6, 10), "LOW");
        due("May high", "ana", LocalDate.of(2030, 5, 10), "HIGH");
        due("Never", null, null, null);
        var last = due("June high", "ana", LocalDate.of(2030, 6, 10), "HIGH");

        var seen = new ArrayList<String>();
        var query = "?limit=1&q=" + word + "&sort=" + sort;
        for (var page = after(last, query); ; ) {
            seen.addAll(page.path("items.title"));
            String cursor = page.path("nextCursor");
            if (cursor == null) {
                break;
            }
            as("responder")
                    .get(ITEMS + "?sort=%s&cursor=%s".formatted(sort.equals("due") ? "opened" : "due", cursor))
                    .then()
                    .statusCode(400);
            page = after(last, query + "&cursor=" + cursor);
        }

        assertThat(seen).extracting(title -> title.replace(" " + word, "")).containsExactly(expected.split(","));
    }

    @Test
    void whatIsSaidOfAnItemIsSearchedByTheBeginningsOfWords() {
        var begun = as("responder").body("""
                        {"title": "Alert %1$s", "incidentIds": ["%2$s"], "owner": "ana", "due": "2999-01-01",
                         "doneWhen": "It fires: done%1$s", "measure": "Misses measure%1$s"}""".formatted(word, incident)).post(ITEMS);
        begun.then().statusCode(201);
        var item = begun.header("Location");
        did("responder", item + "/comment", "{\"text\": \"Half of it: comment%s\"}".formatted(word));
        var last = did("responder", item + "/block", "{\"roadblock\": \"The vendor way%s\"}".formatted(word));
        String reference = begun.path("reference");

        for (var text : List.of(
                word.substring(0, 12),
                "done" + word,
                "measure" + word.substring(0, 10),
                "comment" + word,
                "way" + word,
                "alert fires " + word.substring(0, 10),
                reference + " " + word,
                reference.substring(8) + " " + word)) {
            after(last, "?q=" + text).then().body("items.reference", contains(reference));
        }
        for (var text : List.of("nothing" + word, word + " & !", "'", ":*", "\\\\", "<->")) {
            as("responder").queryParam("q", text).get(ITEMS).then().statusCode(200);
        }
        var unblocked = did("responder", item + "/unblock", "{}");
        after(unblocked, "?q=way" + word).then().body("items.reference", empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=title",
                "overdueDays=7",
                "overdueDays=0..7",
                "overdueDays=9..7",
                "overdueDays=..7",
                "verified=yes",
                "recurred=1",
                "cursor=x"
            })
    void whatCannotBeReadIsAProblem(String query) {
        as("responder")
                .get(ITEMS + "?" + query)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"));
    }

    @Test
    void whatIsClosedIsNoGap() {
        var item = StartedService.proposed(incident, "Alert " + word);
        var last = did("responder", item + "/reject", "{\"reason\": \"no\"}");

        last.then().body("gaps", empty());
        after(last, "/counts?q=" + word)
                .then()
                .body("all", equalTo(1))
                .body("unowned", equalTo(0))
                .body("undated", equalTo(0));
        after(last, "?unowned=true&q=" + word).then().body("items.title", empty());
        after(last, "?unowned=false&q=" + word).then().body("items[0].gaps", empty());
    }

    @Test
    void anItemIsGivenToAnotherTeam() {
        var item = StartedService.accepted(incident, "Alert " + word);
        var last = did("responder", item + "/transfer", "{\"team\": \"payments-core\", \"reason\": \"theirs\"}");

        last.then().body("team", equalTo("payments-core"));
        after(last, "?q=" + word).then().body("items.team", contains("payments-core"));
        as("responder").body("{}").post(item + "/start").then().statusCode(403);
    }

    private Response due(String owner, LocalDate due, String priority) {
        return due("Alert", owner, due, priority);
    }

    private Response due(String title, String owner, LocalDate due, String priority) {
        var answer = as("responder")
                .body("{\"title\": \"%s %s\", \"incidentIds\": [\"%s\"]%s%s%s}"
                        .formatted(
                                title,
                                word,
                                incident,
                                field("owner", owner),
                                field("due", due),
                                field("priority", priority)))
                .post(ITEMS);
        answer.then().statusCode(201);
        return answer;
    }

    private static String field(String name, Object value) {
        return value == null ? "" : ", \"%s\": \"%s\"".formatted(name, value);
    }

    private static Response deferred(Response item) {
        return did("executive", item.header("Location") + "/defer", "{\"risk\": \"none\", \"until\": \"2999-01-01\"}");
    }

    private Response after(Response last, String query) {
        return StartedService.after(last, "responder", query);
    }

    private List<String> titles(Response last, String filter) {
        return after(last, "?q=" + word + "&" + filter).path("items.title");
    }
}
