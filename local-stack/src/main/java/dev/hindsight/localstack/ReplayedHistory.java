package dev.hindsight.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The commands that put an incident on record as its history tells it, in the order in which things happened.
 *
 * @param declaration the body that declares it anew
 * @param commands all that follows
 */
record ReplayedHistory(ObjectNode declaration, List<Command> commands) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One command.
     *
     * @param path below the address of the incident
     */
    record Command(String path, ObjectNode body) {

        Instant at() {
            return Instant.parse(body.at("/occurredAt/earliest").asText());
        }

        /** What it says, in a line. */
        String words() {
            return switch (path) {
                case "marks" -> body.path("mark").asText();
                case "timeline" -> body.path("text").asText();
                default -> "";
            };
        }
    }

    /** @param events the history of an imported incident, oldest first, as the API tells it */
    static ReplayedHistory of(List<JsonNode> events) {
        var declared = events.getFirst().path("payload");
        var declaration = JSON.createObjectNode();
        Stream.of("title", "summary", "severity", "team", "mode", "systems", "chains", "detectionSource", "occurredAt")
                .filter(declared::hasNonNull)
                .forEach(field -> declaration.set(field, declared.get(field)));
        var commands = new ArrayList<Command>();
        events.stream().skip(1).forEach(event -> commands.addAll(commands(event)));
        commands.sort(Comparator.comparing(Command::at)); // stable: what happened at once stays as it was recorded
        return new ReplayedHistory(declaration, commands);
    }

    private static List<Command> commands(JsonNode event) {
        var payload = event.path("payload");
        return switch (event.path("type").asText()) {
            case "incident-imported" -> List.of(); // where the record came from is no part of the outage
            case "mark-recorded" -> List.of(command("marks", payload, "mark", "occurredAt", "episode"));
            case "timeline-entry-added" ->
                List.of(command(
                        "timeline", payload.path("facts"), "kind", "text", "occurredAt", "source", "chainPosition"));
            case "incident-mitigated" -> List.of(command("mitigate", payload, "occurredAt", "note"));
            case "incident-resolved" -> List.of(command("resolve", payload, "occurredAt", "note"));
            default ->
                throw new StackFailure("A history with %s cannot be replayed."
                        .formatted(event.path("type").asText()));
        };
    }

    private static Command command(String path, JsonNode from, String... fields) {
        var body = JSON.createObjectNode();
        Stream.of(fields).filter(from::hasNonNull).forEach(field -> body.set(field, from.get(field)));
        if (!body.has("occurredAt")) {
            throw new StackFailure(
                    "The record does not say when the step \"%s\" was taken, so it cannot be replayed; choose another one."
                            .formatted(path));
        }
        return new Command(path, body);
    }
}
