package dev.hindsight.logkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hindsight.folds.incident.MarkState;
import dev.hindsight.folds.incident.Marks;
import dev.hindsight.kit.json.EventJson;
import java.util.List;

/** Marks as JSON within a row of a read model, so that it goes on gathering them as the fold does. */
public final class StoredMarks {

    private static final ObjectMapper JSON = EventJson.mapper();
    private static final TypeReference<List<MarkState>> MARKS = new TypeReference<>() {};

    private StoredMarks() {}

    /** @param episode the last one, counted from 1 */
    public static Marks read(String json, int episode) {
        try {
            return new Marks(JSON.readValue(json, MARKS), episode);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row holds marks that this build does not understand", e);
        }
    }

    public static String write(Marks marks) {
        try {
            return JSON.writeValueAsString(marks.all());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Marks that were read from the log cannot be written", e);
        }
    }
}
