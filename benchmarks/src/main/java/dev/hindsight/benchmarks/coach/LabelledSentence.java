package dev.hindsight.benchmarks.coach;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hindsight.benchmarks.BenchmarkFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A sentence of {@code samples/coach}, with what people say of it. */
record LabelledSentence(String id, String text, String label, List<String> categories, String family, String split) {

    /** @param checkout where the project is */
    static List<LabelledSentence> all(Path checkout) {
        var file = checkout.resolve(Path.of("samples", "coach", "sentences.json"));
        try {
            return new ObjectMapper().readValue(file.toFile(), new TypeReference<List<LabelledSentence>>() {});
        } catch (IOException e) {
            throw new BenchmarkFailure("The labelled sentences cannot be read: " + e.getMessage());
        }
    }

    boolean isBlameful() {
        return label.equals("blameful");
    }
}
