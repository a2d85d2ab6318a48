package dev.hindsight.gateway.problems;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every kind of problem that this host may answer, from the catalogue that is written from the code of all modules. */
@Singleton
class ProblemCatalogue {

    private static final String RESOURCE = "/problems/catalogue.json";

    private final Map<String, KnownProblem> byType;

    ProblemCatalogue(ObjectMapper json) {
        try (var in = ProblemCatalogue.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from this build");
            }
            byType = Arrays.stream(json.readValue(in, KnownProblem[].class))
                    .collect(Collectors.toMap(
                            KnownProblem::type, Function.identity(), (first, _) -> first, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Collection<KnownProblem> all() {
        return byType.values();
    }

    Optional<KnownProblem> find(String type) {
        return Optional.ofNullable(byType.get(type));
    }
}
