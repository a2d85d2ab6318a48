package dev.hindsight.reporting.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hindsight.folds.incident.MeasuredDuration;
import dev.hindsight.kit.json.EventJson;
import java.util.List;

/** The JSON within the rows, in the form in which events are stored. */
final class FactJson {

    private static final ObjectMapper JSON = EventJson.mapper();

    private FactJson() {}

    static List<MeasuredDuration> durations(String json) {
        return read(json, new TypeReference<>() {});
    }

    static String of(List<?> values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was read from the log cannot be written", e);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row holds JSON that this build does not understand", e);
        }
    }
}
