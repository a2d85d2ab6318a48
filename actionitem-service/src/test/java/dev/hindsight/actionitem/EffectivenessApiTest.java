package dev.hindsight.actionitem;

import static dev.hindsight.actionitem.StartedService.ITEMS;
import static dev.hindsight.actionitem.StartedService.did;
import static dev.hindsight.logkit.Callers.as;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.hindsight.actionitem.effectiveness.ActionItemEffectiveness;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.contracts.postmortem.ExternalClassification;
import dev.hindsight.log.PositionWait;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Verified items and the outages that came after them. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class EffectivenessApiTest {

    private final Instant verifiedAt = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Instant laterOn = verifiedAt.plus(Duration.ofDays(30));

    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");
    private final PositionWait wait;
    private Elsewhere elsewhere;
    private UUID incident;
    private UUID postMortem;

    EffectivenessApiTest(PositionWait wait) {
        this.wait = wait;
    }

    @BeforeEach
    void start() {
        elsewhere = StartedService.awaited();
        incident = elsewhere.incident(Visibility.OPEN);
        postMortem = elsewhere.postMortem(incident);
    }

    @Test
    void aLaterFactorThatIsTheSameMarksTheItemAndItStaysVerified() throws InterruptedException {
        var factor = elsewhere.factor(postMortem, null);
        var item = verified(factor);
        var later = later(laterOn);
        var again = elsewhere.factor(elsewhere.postMortem(later), factor);
        settled();

        as("responder")
                .get(item)
                .then()
                .body("status", equalTo("VERIFIED"))
                .body("recurrences.incidentId", contains(later.toString()))
                .body("recurrences.addressed", contains(factor.toString()))
                .body("recurrences.factorId", contains(again.toString()));
        as("responder")
                .get(item + "/events")
                .then()
                .body("items.last().type", equalTo("action-item-recurred"))
                .body("items.last().actor", equalTo("service:actionitem-service"))
                .body("items.last().payload.recipients", contains("somebody", "ceo"));
        listed("recurred=true", 1);
        did("responder", item + "/ineffective", "{\"reason\": \"It came back\"}")
                .then()
                .body("status", equalTo("INEFFECTIVE"))
                .body("recurrences", hasSize(1));
    }

    @Test
    void aFactorThatIsTheSameAsOneThatIsTheSameIsTheSame() throws InterruptedException {
        var factor = elsewhere.factor(postMortem, null);
        var item = verified(factor);
        var between = elsewhere.factor(elsewhere.postMortem(later(verifiedAt.minusSeconds(1))), factor);
        elsewhere.factor(elsewhere.postMortem(later(laterOn)), between);
        settled();

        recurrences(item, 1);
    }

    @Test
    void theSameExternalIdOfAnyVersionIsTheSameFactor() throws InterruptedException {
        var item = verified(elsewhere.factor(postMortem, null, new ExternalClassification("OWN", "1", word)));
        elsewhere.factor(elsewhere.postMortem(later(laterOn)), null, new ExternalClassification("OWN", "2", word));
        settled();

        recurrences(item, 1);
    }

    @Test
    void aFactorCountsFromWhenItIsClassified() throws InterruptedException {
        var factor = elsewhere.factor(postMortem, null);
        var item = verified(factor);
        elsewhere.factor(elsewhere.postMortem(later(laterOn)), null, new ExternalClassification("OWN", "1", word));
        settled();
        recurrences(item, 0);

        elsewhere.classified(postMortem, factor, new ExternalClassification("OWN", "2", word));
        settled();
        recurrences(item, 1);
    }

    @Test
    void aFactorThatWasWithdrawnDoesNotCount() throws InterruptedException {
        var factor = elsewhere.factor(postMortem, null);
        var item = verified(factor);
        elsewhere.withdrawn(postMortem, factor);
        elsewhere.factor(elsewhere.postMortem(later(laterOn)), factor);
        settled();

        recurrences(item, 0);
    }

    @Test
    void incidentsThatAreLinkedAsHavingTheSameFactorsShareThem() throws InterruptedException {
        var item = verified();
        var later = later(laterOn);
        elsewhere.linked(later, incident);
        settled();

        as("responder")
                .get(item)
                .then()
                .body("recurrences.incidentId", contains(later.toString()))
                .body("recurrences.factorId", contains((Object) null));
    }

    @Test
    void whatWasBeforeIsNoRecurrenceUntilItsStartIsKnownBetter() throws InterruptedException {
        var factor = elsewhere.factor(postMortem, null);
        var item = verified(factor);
        var early = later(verifiedAt);
        var undated = elsewhere.incident(Visibility.OPEN);
        elsewhere.factor(elsewhere.postMortem(early), factor);
        settled();
        recurrences(item, 0);

        elsewhere.started(undated, verifiedAt.minusSeconds(60));
        elsewhere.factor(elsewhere.postMortem(undated), factor);
        settled();
        recurrences(item, 0);

        elsewhere.startCorrected(early, laterOn);
        settled();
        recurrences(item, 1);
    }

    /** Otherwise whoever says so could ask of any time whether something came to pass then. */
    @Test
    void whatWasBeforeItWasOpenedIsNoRecurrenceWhateverIsSaidOfItsVerification() throws InterruptedException {
        var factor = elsewhere.factor(postMortem, null);
        var item = verified(verifiedAt.minus(Duration.ofDays(365)), factor);
        var earlier = later(verifiedAt.minus(Duration.ofDays(30)));
        elsewhere.factor(elsewhere.postMortem(earlier), factor);
        elsewhere.linked(earlier, incident);
        settled();
        recurrences(item, 0);
    }

    @Test
    void whoMayNotReadTheLaterIncidentLearnsThatItCameBackAndNothingElse() throws InterruptedException {
        var factor = elsewhere.factor(postMortem, null);
        var item = verified(factor);
        var later = elsewhere.incident(Visibility.RESTRICTED, "eve");
        elsewhere.started(later, laterOn);
        var secret = elsewhere.postMortem(later);
        var again = elsewhere.factor(secret, factor);
        settled();

        for (var path : List.of(item, item + "/events")) {
            var answer = as("responder").get(path);
            answer.then().statusCode(200);
            assertThat(answer.asString())
                    .contains("ecurre")
                    .doesNotContain(later.toString(), secret.toString(), again.toString());
        }
        as("responder").get(item).then().body("recurrences[0].addressed", nullValue());
        as("responder").get(item + "/events").then().body("items.last().payload.addressed", nullValue());
        recurrences(item, 1);
        var comment = did("responder", item.replace("/events", "") + "/ineffective", "{\"reason\": \"It came back\"}");
        assertThat(comment.asString()).doesNotContain(later.toString(), secret.toString(), again.toString());
        as("responder")
                .get(ITEMS + "/counts/by-factor?q=" + word)
                .then()
                .statusCode(200)
                .body("items.key", contains(factor.toString()));
    }

    @Test
    void whateverBecomesOfItsTokenAndItsTablesEachIsRecordedOnce() throws InterruptedException, SQLException {
        var same = new ExternalClassification("OWN", "1", word);
        var factor = elsewhere.factor(postMortem, null, same);
        var item = verified(factor);
        var later = later(laterOn);
        elsewhere.factor(elsewhere.postMortem(later), factor, same);
        elsewhere.linked(later, incident);
        settled();
        recurrences(item, 1);

        try (var database = ServiceStack.database().superuser();
                var statement = database.createStatement()) {
            statement.execute("TRUNCATE actionitem.effectiveness_item, actionitem.effectiveness_recorded,"
                    + " actionitem.known_factor, actionitem.same_factors_link");
            statement.execute("UPDATE actionitem.token_entry SET token = NULL, token_type = NULL, owner = NULL"
                    + " WHERE processor_name = 'action-item-effectiveness'");
        }
        elsewhere.factor(elsewhere.postMortem(later(laterOn)), factor);
        settled();

        recurrences(item, 2);
    }

    @Test
    void whatIsAddressedHasToBeAFactorThatMayBeRead() {
        var hidden = elsewhere.factor(elsewhere.postMortem(elsewhere.incident(Visibility.RESTRICTED, "eve")), null);
        var item = StartedService.accepted(incident, "Alert " + word);
        for (var factor : List.of(hidden, UUID.randomUUID())) {
            for (var path : List.of(ITEMS, item + "/details")) {
                as("responder")
                        .body(
                                path.equals(ITEMS)
                                        ? "{\"title\": \"Alert\", \"incidentIds\": [\"%s\"], \"factors\": [\"%s\"]}"
                                                .formatted(incident, factor)
                                        : "{\"factors\": [\"%s\"]}".formatted(factor))
                        .post(path)
                        .then()
                        .statusCode(422)
                        .body("type", equalTo("/problems/action-item-factor-unknown"));
            }
        }
    }

    /** An incident whose impact started then. */
    private UUID later(Instant at) {
        var later = elsewhere.incident(Visibility.OPEN);
        elsewhere.started(later, at);
        return later;
    }

    private String verified(UUID... factors) {
        return verified(verifiedAt, factors);
    }

    private String verified(Instant at, UUID... factors) {
        var item = StartedService.accepted(incident, "Alert " + word);
        did(
                "responder",
                item + "/details",
                "{\"executive\": \"ceo\", \"factors\": [%s]}"
                        .formatted(factors.length == 0 ? "" : "\"" + factors[0] + "\""));
        did("responder", item + "/complete", "{\"evidence\": [\"seen\"]}");
        did("facilitator", item + "/verify", "{\"occurredAt\": \"%s\"}".formatted(at));
        return item;
    }

    private void settled() {
        await().atMost(30, SECONDS).until(() -> wait.awaitAll(ActionItemEffectiveness.NAME, Duration.ofSeconds(1)));
    }

    private static void recurrences(String item, int count) {
        as("auditor").get(item).then().body("recurrences", hasSize(count));
    }

    private void listed(String filter, int count) {
        await().atMost(10, SECONDS)
                .untilAsserted(() -> as("responder")
                        .get(ITEMS + "?q=" + word + "&" + filter)
                        .then()
                        .body("items", hasSize(count)));
    }
}
