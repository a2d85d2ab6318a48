package dev.hindsight.actionitem;

import static dev.hindsight.logkit.Callers.as;

import dev.hindsight.actionitem.Elsewhere.Agreed;
import dev.hindsight.contracts.incident.Visibility;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.UUID;

/** Items that post-mortems have agreed on, which a list finds by a word that is in no other title. */
final class AgreedItems {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    static final String ACCEPT = "{\"owner\": \"ana\", \"due\": \"2026-05-01\"}";
    static final String COMPLETE = "{\"evidence\": [\"https://example.org/pull/81\"]}";

    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");
    private final Elsewhere elsewhere = StartedService.awaited();

    String word() {
        return word;
    }

    Elsewhere elsewhere() {
        return elsewhere;
    }

    /** Of an incident that everybody may read. */
    UUID postMortem() {
        return elsewhere.postMortem(elsewhere.incident(Visibility.OPEN));
    }

    /** Neither owned nor dated. */
    Agreed imported() {
        return imported(postMortem());
    }

    Agreed imported(UUID postMortem) {
        return elsewhere.imported(postMortem, "Alert on " + word);
    }

    Agreed agreed(UUID postMortem, String title) {
        return elsewhere.agreed(postMortem, title + " " + word, "ana", MAY);
    }

    /** The list of them, once it shows what was agreed. */
    Response list(String user, Agreed agreed) {
        return as(user).header("Log-Entry", agreed.eventId().toString()).get("/api/action-items?q=" + word);
    }

    /** The path of an item once it is open. */
    static String opened(Agreed agreed) {
        var path = "/api/action-items/" + agreed.actionItemId();
        as("responder")
                .header("Log-Entry", agreed.eventId().toString())
                .get(path)
                .then()
                .statusCode(200);
        return path;
    }
}
