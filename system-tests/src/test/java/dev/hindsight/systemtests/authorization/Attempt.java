package dev.hindsight.systemtests.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.hindsight.systemtests.authorization.Matrix.Row;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** One cell of the matrix tried out: an endpoint, asked by one person at one door. */
final class Attempt {

    private static final String ITEMS = "/api/action-items";
    private static final String ITEMS_PAGE = "/action-items";
    private static final String POST_MORTEMS = "/api/postmortems";
    private static final Set<String> LISTS =
            Set.of("GET /api/incidents", "GET /incidents", "GET " + ITEMS, "GET " + ITEMS_PAGE, "GET " + POST_MORTEMS);
    private static final List<String> BEGINNINGS = List.of("POST /api/incidents", "POST /api/incidents/import");

    private final Row row;
    private final Person person;
    private final String door;
    private final JsonNode incident;
    private final String title = UUID.randomUUID().toString();
    private final String lastRebuild;
    private final String term;
    private final String webhook;
    private final long lastVersion;
    private JsonNode before = MissingNode.getInstance();
    private String location = "";

    Attempt(Row row, String person, String door, JsonNode incident) {
        this.row = row;
        this.person = Person.named(person);
        this.door = door;
        this.incident = incident;
        this.lastRebuild = Rebuilds.concerns(row.path()) ? Rebuilds.settled() : "";
        this.term = WordsAndPolicies.isATerm(row.path()) ? WordsAndPolicies.defined() : "";
        this.webhook = Webhooks.isOne(row.path()) ? Webhooks.begun() : "";
        this.lastVersion = hasVersion() ? WordsAndPolicies.version(row.path(), term) : 0;
    }

    /** The answer in the words of the matrix. */
    String outcome() {
        if (isAboutWhatFollows() && row.verb().equals("POST")) {
            before = FollowUps.now(followUp());
        }
        if (row.path().endsWith("/stream")) {
            return Integer.toString(person.statusOf(door + path()));
        }
        var answer = send();
        location = answer.headers().firstValue("Location").orElse("");
        if (LISTS.contains(row.endpoint()) && answer.statusCode() == 200) {
            return answer.body().contains(listedAs()) ? "listed" : "hidden";
        }
        if (answer.body().contains("\"outcome\":\"REJECTED\"")) {
            return "rejected";
        }
        return Integer.toString(answer.statusCode());
    }

    /** Whether anything is recorded now that was not before it. */
    boolean hasChangedSomething() {
        if (Rebuilds.concerns(row.path())) {
            return !Rebuilds.requestedAt().equals(lastRebuild);
        }
        if (row.endpoint().equals("POST /api/postmortems")) {
            return location.contains("/api/postmortems/");
        }
        if (row.endpoint().equals("POST " + ITEMS)) {
            return location.contains(ITEMS + "/");
        }
        if (row.endpoint().equals("POST /api/webhooks")) {
            return location.contains("/api/webhooks/");
        }
        if (Webhooks.isOne(row.path())) {
            return Webhooks.version(webhook) > 1;
        }
        if (row.endpoint().equals("POST /api/glossary")) {
            return location.contains("/api/glossary/");
        }
        if (hasVersion()) {
            return WordsAndPolicies.version(row.path(), term) > lastVersion;
        }
        if (isAboutWhatFollows()) {
            return !FollowUps.now(followUp()).equals(before);
        }
        return BEGINNINGS.contains(row.endpoint())
                ? Incidents.listed(title) > 0
                : row.path().contains("{id}") && !Incidents.now(id()).equals(incident);
    }

    private boolean isAboutWhatFollows() {
        return row.isAboutPostMortem() || row.isAboutActionItem();
    }

    private boolean hasVersion() {
        return WordsAndPolicies.isATerm(row.path()) || WordsAndPolicies.isAPolicy(row.path());
    }

    private HttpResponse<String> send() {
        var address = door + path();
        return switch (row.verb()) {
            case "GET" -> person.get(address, accept());
            case "POST" ->
                person.post(
                        address,
                        mediaType(),
                        row.isAboutPostMortem() ? PostMortems.body(row, incident) : Bodies.of(row, title));
            case "DELETE" -> person.delete(address);
            case "PUT" -> person.put(address, mediaType(), Bodies.of(row, title));
            default -> throw new IllegalStateException("It is not said how to send " + row);
        };
    }

