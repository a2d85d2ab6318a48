package dev.hindsight.systemtests.docs;

import static java.util.stream.Collectors.joining;

import dev.hindsight.contracts.EventCatalogue;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/events.md} true: the page is written from the events themselves. */
class EventCatalogueTest {

    @Test
    void thePageListsEveryEventWithItsFields() throws IOException {
        new WrittenFile(Path.of("../docs/events.md")).mustSay(page());
    }

    private static String page() {
        return """
                # Events

                Everything that can stand in the log. The name is stored for ever; the record is its Java form in
                `event-contracts`. A field with a question mark may be absent.

                This page is written from the code by `./hindsight docs`.

                %s
                """.formatted(
                EventCatalogue.FAMILIES.stream().map(EventCatalogueTest::family).collect(joining("\n\n")));
    }

    private static String family(Class<?> family) {
        return """
                ## %s

                | name | record | fields |
                |---|---|---|
                %s""".formatted(
                        family.getSimpleName(),
                        EventCatalogue.eventsOf(family).stream()
                                .map(EventCatalogueTest::row)
                                .collect(joining("\n")));
    }

    private static String row(Class<?> event) {
        var fields = Arrays.stream(event.getRecordComponents())
                .map(EventCatalogueTest::field)
                .collect(joining(", "));
        return "| `%s` | `%s` | %s |".formatted(EventCatalogue.nameOf(event), event.getSimpleName(), fields);
    }

    private static String field(RecordComponent field) {
        return field.getName() + (field.getAnnotatedType().isAnnotationPresent(Nullable.class) ? "?" : "");
    }
}
