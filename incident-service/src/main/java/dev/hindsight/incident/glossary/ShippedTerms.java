package dev.hindsight.incident.glossary;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hindsight.folds.glossary.Spellings;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * The terms that come with the product: a file of the build, so that a better wording comes with a release and nothing is
 * appended in anyone's name. What an organisation makes of such a term is an aggregate under the term's id.
 */
@Singleton
public class ShippedTerms {

    private static final String FILE = "shipped-terms.json";

    private final Map<UUID, ShippedTerm> byId = new LinkedHashMap<>();
    private final Map<String, ShippedTerm> byKey = new LinkedHashMap<>();

    ShippedTerms() {
        for (var term : read()) {
            byId.put(term.id(), term);
            for (var key : Spellings.keys(term.definition())) {
                var other = byKey.putIfAbsent(key, term);
                if (other != null) {
                    throw new IllegalStateException(
                            "Both %s and %s are written %s".formatted(other.term(), term.term(), key));
                }
            }
        }
    }

    public List<ShippedTerm> all() {
        return List.copyOf(byId.values());
    }

    public Optional<ShippedTerm> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** @param key of a spelling, as {@link Spellings} makes it */
    public Optional<ShippedTerm> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    private static List<ShippedTerm> read() {
        try (var file = Objects.requireNonNull(ShippedTerms.class.getResourceAsStream(FILE))) {
            return JsonMapper.builder().build().readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