    private String accept() {
        if (row.path().startsWith("/api/audit") || row.path().endsWith(".csv")) {
            return "*/*"; // proofs are texts and bytes
        }
        return row.path().startsWith("/api/") || row.path().endsWith(".json") ? Incidents.JSON : "text/html";
    }

    private String path() {
        var path = row.path()
                .replace("{entry}", part("/timeline/0/entryId"))
                .replace("{dispute}", part("/timeline/0/disputes/0/disputeId"))
                .replace("{impact}", part("/impacts/0/impactId"))
                .replace("{unknown}", part("/register/unknowns/0/unknownId"))
                .replace("{evidence}", part("/evidence/0/evidenceId"))
                .replace("{suggestion}", part("/severitySuggestions/0/suggestionId"))
                .replace("{hypothesis}", part("/discussed/hypotheses/0/hypothesisId"))
                .replace("{factor}", part("/discussed/factors/0/factorId"))
                .replace("{parked}", part("/discussed/parked/0/parkedId"))
                .replace("{note}", part("/discussed/meeting/notes/0/noteId"))
                .replace("{statement}", part("/discussed/meeting/statements/0/statementId"))
                .replace("{phase}", "Q_AND_A")
                .replace("{sequence}", "0")
                .replace("{id}", subject())
                .replace("{digest}", UUID.randomUUID().toString())
                .replace("{delivery}", UUID.randomUUID().toString())
                .replace("{reference}", row.isAboutActionItem() ? subject() : reference())
                .replace("{term}", term)
                .replace("{team}", "chain-core")
                .replace("{type}", "not-found")
                .replace("{tile:.+}", "0/000.p/1")
                .replace("{bundle:.+}", "000.p/1")
                .replace("{service}", Rebuilds.SERVICE)
                .replace("{name}", Rebuilds.PROJECTION)
                .replace("{tracker}", "owner")
                .replace("/q/*", "/q/health")
                .replace("/assets/*", "/assets/hindsight.css")
                .replace("*", "nothing-is-here");
        return switch (row.path()) {
            case "/api/audit/proofs/inclusion" -> path + "?event=" + Incidents.anEvent();
            case "/api/audit/proofs/consistency" -> path + "?from=1";
            case POST_MORTEMS -> path + "?incident=" + id();
            default -> LISTS.contains(row.endpoint()) ? path + "?limit=200&q=" + words() : path;
        };
    }

    private String mediaType() {
        return row.about().endsWith("NDJSON") ? "application/x-ndjson" : Incidents.JSON;
    }

    private String subject() {
        if (isAboutWhatFollows()) {
            return followUp().substring(followUp().lastIndexOf('/') + 1);
        }
        return Webhooks.isOne(row.path()) ? webhook : id();
    }

    /** Whose state it is about, below {@code /api}: an item is where what is asked for can follow. */
    private String followUp() {
        if (row.isAboutPostMortem()) {
            return "/postmortems/" + postMortem();
        }
        return "/action-items/" + incident.path(FollowUps.subject(row)).asText();
    }

    private String listedAs() {
        return switch (row.path()) {
            case ITEMS -> incident.path("proposed").asText();
            case POST_MORTEMS -> postMortem();
            default -> reference();
        };
    }

    private String id() {
        return incident.path("incidentId").asText();
    }

    private String reference() {
        return incident.path("reference").asText();
    }

    /** The id of something it has; of something else where it has none, as whoever is refused is refused first. */
    private String part(String pointer) {
        return incident.at(pointer).asText(UUID.randomUUID().toString());
    }

    private String postMortem() {
        return incident.at("/discussed/postMortemId").asText();
    }

    /** A word of the title that no other incident has. */
    private String words() {
        if (row.isAboutActionItem()) {
            return incident.path("word").asText();
        }
        var title = incident.path("title").asText();
        return title.substring(title.lastIndexOf(' ') + 1);
    }
}
