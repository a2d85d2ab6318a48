package dev.hindsight.systemtests.authorization;

import dev.hindsight.systemtests.RunningStack;
import java.util.UUID;

/** Keeps terms of the glossary to ask for, and tells which version of a term or a policy there is. */
final class WordsAndPolicies {

    private static final String API = RunningStack.INCIDENT_SERVICE;
    private static final String GLOSSARY = "/api/glossary";
    private static final String DEFINITION =
            "\"spellings\":[],\"technicalDefinition\":\"technically\",\"plainDefinition\":\"plainly\"";
    private static final String DUE = "\"SEV1\":15,\"SEV2\":30,\"SEV3\":60,\"SEV4\":60,\"SEV5\":60";
    private static final String RULE =
            "{\"planned\":true,\"meetingWithinDays\":5,\"days\":\"WORKING\",\"reviewHoursBefore\":24,\"approvals\":1}";

    private WordsAndPolicies() {}

    static boolean isAPolicy(String path) {
        return path.startsWith("/api/policies/");
    }

    static boolean isATerm(String path) {
        return path.startsWith(GLOSSARY + "/{term}");
    }

    /** The id of a term that nobody else changes. */
    static String defined() {
        var answer =
                Person.named("admin").post(API + GLOSSARY, Incidents.JSON, definition("term " + UUID.randomUUID()));
        return Person.json(answer.body()).required("termId").asText();
    }

    /** @param path of the term or policy itself, or of something below it */
    static long version(String path, String term) {
        var address = path.replace("{term}", term)
                .replace("{team}", "chain-core")
                .replaceAll("/(events|revise|withdraw)$", "");
        var answer = Person.named("admin").get(API + address, Incidents.JSON);
        return Person.json(answer.body()).required("version").asLong();
    }

    static String definition(String term) {
        return "{\"term\":\"%s\",%s}".formatted(term, DEFINITION);
    }

    static String revision() {
        return "{\"term\":\"term %s\",%s,\"reason\":\"a test\"}".formatted(UUID.randomUUID(), DEFINITION);
    }

    static String actionItemPolicy() {
        return "{\"dueWithinDays\":{%s}}".formatted(DUE);
    }

    static String teamPolicy() {
        return """
                {"zone":"UTC","workingDays":["MONDAY"],"remindAt":"09:00","quietFrom":"18:00","quietTo":"08:00",
                 "leads":["somebody"]}""";
    }

    static String postMortemPolicy() {
        return "{\"zone\":\"UTC\",\"severities\":{\"SEV1\":%1$s,\"SEV2\":%1$s,\"SEV3\":%1$s,\"SEV4\":%1$s,\"SEV5\":%1$s}}"
                .formatted(RULE);
    }
}
