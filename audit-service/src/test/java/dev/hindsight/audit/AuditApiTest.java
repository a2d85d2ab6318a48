package dev.hindsight.audit;

import static dev.hindsight.logkit.Callers.as;
import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
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
import dev.hindsight.contracts.incident.IncidentEvent.IncidentDeclared;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentResolved;
import dev.hindsight.contracts.incident.IncidentEvent.VisibilityChanged;
import dev.hindsight.contracts.incident.IncidentMode;
import dev.hindsight.contracts.incident.IncidentStatus;
import dev.hindsight.contracts.incident.Severity;
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
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Speaks HTTP to the running service with real tokens; what it answers is verified by code that is not its own. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class AuditApiTest {

    @Test
    void aRecordedEventIsProvedToAStranger() {
        var incident = UUID.randomUUID();
        var event = append(incident, declared(incident, Visibility.OPEN)).getFirst();
        numbered();

        var proof = inclusion(event);

        var entry = new String(verifier().inclusion(proof), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(entry)
                .contains("hindsight-entry-v1", event.toString(), incident.toString(), "incident-declared")
                .doesNotContain("Finality is lost");
    }

    @Test
    void whoIsNoAuditorGetsTheProofWithoutTheEntry() {
        var incident = UUID.randomUUID();
        var event = append(incident, declared(incident, Visibility.OPEN)).getFirst();
        numbered();

        as("responder")
                .get("/api/audit/proofs/inclusion?event=" + event)
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .header("Content-Disposition", containsString(event + ".tlog-proof"))
                .body(org.hamcrest.Matchers.startsWith("c2sp.org/tlog-proof@v1\nindex "));
    }

    @Test
    void eachCheckpointIsConsistentWithEachBefore() {
        var heads = new ArrayList<Verifier.Head>();
        for (int i = 0; i < 6; i++) {
            var incident = UUID.randomUUID();
            append(incident, declared(incident, Visibility.OPEN), new IncidentResolved(incident, null, "over"));
            numbered();
            heads.add(sealedTo(head()));
        }

        for (var second : heads) {
            for (var first : heads.subList(0, heads.indexOf(second) + 1)) {
                List<String> hashes = as("admin")
                        .get("/api/audit/proofs/consistency?from=%d&to=%d".formatted(first.size(), second.size()))
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("hashes");
                Verifier.consistency(first, second, hashes);
            }
        }
    }

    @Test
    void theTreeCanBeBuiltFromItsTilesAlone() {
        var incident = UUID.randomUUID();
        append(incident, declared(incident, Visibility.OPEN));
        numbered();
        var head = sealedTo(head());

        var entries = new ArrayList<byte[]>();
        var hashes = new ArrayList<byte[]>();
        for (long from = 0; from < head.size(); from += 256) {
            int width = (int) Math.min(256, head.size() - from);
            var tile = "%03d%s".formatted(from / 256, width == 256 ? "" : ".p/" + width);
            entries.addAll(entries(bytes("auditor", "/api/audit/tile/entries/" + tile)));
            var bytes = bytes("executive", "/api/audit/tile/0/" + tile);
            for (int at = 0; at < bytes.length; at += 32) {
                hashes.add(Arrays.copyOfRange(bytes, at, at + 32));
            }
        }

        assertThat(Verifier.root(entries)).isEqualTo(head.root());
        assertThat(hashes)
                .containsExactlyElementsOf(entries.stream().map(Verifier::leaf).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0/999",
                "0/000.p/300",
                "0/0",
                "3/000.p/1",
                "9/000.p/1",
                "entries/999",
                "x",
                "0/x999/x999/x999/x999/999"
            })
    void thereIsNoOtherTile(String tile) {
        as("auditor")
                .get("/api/audit/tile/" + tile)
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/not-found"));
    }

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

    @Test
    void theStatusTellsHowFarTheSealIs() {
        var incident = UUID.randomUUID();
        append(incident, declared(incident, Visibility.OPEN));
        numbered();
        var head = sealedTo(head());

        as("executive")
                .get("/api/audit/status")
                .then()
                .statusCode(200)
                .body("origin", equalTo("hindsight.local/log"))
                .body("keyId", equalTo(pinned().split("\\+")[1]))
                .body("sealed", equalTo((int) head.size()))
                .body("head", equalTo((int) head.size()))
                .body("behind", equalTo(0))
                .body("checkpointAgeSeconds", notNullValue())
                .body("refusal", nullValue());
        await().atMost(20, SECONDS)
                .untilAsserted(() ->
                        as("auditor").get("/api/audit/status").then().body("lastVerification.findings", hasSize(0)));
        given().get("/q/health/well").then().statusCode(200);
        given().get("/q/metrics")
                .then()
                .body(containsString("hindsight_seal_position "))
                .body(containsString("hindsight_seal_checkpoint_age "))
                .body(containsString("hindsight_seal_refused 0.0"));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/audit/events, responder", "/api/audit/events, facilitator", "/api/audit/events, executive",
        "/api/audit/events, admin", "/api/audit/tile/entries/000, responder", "/api/audit/tile/entries/000, admin",
        "/api/audit/tile/entries/000, executive", "/api/audit/tile/entries/000, facilitator"
    })
    void onlyAuditorsReadTheLog(String path, String user) {
        as(user).get(path).then().statusCode(403).body("type", equalTo("/problems/forbidden"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "events",
                "checkpoint",
                "key",
                "status",
                "tile/0/000.p/1",
                "tile/entries/000.p/1",
                "proofs/inclusion?event=019a0000-0000-7000-8000-000000000000",
                "proofs/consistency?from=0"
            })
    void nothingIsToldToStrangers(String path) {
        given().get("/api/audit/" + path).then().statusCode(401).body("type", equalTo("/problems/unauthenticated"));
    }

    @Test
    void nothingIsToldToSomeoneWithoutARole() {
        ServiceEnvironment.realm().addPersonWithoutRole("roleless");

        for (var path :
                List.of("events", "checkpoint", "key", "status", "tile/0/000.p/1", "proofs/consistency?from=0")) {
            as("roleless").get("/api/audit/" + path).then().statusCode(403);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "proofs/inclusion, 400",
        "proofs/inclusion?event=x, 400",
        "proofs/inclusion?event=019a0000-0000-7000-8000-000000000000, 404",
        "proofs/consistency, 400",
        "proofs/consistency?from=2&to=1, 400",
        "proofs/consistency?from=-1, 400",
        "proofs/consistency?from=01, 400",
        "proofs/consistency?from=1&to=999999999, 409",
        "events?after=x, 400",
        "events?aggregate=x, 400",
        "events?from=yesterday, 400",
        "events?limit=0, 400",
        "events?cursor=x, 400"
    })
    void whatCannotBeAnsweredIsAProblem(String path, int status) {
        as("auditor").get("/api/audit/" + path).then().statusCode(status).contentType("application/problem+json");
    }

    /** What is recorded but has no position yet: nobody numbers it within this transaction. */
    @Test
    void whatIsNotSealedYetIsToldApartFromWhatIsUnknown() throws Exception {
        try (var connection = ServiceEnvironment.database().superuser();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT FROM log.numbering FOR UPDATE");
            var incident = UUID.randomUUID();
            var event = append(incident, declared(incident, Visibility.OPEN)).getFirst();

            as("auditor")
                    .get("/api/audit/proofs/inclusion?event=" + event)
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/not-yet-sealed"));
            connection.rollback();
            await().atMost(10, SECONDS)
                    .untilAsserted(() -> as("auditor")
                            .get("/api/audit/proofs/inclusion?event=" + event)
                            .then()
                            .statusCode(200));
        }
    }

    private static List<UUID> append(UUID incident, Object... events) {
        return OtherServices.append(ServiceEnvironment.database(), "incident", incident, "a-subject", events);
    }

    private static IncidentDeclared declared(UUID incident, Visibility visibility) {
        return new IncidentDeclared(
                incident,
                "INC-2026-" + incident,
                "Finality is lost",
                null,
                IncidentMode.LIVE,
                IncidentStatus.ACTIVE,
                Severity.SEV1,
                "chain-core",
                visibility,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null);
    }

    /** Waits until everything appended has its position. */
    private static void numbered() {
        await().atMost(20, SECONDS).until(() -> unnumbered() == 0);
    }

    private static long unnumbered() {
        return number("SELECT count(*) FROM log.log_pending");
    }

    private static long head() {
        return number("SELECT coalesce(max(position), 0) FROM log.log_position");
    }

    private static long number(String query) {
        try (var connection = ServiceEnvironment.database().superuser();
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Verifier.Head sealedTo(long position) {
        return await().atMost(10, SECONDS)
                .until(
                        () -> verifier()
                                .checkpoint(as("responder")
                                        .get("/api/audit/checkpoint")
                                        .then()
                                        .statusCode(200)
                                        .extract()
                                        .asString()),
                        head -> head.size() >= position);
    }

    private static Verifier verifier() {
        return new Verifier(pinned());
    }

    private static String pinned() {
        return as("responder")
                .get("/api/audit/key")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String inclusion(UUID event) {
        return as("auditor")
                .get("/api/audit/proofs/inclusion?event=" + event)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static byte[] bytes(String user, String path) {
        return as(user).get(path)
                .then()
                .statusCode(200)
                .contentType("application/octet-stream")
                .header("Cache-Control", containsString("immutable"))
                .extract()
                .asByteArray();
    }

    private static List<byte[]> entries(byte[] bundle) {
        var entries = new ArrayList<byte[]>();
        for (var rest = ByteBuffer.wrap(bundle); rest.hasRemaining(); ) {
            var entry = new byte[Short.toUnsignedInt(rest.getShort())];
            rest.get(entry);
            entries.add(entry);
        }
        return entries;
    }
}
