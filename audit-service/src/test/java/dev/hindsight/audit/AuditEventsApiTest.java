package dev.hindsight.audit;

import static dev.hindsight.audit.SealedLog.append;
import static dev.hindsight.audit.SealedLog.declared;
import static dev.hindsight.audit.SealedLog.head;
import static dev.hindsight.audit.SealedLog.numbered;
import static dev.hindsight.audit.SealedLog.sealedTo;
import static dev.hindsight.logkit.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemRecurred;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemStarted;
import dev.hindsight.contracts.glossary.GlossaryEvent;
import dev.hindsight.contracts.glossary.GlossaryEvent.GlossaryTermWithdrawn;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentResolved;
import dev.hindsight.contracts.incident.IncidentEvent.VisibilityChanged;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.contracts.policy.ActionItemPolicy;
import dev.hindsight.contracts.policy.PolicyEvent;
import dev.hindsight.contracts.policy.PolicyEvent.ActionItemPolicySet;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ActionItemAgreed;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemCreated;
import dev.hindsight.contracts.time.OccurredAt;
import dev.hindsight.logkit.OtherServices;
import dev.hindsight.logkit.ServiceEnvironment;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The entries of the log, read over HTTP by those who audit it. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class AuditEventsApiTest {

    @Test
    void auditorsReadTheLogInItsOrder() {
        var incident = UUID.randomUUID();
        var ids = append(
                incident,
                declared(incident, Visibility.OPEN),
                new IncidentResolved(incident, null, "over"),
                new IncidentResolved(incident, null, "again"));
        numbered();
        sealedTo(head());

        var first = as("auditor")
                .get("/api/audit/events?limit=2&aggregate=" + incident)
                .then()
                .statusCode(200)
                .body(
                        "items.eventId",
                        equalTo(List.of(ids.get(0).toString(), ids.get(1).toString())))
                .body("items[0].type", equalTo("incident-declared"))
                .body("items[0].aggregateType", equalTo("incident"))
                .body("items[0].sequence", equalTo(0))
                .body("items[0].actor", equalTo("a-subject"))
                .body("items[0].appendedBy", notNullValue())
                .body("items[0].recordedAt", notNullValue())
                .body("items[0].payload.title", equalTo("Finality is lost"))
                .body("items[0].withheld", nullValue())
                .extract();
        as("auditor")
                .get("/api/audit/events?limit=2&aggregate=%s&cursor=%s".formatted(incident, first.path("nextCursor")))
                .then()
                .statusCode(200)
                .body("items.eventId", equalTo(List.of(ids.get(2).toString())))
                .body("nextCursor", nullValue());
        as("auditor")
                .get("/api/audit/events?type=incident-resolved&actor=a-subject&limit=200&after="
                        + first.<Integer>path("items[0].position"))
                .then()
                .statusCode(200)
                .body("items.type", everyItem(equalTo("incident-resolved")))
                .body("items.eventId", hasItem(ids.get(2).toString()));
        as("auditor")
                .get("/api/audit/events?aggregate=%s&from=%s".formatted(incident, first.path("items[0].recordedAt")))
                .then()
                .body("items", hasSize(3));
        as("auditor")
                .get("/api/audit/events?aggregate=%s&to=%s".formatted(incident, first.path("items[0].recordedAt")))
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void theWholeLogIsStreamed() {
        var incident = UUID.randomUUID();
        var many = new Object[1200];
        Arrays.fill(many, new IncidentResolved(incident, null, "over"));
        many[0] = declared(incident, Visibility.OPEN);
        append(incident, many);
        numbered();
        var head = sealedTo(head());

        var lines = as("auditor")
                .accept("application/x-ndjson")
                .get("/api/audit/events?after=" + (head.size() - 1200))
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString()
                .lines()
                .toList();

        assertThat(lines).hasSize(1200).allMatch(line -> line.startsWith("{\"position\":") && line.endsWith("}}"));
        assertThat(lines.getLast()).startsWith("{\"position\":%d,".formatted(head.size()));
    }

    @Test
    void whatBelongsToARestrictedIncidentIsWithheld() {
        var incident = UUID.randomUUID();
        var postMortem = UUID.randomUUID();
        var actionItem = UUID.randomUUID();
        append(incident, declared(incident, Visibility.RESTRICTED));
        OtherServices.append(
                ServiceEnvironment.database(),
                "postmortem",
                postMortem,
                "a-subject",
                new PostMortemCreated(postMortem, List.of(incident), "chain-core", null, null),
                new ActionItemAgreed(postMortem, actionItem, "Rotate the key", null, null, null, null));
        OtherServices.append(
                ServiceEnvironment.database(),
                "actionitem",
                actionItem,
                "a-subject",
                new IncidentResolved(actionItem, null, "stands for an event of action items"));
        numbered();
        sealedTo(head());

        for (var aggregate : List.of(incident, postMortem, actionItem)) {
            as("auditor")
                    .get("/api/audit/events?aggregate=" + aggregate)
                    .then()
                    .statusCode(200)
                    .body("items.withheld", everyItem(equalTo(true)))
                    .body("items.payload", everyItem(nullValue()));
        }
        append(incident, new VisibilityChanged(incident, Visibility.TEAM, List.of(), List.of(), "no secret any more"));
        numbered();
        sealedTo(head());

        for (var aggregate : List.of(incident, postMortem, actionItem)) {
            as("auditor")
                    .get("/api/audit/events?aggregate=" + aggregate)
                    .then()
                    .body("items.withheld", everyItem(nullValue()))
                    .body("items.payload", everyItem(notNullValue()));
        }
    }

    @Test
    void thatAnItemCameBackIsWithheldWhileTheLaterIncidentIsRestricted() {
        var incident = UUID.randomUUID();
        var later = UUID.randomUUID();
        var postMortem = UUID.randomUUID();
        var actionItem = UUID.randomUUID();
        append(incident, declared(incident, Visibility.OPEN));
        append(later, declared(later, Visibility.RESTRICTED));
        OtherServices.append(
                ServiceEnvironment.database(),
                "postmortem",
                postMortem,
                "a-subject",
                new PostMortemCreated(postMortem, List.of(incident), "chain-core", null, null),
                new ActionItemAgreed(postMortem, actionItem, "Rotate the key", null, null, null, null));
        OtherServices.append(
                ServiceEnvironment.database(),
                "actionitem",
                actionItem,
                "a-subject",
                new ActionItemStarted(actionItem, null, OccurredAt.at(Instant.EPOCH)),
                new ActionItemRecurred(actionItem, later, null, null, null, List.of()));
        numbered();
        sealedTo(head());

        as("auditor")
                .get("/api/audit/events?aggregate=" + actionItem)
                .then()
                .body("items.withheld", contains(null, true))
                .body("items[0].payload", notNullValue())
                .body("items[1].payload", nullValue());
        append(later, new VisibilityChanged(later, Visibility.OPEN, List.of(), List.of(), "no secret any more"));
        numbered();
        sealedTo(head());

        as("auditor")
                .get("/api/audit/events?aggregate=" + actionItem)
                .then()
                .body("items.payload", everyItem(notNullValue()));
    }

    @Test
    void termsOfTheGlossaryAndPoliciesAreReadByAuditors() {
        var term = UUID.randomUUID();
        OtherServices.append(
                ServiceEnvironment.database(),
                GlossaryEvent.AGGREGATE_TYPE,
                term,
                "a-subject",
                new GlossaryTermWithdrawn(term, "We have none"));
        OtherServices.append(
                ServiceEnvironment.database(),
                PolicyEvent.AGGREGATE_TYPE,
                PolicyEvent.ACTION_ITEMS,
                "a-subject",
                new ActionItemPolicySet(PolicyEvent.ACTION_ITEMS, ActionItemPolicy.standard(), null));
        numbered();
        sealedTo(head());

        for (var aggregate : List.of(term, PolicyEvent.ACTION_ITEMS)) {
            as("auditor")
                    .get("/api/audit/events?aggregate=" + aggregate)
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(1))
                    .body("items.withheld", everyItem(nullValue()))
                    .body("items.payload", everyItem(notNullValue()));
        }
    }
}
