package dev.hindsight.systemtests.authorization;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hindsight.systemtests.RunningStack;

/** What the service itself says of the last rebuild of the list of incidents. */
final class Rebuilds {

    static final String SERVICE = "incident-service";
    static final String PROJECTION = "incident-overview";
    private static final String ADDRESS =
            "%s/api/operations/%s/projections/%s".formatted(RunningStack.INCIDENT_SERVICE, SERVICE, PROJECTION);

    private Rebuilds() {}

    static boolean concerns(String path) {
        return path.startsWith("/api/operations/");
    }

    /** When the last one was asked for, once it has ended. */
    static String settled() {
        await().atMost(60, SECONDS).until(() -> !last().path("state").asText().equals("RUNNING"));
        return requestedAt();
    }

    static String requestedAt() {
        return last().path("requestedAt").asText();
    }

    private static JsonNode last() {
        return Person.json(Person.named("auditor").get(ADDRESS, Incidents.JSON).body())
                .path("rebuild");
    }
}
