package dev.hindsight.systemtests.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hindsight.systemtests.RunningStack;
import dev.hindsight.systemtests.authorization.Person;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A post-mortem of a real outage from its plan to its publication, by three people through the gateway. */
class ScriptedMeetingTest {

    private static final String API = RunningStack.GATEWAY + "/api";
    private static final String JSON = "application/json";
    private static final Person RESPONDER = Person.named("responder");
    private static final Person FACILITATOR = Person.named("facilitator");
    private static final Person EXECUTIVE = Person.named("executive");
    private static final String DONE = "{}";

    /** What each command was answered, by the version that it led to. */
    private final Map<Long, JsonNode> live = new LinkedHashMap<>();

    private String path = "";
    private JsonNode state;

    @BeforeAll
    static void startStack() {
        RunningStack.startOnce();
    }

    @Test
    void leadsFromThePlanToThePublicationAndIsReplayedAsItWas() {
        var incident = outage();
        plan(incident);
        prepare(incident);
        reviewTheTimeline();
        RunningStack.kill("incident-service");
        RunningStack.awaitBack("incident-service");
        analyse(incident);
        agree();
        publish();

        assertThat(state.path("state").asText()).isEqualTo("PUBLISHED");
        assertThat(state.at("/conclusion/overrideReason").asText()).isNotEmpty();
        assertThat(state.path("hypotheses").findValuesAsText("state")).contains("REFUTED", "REFUTED", "SUPPORTED");
        assertThat(state.path("parked")).hasSize(3);
        assertThat(state.at("/meeting/notes/0/corrected")).hasSize(1);
        mustBeReplayedAsItWas();
        mustBeFollowedUp(incident);
    }

    private static String outage() {
        var found = get(RESPONDER, "/incidents?q=finality&limit=1").at("/items/0");
        return found.path("incidentId").asText();
    }

    private void plan(String incident) {
        var planned = FACILITATOR.post(API + "/postmortems", JSON, """
                {"incidentIds":["%s"],"planned":true}""".formatted(incident));
        assertThat(planned.statusCode()).isEqualTo(201);
        state = Person.json(planned.body());
        path = "/postmortems/" + state.path("postMortemId").asText();
        remember();
        assertThat(state.path("state").asText()).isEqualTo("PLANNED");
    }

    private void prepare(String incident) {
        by(FACILITATOR, "/prepare", """
                {"owner":"%s","facilitator":"%s"}""".formatted(RESPONDER.subject(), FACILITATOR.subject()));
        by(FACILITATOR, "/agenda", """
                {"phases":[{"phase":"TIMELINE_REVIEW","minutes":20},{"phase":"ROOT_CAUSE_ANALYSIS","minutes":20},
                           {"phase":"ACTION_ITEMS","minutes":10}],"sent":true}""");
        by(FACILITATOR, "/participants", """
                {"person":"%s","role":"SCRIBE"}""".formatted(RESPONDER.subject()));
        by(FACILITATOR, "/participants", """
                {"person":"%s"}""".formatted(EXECUTIVE.subject()));
        for (var statement : new String[] {
            "Attestations to old targets exhausted the state cache",
            "A network partition split the validators",
            "The proposers' clocks were wrong"
        }) {
            by(RESPONDER, "/hypotheses", """
                    {"statement":"%s","predicts":"It shows in the participation by epoch"}""".formatted(statement));
        }
        by(FACILITATOR, "/schedule", """
                {"startsAt":"2026-05-04T09:00:00Z","place":"the incident room"}""");
        var checklist = get(FACILITATOR, path + "/checklist");
        assertThat(checklist.path("complete").asBoolean()).isFalse();
        refused(FACILITATOR, "/start", DONE, 409, "post-mortem-reason-needed");
        for (var item : checklist.path("missing")) {
            by(FACILITATOR, "/checklist", """
                    {"item":"%s","reason":"the public report is all there is"}""".formatted(item.asText()));
        }
        assertThat(get(FACILITATOR, path + "/checklist").path("complete").asBoolean())
                .isTrue();
        assertThat(incident).isEqualTo(state.at("/incidentIds/0").asText());
    }

