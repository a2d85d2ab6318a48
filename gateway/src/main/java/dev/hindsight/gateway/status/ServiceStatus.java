package dev.hindsight.gateway.status;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hindsight.gateway.proxy.ServiceHealth.Told;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One service as the page shows it.
 *
 * @param purpose what it is for, in plain words
 * @param troubles what is wrong inside it, by name; why is for its operator, not for everyone
 */
public record ServiceStatus(String service, String purpose, Condition condition, List<String> troubles) {

    private static final String UP = "UP";
    private static final String FAILS = " fails";
    private static final Map<String, String> PURPOSES = Map.of(
            "incident-service", "Incidents and post-mortems",
            "actionitem-service", "Action items and their reminders",
            "reporting-service", "Reports and figures",
            "audit-service", "The sealed log, proofs and replay");

    static ServiceStatus of(Told told) {
        var troubles = Stream.concat(failedChecks(told.readiness()), failedChecks(told.wellness()))
                .distinct()
                .toList();
        return new ServiceStatus(told.service(), PURPOSES.getOrDefault(told.service(), ""), condition(told), troubles);
    }

    private static Condition condition(Told told) {
        if (told.readiness().isMissingNode()) {
            return Condition.SILENT;
        }
        if (!isUp(told.readiness())) {
            return Condition.NOT_READY;
        }
        return isUp(told.wellness()) ? Condition.WORKS : Condition.BEHIND;
    }

    private static boolean isUp(JsonNode answer) {
        return UP.equals(answer.path("status").asText());
    }

    /** A check of projections names those that stand still; of any other its own name says enough. */
    private static Stream<String> failedChecks(JsonNode answer) {
        return answer.path("checks").valueStream().filter(check -> !isUp(check)).flatMap(check -> {
            var standing = check.path("data")
                    .propertyStream()
                    .map(Map.Entry::getKey)
                    .filter(key -> key.endsWith(FAILS))
                    .map(key -> key.substring(0, key.length() - FAILS.length()))
                    .toList();
            return standing.isEmpty() ? Stream.of(check.path("name").asText()) : standing.stream();
        });
    }
}
