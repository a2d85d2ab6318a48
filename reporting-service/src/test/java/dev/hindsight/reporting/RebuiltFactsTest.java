package dev.hindsight.reporting;

import static dev.hindsight.logkit.Callers.as;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hindsight.contracts.incident.IncidentEvent.SeverityChanged;
import dev.hindsight.contracts.incident.Mark;
import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.log.EventLog;
import dev.hindsight.log.ProjectionState;
import dev.hindsight.log.Rebuild;
import dev.hindsight.reporting.facts.FactsProjection;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A report from tables that were built anew is the report it was, byte for byte. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class RebuiltFactsTest {

    @Inject
    EventLog log;

    @Test
    void aRebuildChangesNoFigure() {
        var recorded = new Recordings();
        var incident = recorded.detectedAfter(Duration.ofMinutes(3));
        recorded.open(Recordings.started());
        recorded.open(Recordings.at(Mark.DETECTED, Recordings.START));
        var agreed = recorded.agreed(List.of(incident), null, null);
        var before = report(recorded);
        recorded.change(incident, new SeverityChanged(incident, Severity.SEV5, "a test"));
        recorded.opened(agreed, List.of(incident));
        var after = report(recorded);

        assertThat(log.rebuild(FactsProjection.NAME, "a test")).isTrue();
        await().atMost(60, SECONDS).until(this::isRebuilt);

        assertThat(report(recorded)).isEqualTo(after).isNotEqualTo(before);
        assertThat(as("executive")
                        .get("/api/reports/executive?to=2026-04-01T00:00:00Z&team=" + recorded.team() + "&atPosition="
                                + JsonPath.from(before).getLong("position"))
                        .asString())
                .isEqualTo(before);
    }

    private boolean isRebuilt() {
        return log.projection(FactsProjection.NAME)
                .map(ProjectionState::rebuild)
                .filter(rebuild -> rebuild.state() == Rebuild.State.COMPLETED)
                .isPresent();
    }

    private static String report(Recordings recorded) {
        return as("executive")
                .header("Log-Entry", recorded.lastEntry())
                .get("/api/reports/executive?to=2026-04-01T00:00:00Z&team=" + recorded.team())
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
