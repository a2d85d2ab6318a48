package dev.hindsight.incident;

import static dev.hindsight.logkit.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.hindsight.logkit.ServiceEnvironment;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class LiveStreamTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TestHTTPResource("/api/incidents/")
    URI incidents;

    private record Told(String id, String name, String data) {}

    @Test
    void tellsWhatHappensAndAfterACutEverythingSinceThen() throws Exception {
        var id = declare();
        var seen = new ArrayList<Told>();
        try (var stream = open(id, "responder", null)) {
            seen.addAll(read(stream, 1)); // from where on it tells
            post(id, "timeline", "{\"kind\":\"ALERT\",\"text\":\"one\",\"occurredAt\":\"2026-03-01T12:00:00Z\"}");
            post(declare(), "resolve", "{}");
            post(id, "mitigate", "{}");
            seen.addAll(read(stream, 2));
        }
        post(id, "resolve", "{}");
        post(id, "close", "{}");
        try (var stream = open(id, "responder", seen.getLast().id())) {
            assertThat(read(stream, 1)).extracting(Told::name).containsExactly("position");
            seen.addAll(read(stream, 2));
        }

        assertThat(seen)
                .extracting(Told::name)
                .containsExactly(
                        "position",
                        "timeline-entry-added",
                        "incident-mitigated",
                        "incident-resolved",
                        "incident-closed");
        assertThat(seen)
                .extracting(told -> Long.parseLong(told.id()))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(seen.get(1).data())
                .contains("\"text\":\"one\"")
                .contains("\"position\":" + seen.get(1).id());
    }

    @Test
    void whoeverIsCutOffBeforeAnythingHappenedMissesNothingEither() throws Exception {
        var id = declare();
        Told beginning;
        try (var stream = open(id, "executive", null)) {
            beginning = read(stream, 1).getFirst();
        }
        post(id, "resolve", "{}");

        try (var stream = open(id, "executive", beginning.id())) {
            assertThat(read(stream, 2)).extracting(Told::name).containsExactly("position", "incident-resolved");
        }
    }

    @Test
    void endsForWhoeverMayNoLongerReadTheIncident() throws Exception {
        var declared = as("responder")
                .body("{\"title\":\"Exploit\",\"severity\":\"SEV1\",\"team\":\"chain-core\"}")
                .post("/api/incidents");
        var id = declared.<String>path("incidentId");
        try (var stream = open(id, "outsider", null)) {
            read(stream, 1);
            post(
                    id,
                    "visibility",
                    "{\"visibility\":\"RESTRICTED\",\"people\":[\"%s\"],\"reason\":\"exploit\"}"
                            .formatted(declared.<String>path("declaredBy")));

            assertThat(stream.lines()).noneMatch(line -> line.startsWith("data:"));
        }
        as("outsider").get("/api/incidents/%s/stream".formatted(id)).then().statusCode(404);
    }

    @Test
    void anIdThatNoEventHasIsRefused() {
        for (var wrong : List.of("yesterday", "999999999999")) {
            as("responder")
                    .header("Last-Event-ID", wrong)
                    .get("/api/incidents/%s/stream".formatted(declare()))
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo("Last-Event-ID"));
        }
    }

    private BufferedReader open(String id, String user, @Nullable String lastEventId)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(incidents.resolve(id + "/stream"))
                .header("Authorization", "Bearer " + ServiceEnvironment.tokenOf(user))
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        var answer = HTTP.send(request.build(), BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    /** The next events, as section 9.2.6 of WHATWG HTML has them parsed; comments are passed over. */
    private static List<Told> read(BufferedReader stream, int count) throws IOException {
        var told = new ArrayList<Told>();
        String id = "";
        String name = "";
        String data = "";
        while (told.size() < count) {
            var line = stream.readLine();
            assertThat(line).as("the stream goes on").isNotNull();
            if (line.startsWith("id:")) {
                id = line.substring(3).strip();
            } else if (line.startsWith("event:")) {
                name = line.substring(6).strip();
            } else if (line.startsWith("data:")) {
                data = line.substring(5).strip();
            } else if (line.isEmpty() && !data.isEmpty()) {
                told.add(new Told(id, name, data));
                data = "";
            }
        }
        return told;
    }

    private static String declare() {
        return as("responder")
                .body("{\"title\":\"Streamed\",\"severity\":\"SEV1\",\"team\":\"chain-core\"}")
                .post("/api/incidents")
                .then()
                .statusCode(201)
                .extract()
                .path("incidentId");
    }

    private static void post(String id, String path, String body) {
        as("responder")
                .body(body)
                .post("/api/incidents/%s/%s".formatted(id, path))
                .then()
                .statusCode(200);
    }
}
