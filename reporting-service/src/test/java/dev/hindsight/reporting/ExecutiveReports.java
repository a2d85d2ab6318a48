package dev.hindsight.reporting;

import static dev.hindsight.logkit.Callers.as;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;

/** The executive reports about the team of some recordings, once all that was recorded is in them. */
record ExecutiveReports(Recordings recorded) {

    static final String DETECT = "durations.find { it.name == 'TIME_TO_DETECT' }.";

    ValidatableResponse read() {
        return readBy("executive");
    }

    ValidatableResponse readBy(String reader) {
        return read(reader, "");
    }

    /** @param more parameters, each after an {@code &} */
    ValidatableResponse read(String reader, String more) {
        return as(reader)
                .header("Log-Entry", recorded.lastEntry())
                .get("/api/reports/executive?team=" + recorded.team() + more)
                .then()
                .statusCode(200)
                .header("Hindsight-Stale", nullValue());
    }
}
