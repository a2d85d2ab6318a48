package dev.hindsight.incident;

import static dev.hindsight.logkit.Callers.as;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Secrets in what is sent: noticed before anything is kept. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class SecretsApiTest {

    private static final String GITHUB_TOKEN = "ghp_" + "aB3".repeat(12);

    private EvidenceCalls evidence;

    @BeforeEach
    void declare() {
        evidence = EvidenceCalls.ofAnIncident();
    }

    @Test
    void aSecretIsRefusedBeforeItIsKeptAnywhere() {
        var key = UUID.randomUUID().toString();
        var filler = "nothing to see here\n".repeat(20_000);
        var before = EvidenceCalls.contents();

        for (var refused : List.of(
                as("responder")
                        .header("Idempotency-Key", key)
                        .body("{\"kind\":\"LOG_EXCERPT\",\"title\":\"x\",\"text\":\"token %s\"}"
                                .formatted(GITHUB_TOKEN))
                        .post("/api/incidents/" + evidence.incident + "/evidence"),
                as("responder")
                        .header("Idempotency-Key", key)
                        .body("{\"title\":\"%s\",\"severity\":\"SEV3\",\"team\":\"chain-core\"}"
                                .formatted(GITHUB_TOKEN))
                        .post("/api/incidents"),
                as("responder")
                        .header("Idempotency-Key", key)
                        .body("{\"incidentIds\":[\"%s\"]}".formatted(GITHUB_TOKEN))
                        .post("/api/postmortems"),
                as("responder")
                        .body("{\"id\":\"x\",\"title\":\"%s\",\"severityGuess\":\"SEV3\"}".formatted(GITHUB_TOKEN))
                        .post("/api/incidents/import"),
                evidence.upload(
                        "responder",
                        "a.log",
                        (filler + GITHUB_TOKEN + filler).getBytes(UTF_8),
                        "kind",
                        "FILE",
                        "title",
                        "x"),
                evidence.upload("responder", GITHUB_TOKEN, EvidenceCalls.random(100), "kind", "FILE", "title", "x"))) {
            refused.then()
                    .statusCode(422)
                    .body("type", equalTo("/problems/looks-like-a-secret"))
                    .body("errors.message", hasItem(containsString("github-token")));
            assertThat(refused.asString()).doesNotContain(GITHUB_TOKEN);
        }
        assertThat(as("responder")
                        .contentType("application/x-ndjson")
                        .body("{\"id\":\"x\",\"title\":\"%s\",\"severityGuess\":\"SEV3\"}\n"
                                .formatted(GITHUB_TOKEN)
                                .getBytes(UTF_8))
                        .post("/api/incidents/import")
                        .asString())
                .contains("REJECTED", "github-token")
                .doesNotContain(GITHUB_TOKEN);

        assertThat(EvidenceCalls.contents()).isEqualTo(before);
        assertThat(EvidenceCalls.count(
                        "SELECT count(*) FROM log.event_entry WHERE payload LIKE '%" + GITHUB_TOKEN + "%'"))
                .isZero();
        assertThat(EvidenceCalls.count(
                        "SELECT count(*) FROM incident.idempotency_key WHERE idempotency_key = '" + key + "'"))
                .isZero();
    }

    @Test
    void whatIsNoSecretIsKeptWhenExactlyItsKindIsConfirmed() {
        var text = ("The example in the manual is " + GITHUB_TOKEN).getBytes(UTF_8);

        evidence.upload("Hindsight-Confirm-Secrets", "seed-phrase", "a.log", text, "kind", "FILE", "title", "x")
                .then()
                .statusCode(422);
        evidence.upload("Hindsight-Confirm-Secrets", "github-token", "a.log", text, "kind", "FILE", "title", "x")
                .then()
                .statusCode(200);
        as("responder")
                .header("Hindsight-Confirm-Secrets", "github-token")
                .body("{\"reason\":\"%s\"}".formatted(GITHUB_TOKEN))
                .post("/api/incidents/" + evidence.incident + "/decline")
                .then()
                .statusCode(409);
    }
}
