package dev.hindsight.actionitem;

import static dev.hindsight.logkit.Callers.as;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.nullValue;

import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.contracts.policy.TeamPolicy;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.UUID;

/** The running service, and items in it that people of chain-core have begun. */
public final class StartedService {

    static final String ITEMS = "/api/action-items";

    private StartedService() {}

    /** A service that has only just started may be late for its first entries. */
    static Elsewhere awaited() {
        var elsewhere = new Elsewhere(ServiceStack.database());
        var agreed = elsewhere.agreed(
                elsewhere.postMortem(elsewhere.incident(Visibility.OPEN)),
                "The first",
                "ana",
                LocalDate.of(2026, 5, 1));
        await().atMost(60, SECONDS)
                .until(() -> as("responder")
                                .header("Log-Entry", agreed.eventId().toString())
                                .get(ITEMS + "?limit=1")
                                .header("Hindsight-Stale")
                        == null);
        return elsewhere;
    }

    /** The same by the standard policy of chain-core, once all that came before is written into notices. */
    public static Elsewhere awaitedWithNotices() {
        var elsewhere = awaited();
        var last = elsewhere.teamPolicy("chain-core", TeamPolicy.standard());
        awaitNotices(last);
        return elsewhere;
    }

    /** As long as it takes after tests that record a lot. */
    static void awaitNotices(UUID entry) {
        await().atMost(120, SECONDS)
                .until(() -> as("responder")
                                .header("Log-Entry", entry.toString())
                                .get("/api/notifications?limit=1")
                                .header("Hindsight-Stale")
                        == null);
    }

    /** The path of an item that somebody owns, and that is due in the year 2999. */
    static String accepted(UUID incident, String title) {
        return begun("{\"title\":\"%s\",\"incidentIds\":[\"%s\"],\"owner\":\"somebody\",\"due\":\"2999-01-01\"}"
                .formatted(title, incident));
    }

    static String proposed(UUID incident, String title) {
        return begun("{\"title\":\"%s\",\"incidentIds\":[\"%s\"]}".formatted(title, incident));
    }

    static Response did(String person, String path, String body) {
        var answer = as(person).body(body).post(path);
        answer.then().statusCode(200);
        return answer;
    }

    /** A list or its counts, once it shows what an answer tells of. */
    static Response after(Response answer, String person, String query) {
        var list = as(person).header("Log-Entry", answer.header("Log-Entry")).get(ITEMS + query);
        list.then().statusCode(200).header("Hindsight-Stale", nullValue());
        return list;
    }

    private static String begun(String body) {
        var answer = as("responder").body(body).post(ITEMS);
        answer.then().statusCode(201);
        return answer.header("Location");
    }
}
