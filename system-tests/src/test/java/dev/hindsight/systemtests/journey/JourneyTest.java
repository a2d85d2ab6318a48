package dev.hindsight.systemtests.journey;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hindsight.systemtests.RunningStack;
import dev.hindsight.systemtests.authorization.Person;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From an outage to a proof of what was done about it, through the one door, each step by whoever takes it. */
class JourneyTest {

    private static final String API = RunningStack.GATEWAY + "/api";
    private static final String JSON = "application/json";

    @BeforeAll
    static void startStack() {
        RunningStack.startOnce();
    }

    private final Person responder = Person.named("responder");
    private final Person facilitator = Person.named("facilitator");
    private final Person executive = Person.named("executive");
    private final Person auditor = Person.named("auditor");

    @Test
    void fromAnOutageToAProofOfWhatWasDoneAboutIt() throws GeneralSecurityException {
        var completedBefore = completed();

        var incident = resolvedIncident();
        var agreed = agreedActionItem(incident);
        var item = onlyItemOf(incident, agreed);
        assertThat(item.path("status").asText()).isEqualTo("ACCEPTED"); // the meeting agreed on owner and date

        var path = "/action-items/" + item.path("actionItemId").asText();
        var done = post(responder, path + "/complete", """
                {"evidence":["https://example.test/changes/17"]}""");
        assertThat(Person.json(done.body()).path("status").asText()).isEqualTo("DONE");

        assertThat(completed("Log-Entry", entryOf(done))).isEqualTo(completedBefore + 1);
        assertProven(entryOf(done)); // it waits until the entry is sealed
        assertThat(sealed(item.path("actionItemId").asText()))
                .containsExactly("action-item-opened", "action-item-completed");
    }

    private String resolvedIncident() {
        var declared = post(responder, "/incidents", """
                {"title":"Blocks stopped","severity":"SEV2","team":"chain-core"}""");
        var path =
                "/incidents/" + Person.json(declared.body()).path("incidentId").asText();
        post(responder, path + "/timeline", """
                {"kind":"OBSERVATION","text":"No new block","occurredAt":"2026-03-01T12:00:00Z"}""");
        var resolved = post(responder, path + "/resolve", "{}");
        return Person.json(resolved.body()).path("incidentId").asText();
    }

    /** What the answer says of the agreement: the tracker of another service has to have heard of it. */
    private String agreedActionItem(String incident) {
        var postMortem = post(facilitator, "/postmortems", """
                {"incidentIds":["%s"]}""".formatted(incident));
        var id = Person.json(postMortem.body()).path("postMortemId").asText();
        post(facilitator, "/postmortems/%s/start".formatted(id), """
                {"reason":"All are here today"}""");
        post(facilitator, "/postmortems/%s/analysis/conclude".formatted(id), """
                {"override":{"reason":"The cause is on the first page of the manual"}}""");
        return entryOf(post(
                facilitator, "/postmortems/%s/action-items".formatted(id), """
                {"title":"Alert when no block comes","owner":"%s","due":"%s"}""".formatted(responder.subject(), due())));
    }

    private JsonNode onlyItemOf(String incident, String logEntry) {
        var items = current(responder, "/action-items?incident=" + incident, "Log-Entry", logEntry)
                .path("items");
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private int completed(String... headers) {
        return current(executive, "/reports/executive", headers)
                .at("/actionItems/completed")
                .asInt(-1);
    }

    /** A service that was just started may say that it is behind: then it is asked again. */
    private static JsonNode current(Person person, String path, String... headers) {
        var answer = await().atMost(1, MINUTES)
                .until(
                        () -> get(person, path, headers),
                        got -> got.headers().firstValue("Hindsight-Stale").isEmpty());
        return Person.json(answer.body());
    }

    private List<String> sealed(String aggregate) {
        return Person.json(get(auditor, "/audit/events?aggregate=" + aggregate).body())
                .path("items")
                .valueStream()
                .map(event -> event.path("type").asText())
                .toList();
    }

    private void assertProven(String eventId) throws GeneralSecurityException {
        var proof = new ProofOfInclusion(
                get(auditor, "/audit/proofs/inclusion?event=" + eventId).body());
        var key = get(auditor, "/audit/key").body();

        assertThat(new String(proof.entry(), StandardCharsets.ISO_8859_1)).contains(eventId);
        assertThat(proof.leadsToTheRoot()).isTrue();
        assertThat(proof.isSignedBy(key)).isTrue();
    }

    private static LocalDate due() {
        return LocalDate.parse("2026-12-01");
    }

    private static String entryOf(HttpResponse<String> answer) {
        return answer.headers().firstValue("Log-Entry").orElseThrow();
    }

    private static HttpResponse<String> get(Person person, String path, String... headers) {
        var answer = person.get(API + path, "*/*", headers);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static HttpResponse<String> post(Person person, String path, String body) {
        var answer = person.post(API + path, JSON, body);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return answer;
    }
}
