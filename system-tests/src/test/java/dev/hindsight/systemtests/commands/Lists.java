package dev.hindsight.systemtests.commands;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hindsight.systemtests.RunningStack;
import dev.hindsight.systemtests.authorization.Person;
import java.util.Map;
import java.util.TreeMap;

/** What is read from projections, by service. */
final class Lists {

    private static final String JSON = "application/json";
    private static final Map<String, String> BY_SERVICE = Map.of(
            "incident-service", "/api/incidents?limit=200",
            "actionitem-service", "/api/action-items?limit=200",
            "reporting-service", "/api/reports/executive",
            "audit-service", "/api/audit/events?limit=200&type=incident-declared");

    private Lists() {}

    static Map<String, JsonNode> now() {
        var lists = new TreeMap<String, JsonNode>();
        BY_SERVICE.forEach((service, path) -> lists.put(
                service,
                Person.json(Person.named("auditor")
                        .get(RunningStack.GATEWAY + path, JSON)
                        .body())));
        return lists;
    }

    static int status(String service) {
        return Person.named("auditor")
                .get(RunningStack.GATEWAY + BY_SERVICE.get(service), JSON)
                .statusCode();
    }
}
