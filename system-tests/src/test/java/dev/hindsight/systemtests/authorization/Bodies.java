package dev.hindsight.systemtests.authorization;

import dev.hindsight.systemtests.authorization.Matrix.Row;

/** What is sent with a request, so that only the rights of whoever sends it can be a reason to refuse it. */
final class Bodies {

    private static final String ENTRY = """
            {"kind":"ACTION","text":"Restarted","occurredAt":"2026-03-01T12:00:00Z"}""";
    private static final String IMPACT = """
            {"kind":"RPC","from":"2026-03-01T12:00:00Z"}""";
    private static final String ROLE = """
            {"role":"SCRIBE","person":"somebody"}""";
    static final String LINK = """
            {"kind":"LINK","title":"Explorer","url":"https://explorer.example.test/block/17"}""";
    private static final String NODES_DOWN = """
            {"nodesDownPercent":40}""";
    private static final String BECAUSE = """
            {"reason":"a test"}""";

    private Bodies() {}

    /** @param title of something new */
    static String of(Row row, String title) {
        return switch (row.path()) {
            case "/api/incidents" -> """
                    {"title":"%s","severity":"SEV3","team":"chain-core"}""".formatted(title);
            case "/api/incidents/import" -> Incidents.record(title);
            case "/api/operations/{service}/projections/{name}/rebuild",
                    "/api/operations/{service}/projections/{name}/cancel" -> "{}";
            case "/api/postmortems" ->
                """
                    {"incidentIds":["%s"]}""".formatted(Incidents.declared("OPEN").path("incidentId").asText());
            case "/api/action-items" -> """
                    {"title":"%s","incidentIds":["%s"]}""".formatted(title, another());
            case "/api/coach/check" -> """
                    {"text":"The retry failed to connect."}""";
            case "/api/glossary" -> WordsAndPolicies.definition("term " + title);
            case "/api/glossary/{term}/revise" -> WordsAndPolicies.revision();
            case "/api/glossary/{term}/withdraw" -> BECAUSE;
            case "/api/glossary/lookups" -> """
                    {"text":"The epoch"}""";
            case "/api/webhooks" -> Webhooks.subscription();
            case "/api/webhooks/{id}/rotate-secret", "/api/integrations/github" -> "{}";
            case "/api/webhooks/{id}/replay" -> """
                    {"fromPosition":1}""";
            case "/api/policies/postmortem" -> WordsAndPolicies.postMortemPolicy();
            case "/api/policies/action-items" -> WordsAndPolicies.actionItemPolicy();
            case "/api/policies/teams/{team}" -> WordsAndPolicies.teamPolicy();
            case "/sign-out" -> "";
            default -> row.path().startsWith(FollowUps.PATH) ? FollowUps.body(row) : aboutAnIncident(row);
        };
    }

    private static String aboutAnIncident(Row row) {
        return switch (row.path().replace("/api/incidents/{id}/", "")) {
            case "activate",
                    "acknowledge",
                    "mitigate",
                    "resolve",
                    "close",
                    "severity/suggestions/{suggestion}/accept" -> "{}";
            case "evidence" -> LINK;
            case "severity/suggestions" -> NODES_DOWN;
            case "decline",
                    "reopen",
                    "marks/{sequence}/retractions",
                    "impacts/{impact}/retractions",
                    "timeline/{entry}/retractions",
                    "evidence/{evidence}/retractions",
                    "severity/suggestions/{suggestion}/dismiss" -> BECAUSE;
            case "merge" -> """
                    {"target":"%s"}""".formatted(another());
            case "severity" -> """
                    {"severity":"SEV2","reason":"a test"}""";
            case "details" -> """
                    {"summary":"What is known by now"}""";
            case "visibility" -> """
                    {"visibility":"TEAM","reason":"a test"}""";
            case "marks" -> """
                    {"mark":"DETECTED","occurredAt":"2026-03-01T12:00:00Z"}""";
            case "marks/{sequence}/corrections" -> """
                    {"occurredAt":"2026-03-01T12:00:00Z","reason":"a test"}""";
            case "timeline" -> ENTRY;
            case "timeline/{entry}/corrections" -> because(ENTRY);
            case "timeline/{entry}/disputes" -> """
                    {"otherReading":"It was another validator"}""";
            case "timeline/{entry}/disputes/{dispute}/settlements" -> """
                    {"outcome":"It was both"}""";
            case "impacts" -> IMPACT;
            case "impacts/{impact}/corrections" -> because(IMPACT);
            case "roles", "roles/release" -> ROLE;
            case "links" -> """
                    {"relation":"CAUSED_BY","target":"%s"}""".formatted(another());
            case "links/retractions" -> """
                    {"relation":"CAUSED_BY","target":"%s","reason":"a test"}""".formatted(Incidents.linked());
            case "register" -> """
                    {"kind":"UNKNOWN","text":"Why only half of them?"}""";
            case "register/{unknown}/assign" -> """
                    {"investigator":"somebody"}""";
            case "status-updates" -> """
                    {"audience":"PUBLIC","text":"We are looking into it"}""";
            default -> throw new IllegalStateException("It is not said what to send to " + row);
        };
    }

    private static String because(String body) {
        return body.replaceFirst("}$", ",\"reason\":\"a test\"}");
    }

    private static String another() {
        return Incidents.declared("OPEN").path("incidentId").asText();
    }

    /** What has to be there, and is recorded beforehand: requests below the incident's address, and their bodies. */
    static String[][] beforehand(Row row) {
        return switch (row.path().replace("/api/incidents/{id}/", "")) {
            case "close", "reopen" -> new String[][] {{"resolve", "{}"}};
            case "impacts/{impact}/corrections", "impacts/{impact}/retractions" -> new String[][] {{"impacts", IMPACT}};
            case "evidence/{evidence}/retractions" -> new String[][] {{"evidence", LINK}};
            case "severity/suggestions/{suggestion}/accept", "severity/suggestions/{suggestion}/dismiss" ->
                new String[][] {{"severity/suggestions", NODES_DOWN}};
            case "roles/release" -> new String[][] {{"roles", ROLE}};
            case "links/retractions" ->
                new String[][] {
                    {"links", "{\"relation\":\"CAUSED_BY\",\"target\":\"%s\"}".formatted(Incidents.linked())}
                };
            case "register/{unknown}/assign" ->
                new String[][] {{"register", "{\"kind\":\"UNKNOWN\",\"text\":\"Why?\"}"}};
            case "timeline/{entry}/disputes/{dispute}/settlements" ->
                new String[][] {{"timeline/{entry}/disputes", "{\"otherReading\":\"It was earlier\"}"}};
            default -> new String[0][];
        };
    }

    /** Whether the incident has to be looked at before it is one. */
    static boolean inTriage(Row row) {
        return row.path().endsWith("/activate") || row.path().endsWith("/decline");
    }
}
