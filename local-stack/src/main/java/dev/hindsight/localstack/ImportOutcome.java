package dev.hindsight.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** What the import answered for one record. */
record ImportOutcome(JsonNode json) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static ImportOutcome parse(String line) {
        try {
            return new ImportOutcome(JSON.readTree(line));
        } catch (IOException e) {
            throw new StackFailure("The import answered something that is not JSON: %s.".formatted(line), e);
        }
    }

    String outcome() {
        return text("outcome");
    }

    /** The record is in Hindsight, whether by this import or an earlier one. */
    boolean isThere() {
        return outcome().equals("IMPORTED") || outcome().equals("UNCHANGED");
    }

    String recordId() {
        return text("recordId");
    }

    String reference() {
        return text("reference");
    }

    String reason() {
        return text("reason");
    }

    private String text(String field) {
        return json.path(field).asText("");
    }
}
