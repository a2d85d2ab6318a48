package dev.hindsight.audit;

import static dev.hindsight.audit.SealedLog.append;
import static dev.hindsight.audit.SealedLog.bytes;
import static dev.hindsight.audit.SealedLog.declared;
import static dev.hindsight.audit.SealedLog.entries;
import static dev.hindsight.audit.SealedLog.head;
import static dev.hindsight.audit.SealedLog.inclusion;
import static dev.hindsight.audit.SealedLog.numbered;
import static dev.hindsight.audit.SealedLog.sealedTo;
import static dev.hindsight.audit.SealedLog.verifier;
import static dev.hindsight.logkit.Callers.as;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.hindsight.contracts.incident.IncidentEvent.IncidentResolved;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.logkit.ServiceEnvironment;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proofs, asked for over HTTP; they are verified by code that is not the service's own. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class AuditProofsApiTest {

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
}
