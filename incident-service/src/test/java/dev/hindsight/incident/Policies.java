package dev.hindsight.incident;

import static dev.hindsight.logkit.Callers.as;

/** Sets the policies that tests rely on, whatever other tests have set. */
final class Policies {

    private static final String RULE =
            "{\"planned\":%s,\"meetingWithinDays\":%d,\"days\":\"%s\",\"reviewHoursBefore\":24,\"approvals\":1}";

    private Policies() {}

    /** What the product sets. */
    static void standard() {
        var planned = RULE.formatted(true, 5, "WORKING");
        var other = RULE.formatted(false, 5, "WORKING");
        as("admin")
                .body("{\"zone\":\"UTC\",\"severities\":{\"SEV1\":%s,\"SEV2\":%s,\"SEV3\":%s,\"SEV4\":%s,\"SEV5\":%s}}"
                        .formatted(RULE.formatted(true, 3, "CALENDAR"), planned, other, other, other))
                .put("/api/policies/postmortem")
                .then()
                .statusCode(200);
    }
}
