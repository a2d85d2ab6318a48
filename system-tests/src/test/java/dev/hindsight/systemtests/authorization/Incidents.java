package dev.hindsight.systemtests.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hindsight.systemtests.RunningStack;
import dev.hindsight.systemtests.authorization.Matrix.Row;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Records, as the responder of the owning team, the incidents that others then ask for. */
final class Incidents {

    static final String JSON = "application/json";
    private static final String API = RunningStack.INCIDENT_SERVICE + "/api/incidents";

    private static @Nullable String linked;

    private Incidents() {}

    /** An incident with one timeline entry, seen by whom the heading of the matrix says. */
    static JsonNode declared(String about) {
        return declared(about, false);
    }

    /** The same with all that the request of this row needs. */
    static JsonNode declared(Row row) {
        var incident = declared(row.about(), Bodies.inTriage(row));
        for (var before : Bodies.beforehand(row)) {
            var path = before[0].replace(
                    "{entry}", incident.at("/timeline/0/entryId").asText());
            incident = accepted(API + "/" + incident.get("incidentId").asText() + "/" + path, before[1]);
        }
        return incident;
    }

    /** An incident that others are linked to. */
    static synchronized String linked() {
        if (linked == null) {
            linked = declared("OPEN").get("incidentId").asText();
        }
        return linked;
    }

    private static JsonNode declared(String about, boolean triage) {
        var declared = accepted(API, """
                {"title":"Asked for %s","severity":"SEV3","team":"chain-core","triage":%s,%s}""".formatted(UUID.randomUUID(), triage, access(about)));
        return withEntry(declared);
    }

    /** An imported one, which has a post-mortem and evidence; imports are open, so its access is changed afterwards. */
    static JsonNode imported(String about) {
        var title = UUID.randomUUID().toString();
        var outcome = accepted(API + "/import", record(title));
        var imported = accepted(
                API + "/" + outcome.get("incidentId").asText() + "/visibility",
                "{%s,\"reason\":\"asked for by a test\"}".formatted(access(about)));
        if (listed(title) == 0) {
            throw new IllegalStateException("The list does not get on");
        }
        return withSeries(withEntry(imported));
    }

    static JsonNode now(String id) {
        return Person.json(Person.named("responder").get(API + "/" + id, JSON).body());
    }

    /** The id of an entry of the log. */
    static String anEvent() {
        var incident = declared("OPEN").get("incidentId").asText();
        var history = Person.named("responder").get(API + "/" + incident + "/events", JSON);
        return Person.json(history.body()).at("/items/0/eventId").asText();
    }

    /** How many incidents of this title the owning team sees, once all that was recorded before now is listed. */
    static int listed(String title) {
        var last = Person.named("responder")
                .post(API, JSON, "{\"title\":\"The last\",\"severity\":\"SEV5\",\"team\":\"chain-core\"}");
        var entry = last.headers().firstValue("Log-Entry").orElseThrow();
        return Person.json(Person.named("responder")
                        .get(API + "?limit=200&q=" + title, JSON, "Log-Entry", entry)
                        .body())
                .get("items")
                .size();
    }

    static String record(String id) {
        return """
                {"id":"%s","title":"%s","severityGuess":"SEV3","team":"chain-core"}""".formatted(id, id);
    }

    private static JsonNode withEntry(JsonNode incident) {
        return accepted(API + "/" + incident.get("incidentId").asText() + "/timeline", """
                {"kind":"OBSERVATION","text":"Blocks are late","occurredAt":"2026-03-01T12:00:00Z"}""");
    }

    private static JsonNode withSeries(JsonNode incident) {
        return accepted(API + "/" + incident.get("incidentId").asText() + "/evidence", """
                {"kind":"METRIC_SERIES","title":"Peers","points":[{"at":"2026-03-01T12:00:00Z","value":17}]}""");
    }

    static String access(String about) {
        return switch (about) {
            case "OPEN", "TEAM" -> "\"visibility\":\"%s\"".formatted(about);
            case "RESTRICTED to the responder" -> restricted("responder");
            case "RESTRICTED to the responder and the outsider" -> restricted("responder", "outsider");
            default -> throw new IllegalArgumentException("no incident is about " + about);
        };
    }

    private static String restricted(String... names) {
        var people = Stream.of(names)
                .map(name -> "\"" + Person.named(name).subject() + "\"")
                .collect(Collectors.joining(","));
        return "\"visibility\":\"RESTRICTED\",\"people\":[%s]".formatted(people);
    }

    private static JsonNode accepted(String address, String body) {
        var answer = Person.named("responder").post(address, JSON, body);
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException("%d: %s".formatted(answer.statusCode(), answer.body()));
        }
        return Person.json(answer.body());
    }
}