    private void reviewTheTimeline() {
        by(FACILITATOR, "/start", at("09:00"));
        by(RESPONDER, "/join", at("09:00"));
        by(FACILITATOR, "/phases/TIMELINE_REVIEW/open", at("09:01"));
        var all = get(RESPONDER, path + "/timeline/counts").path("entries").asInt();
        var middle = get(RESPONDER, path + "/timeline?limit=200").path("items");
        var moment = middle.get(middle.size() / 2).path("knownFrom").asText();
        by(FACILITATOR, "/mask", "{\"moment\":\"%s\"}".formatted(moment));
        assertThat(get(RESPONDER, path + "/timeline/counts").path("entries").asInt())
                .isLessThan(all);
        by(RESPONDER, "/notes", "{\"text\":\"Participation fell at 20:09\"}");
        var note = state.at("/meeting/notes/0/noteId").asText();
        by(RESPONDER, "/notes/%s/corrections".formatted(note), """
                {"text":"Participation fell at 20:06","reason":"read from the chain itself"}""");
        by(RESPONDER, "/statements", "{\"text\":\"We were not told for ten minutes\"}");
        var statement = state.at("/meeting/statements/0/statementId").asText();
        by(FACILITATOR, "/statements/%s/restate".formatted(statement), """
                {"text":"The first signal reached people after ten minutes."}""");
        by(RESPONDER, "/action-items", "{\"title\":\"Alert on falling participation\"}");
        by(RESPONDER, "/action-items", "{\"title\":\"Restart the nodes every night\"}");
        by(FACILITATOR, "/unmask", "{\"reason\":\"the analysis begins\"}");
        refused(FACILITATOR, "/phases/ROOT_CAUSE_ANALYSIS/open", DONE, 409, "phase-open");
    }

    /** The meeting goes on in the phase it was in, though the service was killed meanwhile. */
    private void analyse(String incident) {
        assertThat(get(RESPONDER, path).at("/meeting/openPhase").asText()).isEqualTo("TIMELINE_REVIEW");
        refused(FACILITATOR, "/phases/TIMELINE_REVIEW/extend", """
                {"minutes":10,"votesFor":1,"votesAgainst":1}""", 409, "extension-not-carried");
        by(FACILITATOR, "/phases/TIMELINE_REVIEW/extend", """
                {"minutes":10,"votesFor":3,"votesAgainst":1,"occurredAt":"2026-05-04T09:20:00Z"}""");
        by(FACILITATOR, "/phases/TIMELINE_REVIEW/close", at("09:36"));
        assertThat(state.at("/meeting/phases/0/overrunSeconds").asLong()).isEqualTo(300);
        refused(FACILITATOR, "/phases/ACTION_ITEMS/open", DONE, 409, "analysis-not-concluded");
        by(FACILITATOR, "/phases/ROOT_CAUSE_ANALYSIS/open", at("09:36"));
        var evidence = RESPONDER.post(API + "/incidents/%s/evidence".formatted(incident), JSON, """
                {"kind":"LINK","title":"The public report","url":"https://example.org/report"}""");
        var evidenceId =
                Person.json(evidence.body()).at("/evidence/0/evidenceId").asText();
        for (int i = 0; i < 3; i++) {
            by(RESPONDER, hypothesis(i) + "/assess", """
                    {"evidenceId":"%s","consistency":"%s"}""".formatted(evidenceId, i == 0 ? "CC" : "II"));
        }
        assertThat(state.at("/matrix/rows/0/telling").asBoolean()).isTrue();
        for (int i = 1; i < 3; i++) {
            by(FACILITATOR, hypothesis(i) + "/refute", "{\"reasoning\":\"it would show in other epochs\"}");
        }
        by(FACILITATOR, hypothesis(0) + "/support", "{\"reasoning\":\"the cache figures fit\"}");
        by(FACILITATOR, "/factors", """
                {"statement":"The cache was sized for fewer targets","role":"ENABLING","layer":"CONSENSUS",
                 "kind":"CAPACITY"}""");
        by(RESPONDER, "/action-items", "{\"title\":\"Bound the work per attestation\"}");
        refused(FACILITATOR, "/analysis/conclude", DONE, 409, "analysis-incomplete");
        by(FACILITATOR, "/analysis/conclude", """
                {"occurredAt":"2026-05-04T09:50:00Z",
                 "override":{"reason":"the network cannot be brought into that state again"}}""");
        by(FACILITATOR, "/phases/ROOT_CAUSE_ANALYSIS/close", at("09:50"));
    }

