package dev.hindsight.systemtests.commands;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hindsight.systemtests.RunningStack;
import dev.hindsight.systemtests.authorization.Person;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/** One outage from its declaration to a completed action item; whoever is not answered asks again with the same key. */
record Outage(String incident, String postMortem, String actionItem) {

    private static final String API = RunningStack.GATEWAY + "/api/";
    private static final String JSON = "application/json";
    private static final Person RESPONDER = Person.named("responder");
    private static final Person FACILITATOR = Person.named("facilitator");

    static Outage recorded() {
        var incident = sent(RESPONDER, "incidents", """
                {"title":"Recorded while services died","severity":"SEV3","team":"chain-core"}""").path("incidentId").asText();
        sent(RESPONDER, "incidents/%s/timeline".formatted(incident), """
                {"kind":"ACTION","text":"Went on","occurredAt":"2026-03-01T12:00:00Z"}""");
        sent(RESPONDER, "incidents/%s/resolve".formatted(incident), "{}");
        var postMortem = sent(FACILITATOR, "postmortems", """
                {"incidentIds":["%s"]}""".formatted(incident))
                .path("postMortemId")
                .asText();
        sent(FACILITATOR, "postmortems/%s/start".formatted(postMortem), """
                {"reason":"All are here today"}""");
        sent(FACILITATOR, "postmortems/%s/analysis/conclude".formatted(postMortem), """
                {"override":{"reason":"The cause is known"}}""");
        sent(FACILITATOR, "postmortems/%s/action-items".formatted(postMortem), """
                {"title":"Go on sooner","owner":"%s","due":"2026-12-01"}""".formatted(RESPONDER.subject()));
        var actionItem = opened(incident);
        sent(RESPONDER, "action-items/%s/complete".formatted(actionItem), """
                {"evidence":["https://example.test/changes/17"]}""");
        return new Outage(incident, postMortem, actionItem);
    }

    void mustBeRecordedOnce() {
        assertThat(types("incidents/" + incident))
                .containsExactly("incident-declared", "timeline-entry-added", "incident-resolved");
        assertThat(types("postmortems/" + postMortem))
                .containsExactly("post-mortem-created", "meeting-started", "analysis-concluded", "action-item-agreed");
        assertThat(types("action-items/" + actionItem)).containsExactly("action-item-opened", "action-item-completed");
    }

    private static List<String> types(String path) {
        return Person.json(FACILITATOR.get(API + path + "/events", JSON).body())
                .path("items")
                .valueStream()
                .map(event -> event.path("type").asText())
                .toList();
    }

    private static String opened(String incident) {
        return answered(
                        () -> RESPONDER.get(API + "action-items?incident=" + incident, JSON),
                        answer -> !Person.json(answer.body()).path("items").isEmpty())
                .at("/items/0/actionItemId")
                .asText();
    }

    private static JsonNode sent(Person person, String path, String body) {
        var key = UUID.randomUUID().toString();
        return answered(() -> person.post(API + path, JSON, body, "Idempotency-Key", key), _ -> true);
    }

    private static JsonNode answered(Callable<HttpResponse<String>> request, Predicate<HttpResponse<String>> enough) {
        var answer = await().atMost(2, MINUTES)
                .pollInterval(100, MILLISECONDS)
                .pollDelay(Duration.ZERO)
                .ignoreExceptionsMatching(UncheckedIOException.class::isInstance)
                .until(request, got -> got.statusCode() < 500 && enough.test(got));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return Person.json(answer.body());
    }
}
