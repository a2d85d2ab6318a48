package dev.hindsight.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every process killed at once, as when the power goes. */
class KilledStackTest {

    @BeforeAll
    static void startStack() {
        RunningStack.startOnce();
    }

    private static final String OUTAGE =
            "{\"title\": \"Written just before the power went\", \"severity\": \"SEV3\", \"team\": \"chain-core\"}";

    @Test
    void comesBackWithEverythingThatWasAcknowledged() {
        var before = Api.as("responder").post("incidents", OUTAGE);
        var listed = Api.as("auditor").get("incidents?limit=200&mode=RETROSPECTIVE");

        RunningStack.killEverything();
        RunningStack.up();

        var after = Api.as("responder");
        assertThat(after.get("incidents/" + before.get("reference").asText())).isEqualTo(before);
        assertThat(after.get("incidents?limit=200&mode=RETROSPECTIVE")).isEqualTo(listed);
        assertThat(after.post("incidents/" + before.get("incidentId").asText() + "/resolve", "{}")
                        .get("status")
                        .asText())
                .isEqualTo("RESOLVED");
    }
}
