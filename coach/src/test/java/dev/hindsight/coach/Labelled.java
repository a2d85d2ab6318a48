package dev.hindsight.coach;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hindsight.coach.rules.RuleBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** A sentence of {@code samples/coach}, with what people say of it. */
record Labelled(String id, String text, String label, List<String> categories, String family, String split) {

    /** One for all tests, as in a service. */
    static final Coach COACH = Coach.load(RuleBook.shipped());

    private static final Path FILE = Path.of("..", "samples", "coach", "sentences.json");

    static List<Labelled> all() {
        try {
            return new ObjectMapper().readValue(FILE.toFile(), new TypeReference<List<Labelled>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Labelled> of(String split) {
        return all().stream().filter(sentence -> sentence.split().equals(split)).toList();
    }

    boolean isBlameful() {
        return label.equals("blameful");
    }

    boolean isFound() {
        return !COACH.check(text, List.of()).isEmpty();
    }

    @Override
    public String toString() {
        return id + ": " + text;
    }
}
