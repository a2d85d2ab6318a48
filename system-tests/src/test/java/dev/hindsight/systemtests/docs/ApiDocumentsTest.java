package dev.hindsight.systemtests.docs;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.hindsight.systemtests.authorization.Endpoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keeps {@code docs/openapi} as each service's build writes it; the gateway publishes these documents as one. */
class ApiDocumentsTest {

    private static final Path PAGES = Path.of("../docs/openapi");
    private static final Path OF_GATEWAY = Path.of("../gateway/src/main/resources/openapi/gateway.json");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @ParameterizedTest
    @ValueSource(strings = {"incident-service", "actionitem-service", "reporting-service", "audit-service"})
    void saysWhatTheServiceAnswers(String service) throws IOException {
        var built = JSON.readTree(
                Path.of("..", service, "target/openapi/openapi.json").toFile());

        new WrittenFile(PAGES.resolve(service + ".json")).mustSay(JSON.writeValueAsString(built) + "\n");
    }

    @Test
    void leavesNoEndpointOut() throws IOException {
        assertThat(documented()).containsAll(endpoints());
    }

    private static Set<String> endpoints() {
        return Endpoints.all().stream()
                .filter(endpoint -> endpoint.contains(" /api/") && !endpoint.endsWith("*"))
                .map(endpoint -> endpoint.replaceAll("\\{(\\w+):[^}]+}", "{$1}")) // without what the segment may be
                .collect(toSet());
    }

    private static Set<String> documented() throws IOException {
        try (var pages = Files.list(PAGES)) {
            return Stream.concat(pages, Stream.of(OF_GATEWAY))
                    .map(ApiDocumentsTest::read)
                    .flatMap(document -> document.path("paths").propertyStream())
                    .flatMap(path -> path.getValue()
                            .propertyStream()
                            .map(operation -> operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()))
                    .collect(toSet());
        }
    }

    private static JsonNode read(Path page) {
        try {
            return JSON.readTree(page.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
