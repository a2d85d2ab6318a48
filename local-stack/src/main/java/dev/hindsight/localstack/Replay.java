package dev.hindsight.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Plays a sample outage live into a running Hindsight, command by command, and compares what comes of it with its import. */
final class Replay {

    private static final String USER = "responder";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Settings settings;
    private final PrintStream out;

    Replay(Settings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    /**
     * The exit code: 0 if the two incidents are equal.
     *
     * @param speed how many seconds of the outage pass in one of ours; infinity does not wait at all
     */
    int run(String recordId, double speed) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var api = new Api(client, settings.gatewayUrl() + "/api", token());
            var imported = imported(recordId, api.token);
            var history = ReplayedHistory.of(api.history(imported));
            var replayed = api.post("/incidents", history.declaration())
                    .path("reference")
                    .asText();
            out.printf("Replaying %s (%s) as %s%n%n", imported, recordId, replayed);
            play(history.commands(), api, replayed, speed);
            return compare(api.get("/incidents/" + imported), api.get("/incidents/" + replayed));
        } catch (ConnectException notRunning) {
            throw ImportClient.notRunning(settings.gatewayUrl(), notRunning);
        }
    }

    private void play(List<ReplayedHistory.Command> commands, Api api, String incident, double speed)
            throws IOException, InterruptedException {
        @Nullable Instant before = null;
        for (var command : commands) {
            if (before != null) {
                Thread.sleep(Duration.ofMillis(
                        (long) (Duration.between(before, command.at()).toMillis() / speed)));
            }
            before = command.at();
            api.post("/incidents/" + incident + "/" + command.path(), command.body());
            out.printf("  %s  %-8s  %s%n", command.at(), command.path(), shortened(command.words()));
        }
    }

    private int compare(JsonNode imported, JsonNode replayed) {
        var differing = new ArrayList<String>();
        for (var field :
                List.of("title", "summary", "severity", "status", "mode", "team", "systems", "chains", "durations")) {
            requireEqual(field, imported.path(field), replayed.path(field), differing);
        }
        requireEqual("marks", marks(imported), marks(replayed), differing);
        requireEqual("timeline", timeline(imported), timeline(replayed), differing);
        if (differing.isEmpty()) {
            out.printf(
                    "%nEqual to the imported record: %d marks, %d timeline entries, every duration.%n",
                    marks(imported).size(), timeline(imported).size());
            return 0;
        }
        out.printf("%nDiffers from the imported record in %s.%n", String.join(", ", differing));
        return 1;
    }

    private static void requireEqual(String what, Object imported, Object replayed, List<String> differing) {
        if (!Objects.equals(imported, replayed)) {
            differing.add(
                    "%s (%s, not %s)".formatted(what, shortened(replayed.toString()), shortened(imported.toString())));
        }
    }

    private static List<String> marks(JsonNode incident) {
        return each(
                        incident.path("marks"),
                        mark -> mark.path("mark").asText() + mark.path("occurredAt") + mark.path("episode"))
                .sorted()
                .toList();
    }

    private static List<String> timeline(JsonNode incident) {
        return each(
                        incident.path("timeline"),
                        entry -> Stream.of("kind", "text", "occurredAt", "source", "chainPosition")
                                .map(field -> entry.path(field).toString())
                                .toList()
                                .toString())
                .toList();
    }

    private static Stream<String> each(JsonNode list, Function<JsonNode, String> words) {
        return StreamSupport.stream(list.spliterator(), false).map(words);
    }

    private static String shortened(String text) {
        return text.length() > 100 ? text.substring(0, 99) + "…" : text;
    }

    private String imported(String recordId, String token) throws IOException, InterruptedException {
        var record = SampleRecord.all(settings.checkout()).stream()
                .filter(sample -> sample.id().equals(recordId))
                .findFirst()
                .orElseThrow(() ->
                        new StackFailure("There is no record %s in samples/incidents; its files are named after them."
                                .formatted(recordId)));
        var outcomes = new ArrayList<ImportOutcome>();
        new ImportClient(settings.gatewayUrl(), token).send(List.of(record), outcomes::add);
        if (outcomes.size() != 1 || !outcomes.getFirst().isThere()) {
            throw new StackFailure("The record could not be imported: %s".formatted(outcomes));
        }
        return outcomes.getFirst().reference();
    }

    private String token() throws IOException, InterruptedException {
        return new DirectGrant(settings.realmUrl()).accessToken(USER, USER);
    }

    /** How fast, as it is written: {@code 60}, or {@code max} for without waiting. */
    static double speed(String text) {
        if (text.toLowerCase(Locale.ROOT).equals("max")) {
            return Double.POSITIVE_INFINITY;
        }
        if (!text.matches("\\d{1,9}(\\.\\d+)?") || Double.parseDouble(text) == 0) {
            throw new StackFailure("The speed must be a number above 0, or max, not \"%s\".".formatted(text));
        }
        return Double.parseDouble(text);
    }

    private record Api(HttpClient client, String url, String token) {

        JsonNode get(String path) throws IOException, InterruptedException {
            return send(request(path).GET());
        }

        JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
            return send(request(path)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
        }

        /** All pages. */
        List<JsonNode> history(String incident) throws IOException, InterruptedException {
            var events = new ArrayList<JsonNode>();
            var next = "";
            do {
                var page = get("/incidents/" + incident + "/events?limit=200" + next);
                page.path("items").forEach(events::add);
                next = page.hasNonNull("nextCursor")
                        ? "&cursor=" + page.path("nextCursor").asText()
                        : "";
            } while (!next.isEmpty());
            return events;
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + token);
        }

        private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new StackFailure("Refused with status %d: %s".formatted(answer.statusCode(), answer.body()));
            }
            return JSON.readTree(answer.body());
        }
    }
}
