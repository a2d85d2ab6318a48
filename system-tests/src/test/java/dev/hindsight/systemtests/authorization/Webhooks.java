package dev.hindsight.systemtests.authorization;

import dev.hindsight.systemtests.RunningStack;

/** Keeps webhooks to ask for, which nothing is ever sent to, and tells which version of one there is. */
final class Webhooks {

    private static final String ADDRESS = RunningStack.service("actionitem-service") + "/api/webhooks";

    private Webhooks() {}

    static boolean isOne(String path) {
        return path.startsWith("/api/webhooks/{id}");
    }

    /** The id of one that nobody else changes. */
    static String begun() {
        var answer = Person.named("admin").post(ADDRESS, Incidents.JSON, subscription());
        return Person.json(answer.body()).required("webhookId").asText();
    }

    static long version(String id) {
        var answer = Person.named("admin").get(ADDRESS + "/" + id, Incidents.JSON);
        return Person.json(answer.body()).required("version").asLong();
    }

    /** Of a team that there is not, at an address where nobody listens. */
    static String subscription() {
        return """
                {"url":"http://%s/hooks","team":"nobody"}""".formatted(RunningStack.ALLOWED_RECEIVER);
    }
}
