package dev.hindsight.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hindsight.kit.json.EventJson;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Golden files: a diff under src/test/resources/events is a change of contract, and old files stay readable for ever. */
class EventJsonTest {

    private static final ObjectMapper JSON = EventJson.mapper();

    static List<Path> everyStoredForm() throws IOException, URISyntaxException {
        var folder = Path.of(EventJsonTest.class.getResource("/events").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    static Set<String> everyType() {
        return EventCatalogue.types().keySet();
    }

    @ParameterizedTest
    @MethodSource("everyStoredForm")
    void isReadAndWrittenWithoutLoss(Path golden) throws IOException {
        var event = EventCatalogue.types().get(typeOf(golden));
        assertThat(event).as("the event stored as %s", typeOf(golden)).isNotNull();

        var stored = JSON.readTree(golden.toFile());
        var read = JSON.treeToValue(stored, event);

        assertThat(JSON.readTree(JSON.writeValueAsBytes(read))).isEqualTo(stored);
    }

    @ParameterizedTest
    @MethodSource("everyType")
    void namesEveryFieldInItsNewestGoldenFile(String type) throws IOException, URISyntaxException {
        var newest = everyStoredForm().stream()
                .filter(file -> typeOf(file).equals(type))
                .reduce((_, last) -> last);
        assertThat(newest).as("a golden file for %s", type).isPresent();

        var fields = Stream.of(EventCatalogue.types().get(type).getRecordComponents())
                .map(component -> component.getName())
                .toList();
        var written = new TreeSet<String>();
        JSON.readTree(newest.get().toFile()).fieldNames().forEachRemaining(written::add);
        assertThat(written).containsExactlyInAnyOrderElementsOf(fields);
    }

    @ParameterizedTest
    @MethodSource("everyType")
    void isNamedInKebabCase(String type) {
        assertThat(type).matches("[a-z]+(-[a-z]+)+");
    }

    @Test
    void aFieldOfANewerBuildIsPassedOver() throws IOException {
        var read = JSON.readValue(
                "{\"incidentId\":\"01987a3c-1f00-7000-8000-000000000001\",\"mark\":\"DETECTED\",\"episode\":1,"
                        + "\"occurredAt\":{\"earliest\":\"2026-01-01T00:00:00Z\",\"latest\":\"2026-01-01T00:00:00Z\","
                        + "\"precision\":\"SECOND\"},\"fromTheFuture\":1}",
                EventCatalogue.types().get("mark-recorded"));

        assertThat(read).isNotNull();
    }

    private static String typeOf(Path golden) {
        return golden.getFileName().toString().replaceFirst("\\.v\\d+\\.json$", "");
    }
}
