package dev.hindsight.actionitem;

import static dev.hindsight.logkit.Callers.as;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.nullValue;

import dev.hindsight.contracts.actionitem.ActionItemEvent;
import dev.hindsight.contracts.actionitem.ChaseEvent.ActionItemEscalated;
import dev.hindsight.contracts.actionitem.ChaseEvent.ActionItemReminded;
import dev.hindsight.contracts.actionitem.EscalationCause;
import dev.hindsight.contracts.actionitem.EscalationRung;
import dev.hindsight.contracts.actionitem.Reminder;
import dev.hindsight.logkit.OtherServices;
import dev.hindsight.logkit.ServiceEnvironment;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Somebody of chain-core who is told something of action items, and what becomes of it. */
public record Told(String name, String subject) {

    /** The service that decides who is told, as the actor of its events. */
    static final String ITSELF = "service:actionitem-service";

    private static final String NOTIFICATIONS = "/api/notifications";

    /** Somebody new, with the name as password and {@code name@example.test} as address. */
    public static Told responder(boolean withMail) {
        var name = "p" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        return new Told(name, ServiceEnvironment.realm().addPerson(name, "responder", "chain-core", withMail));
    }

    public static Told nobody() {
        return new Told("nobody", UUID.randomUUID().toString());
    }

    /** The path of an item of theirs, due on a day. */
    public String item(UUID incident, String title, LocalDate due) {
        var answer = as("responder")
                .body("{\"title\":\"%s\",\"incidentIds\":[\"%s\"],\"owner\":\"%s\",\"due\":\"%s\"}"
                        .formatted(title, incident, subject, due))
                .post(StartedService.ITEMS);
        answer.then().statusCode(201);
        return answer.header("Location");
    }

    public UUID reminded(String item, Reminder reminder, int days, LocalDate about, Instant at) {
        return tell(new ActionItemReminded(id(item), reminder, days, about, at, at, List.of(subject)));
    }

    public UUID escalated(
            String item, EscalationCause cause, EscalationRung rung, int days, LocalDate about, Instant at) {
        return tell(new ActionItemEscalated(id(item), cause, rung, days, about, at, at, List.of(subject)));
    }

    /** Decided, and written into the notices. */
    public UUID tell(ActionItemEvent event) {
        var entry = OtherServices.append(
                        ServiceStack.database(), ActionItemEvent.AGGREGATE_TYPE, event.actionItemId(), ITSELF, event)
                .getFirst();
        StartedService.awaitNotices(entry);
        return entry;
    }

    public static UUID id(String item) {
        return UUID.fromString(item.substring(item.lastIndexOf('/') + 1));
    }

    /** Their own notices, once they show an entry. */
    Response notices(UUID entry) {
        var list = as(name).header("Log-Entry", entry.toString()).get(NOTIFICATIONS);
        list.then().statusCode(200).header("Hindsight-Stale", nullValue());
        return list;
    }

    /** The messages to them, newest first, as an auditor sees them. */
    Response digests() {
        var list = as("auditor").get(NOTIFICATIONS + "/digests?recipient=" + subject);
        list.then().statusCode(200);
        return list;
    }

    /** The newest of so many messages, once it is in a state after so many attempts. */
    public Response awaitDigest(int messages, String state, int attempts) {
        await().atMost(30, SECONDS).until(() -> {
            var list = digests();
            return list.<List<?>>path("items").size() == messages
                    && state.equals(list.path("items[0].state"))
                    && Integer.valueOf(attempts).equals(list.path("items[0].attempts"));
        });
        return as("admin").get(NOTIFICATIONS + "/digests/" + digests().path("items[0].digestId"));
    }
}
