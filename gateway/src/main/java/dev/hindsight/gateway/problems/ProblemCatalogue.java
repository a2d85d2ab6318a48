package dev.hindsight.gateway.problems;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hindsight.kit.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Every type of problem that Hindsight answers, of the gateway and of the services behind it. */
@ApplicationScoped
public class ProblemCatalogue {

    /** One type as the catalogue file tells it. */
    public record Entry(String type, int status, String title, String advice) implements ProblemType {}

    private static final String FILE = "/problems/catalogue.json";

    private final List<Entry> entries;

    ProblemCatalogue(ObjectMapper json) {
        try (var file = Objects.requireNonNull(ProblemCatalogue.class.getResourceAsStream(FILE), FILE)) {
            entries = json.readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    Optional<Entry> find(String type) {
        return entries.stream().filter(entry -> entry.type().equals(type)).findFirst();
    }
}