    private void agree() {
        by(FACILITATOR, "/phases/ACTION_ITEMS/open", at("09:51"));
        refused(FACILITATOR, "/end", DONE, 409, "parked-unresolved");
        by(FACILITATOR, parked(0) + "/agree", """
                {"owner":"%s","due":"2026-06-01"}""".formatted(RESPONDER.subject()));
        by(FACILITATOR, parked(1) + "/drop", "{\"reason\":\"it would hide the cause\"}");
        by(FACILITATOR, parked(2) + "/agree", """
                {"owner":"%s","due":"2026-07-01"}""".formatted(RESPONDER.subject()));
        by(FACILITATOR, "/end", at("10:00"));
        assertThat(state.at("/meeting/openPhase").isNull()).isTrue();
    }

    private void publish() {
        refused(EXECUTIVE, "/approve", DONE, 409, "review-not-shared");
        by(FACILITATOR, "/review", DONE);
        refused(RESPONDER, "/approve", DONE, 409, "owner-cannot-approve");
        by(EXECUTIVE, "/approve", "{\"comment\":\"The risk is plain\"}");
        by(FACILITATOR, "/publish", DONE);
    }

    private void mustBeReplayedAsItWas() {
        var history = get(FACILITATOR, path + "/events?limit=200").path("items");
        assertThat(history).hasSize(state.path("version").asInt());
        live.forEach((version, answer) -> {
            var position = history.get((int) (version - 1)).path("position").asLong();
            assertThat(get(EXECUTIVE, path + "?atPosition=" + position))
                    .as("the meeting at position %d", position)
                    .isEqualTo(answer);
        });
    }

    /** By the log alone: nobody tells actionitem-service of it. */
    private static void mustBeFollowedUp(String incident) {
        var items = get(RESPONDER, "/action-items?incident=" + incident + "&limit=200")
                .path("items")
                .findValuesAsText("title");
        assertThat(items).contains("Alert on falling participation", "Bound the work per attestation");
    }

    private String hypothesis(int number) {
        return "/hypotheses/"
                + state.at("/hypotheses/%d/hypothesisId".formatted(number)).asText();
    }

    private String parked(int number) {
        return "/parked/" + state.at("/parked/%d/parkedId".formatted(number)).asText();
    }

    private static String at(String time) {
        return "{\"occurredAt\":\"2026-05-04T%s:00Z\"}".formatted(time);
    }

    private void by(Person person, String command, String body) {
        var answer = person.post(API + path + command, JSON, body);
        assertThat(answer.statusCode()).as("%s: %s", command, answer.body()).isEqualTo(200);
        state = Person.json(answer.body());
        remember();
    }

    private void remember() {
        live.put(state.path("version").asLong(), ((ObjectNode) state).deepCopy());
    }

    private void refused(Person person, String command, String body, int status, String type) {
        var answer = person.post(API + path + command, JSON, body);
        assertThat(answer.statusCode()).as("%s: %s", command, answer.body()).isEqualTo(status);
        assertThat(Person.json(answer.body()).path("type").asText()).isEqualTo("/problems/" + type);
    }

    private static JsonNode get(Person person, String path) {
        var answer = person.get(API + path, JSON);
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
        return Person.json(answer.body());
    }
}
