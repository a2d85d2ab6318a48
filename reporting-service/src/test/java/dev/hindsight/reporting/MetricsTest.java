package dev.hindsight.reporting;

import static dev.hindsight.logkit.Callers.anonymous;
import static dev.hindsight.logkit.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class MetricsTest {

    private static final String DETECT = "items.find { it.id == 'time-to-detect' }.";

    @Test
    void aDurationIsDefinedInWords() {
        as("admin")
                .get("/api/reports/metrics")
                .then()
                .statusCode(200)
                .body(DETECT + "version", equalTo(1))
                .body(DETECT + "start", equalTo("impact started"))
                .body(DETECT + "end", equalTo("detected"))
                .body(DETECT + "unit", equalTo("seconds"));
    }

    @Test
    void aReportUsesOnlyWhatIsDefined() {
        List<String> defined = as("executive").get("/api/reports/metrics").path("items.id");

        List<String> used = as("executive").get("/api/reports/executive").path("definitions.id");

        assertThat(used).isNotEmpty().isSubsetOf(defined);
    }

    @Test
    void onlySomeoneKnownIsAnswered() {
        anonymous().get("/api/reports/metrics").then().statusCode(401);
        anonymous().get("/api/reports/executive").then().statusCode(401);
    }
}
