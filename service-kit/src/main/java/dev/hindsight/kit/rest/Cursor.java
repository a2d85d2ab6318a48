package dev.hindsight.kit.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hindsight.kit.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the next page of a list begins: the sort values of the last row, opaque to clients. */
public record Cursor(List<String> values) {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<String>> VALUES = new TypeReference<>() {};

    public Cursor {
        values = List.copyOf(values);
    }

    public static Cursor of(String... values) {
        return new Cursor(List.of(values));
    }

    /** Accepts only what {@link #text()} gives for a cursor of that many values. */
    public static Optional<Cursor> parse(@Nullable String text, int size) {
        if (text == null) {
            return Optional.empty();
        }
        return Optional.of(decode(text)
                .filter(cursor -> cursor.values.size() == size && cursor.text().equals(text))
                .orElseThrow(
                        () -> ProblemException.invalid("cursor", "must be the nextCursor of a page of this list")));
    }

    public String text() {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(values));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Cursor> decode(String text) {
        try {
            var values = JSON.readValue(Base64.getUrlDecoder().decode(text), VALUES);
            return values == null || values.stream().anyMatch(value -> value == null || value.indexOf('\0') >= 0)
                    ? Optional.empty()
                    : Optional.of(new Cursor(values));
        } catch (IllegalArgumentException | IOException e) {
            return Optional.empty();
        }
    }
}
