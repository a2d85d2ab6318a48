package dev.hindsight.benchmarks.incident;

import dev.hindsight.benchmarks.DirectAppends;
import java.sql.SQLException;
import java.util.UUID;

/** Makes an incident's history as long as many commands would. */
final class LongHistories {

    static final String PASSWORD = "benchmark";

    private final int databasePort;

    LongHistories(int databasePort) {
        this.databasePort = databasePort;
    }

    /** From one event, the declaration, to so many. */
    void extend(UUID incident, int events, Growth growth) {
        try (var appends = new DirectAppends(databasePort, "incident_service", PASSWORD, "incident")) {
            for (int sequence = 1; sequence < events; sequence++) {
                appends.add(incident, sequence, growth.event(incident));
            }
            appends.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
