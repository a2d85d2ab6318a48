package dev.hindsight.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The realm that Keycloak imports: the base, which production uses too, with the demo overlay laid over it. */
final class RealmFile {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> IDENTITIES = List.of("clientId", "username", "name");

    private RealmFile() {}

    static void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, merge(base(), demoOverlay()).toPrettyString());
    }

    static JsonNode base() throws IOException {
        return read("/realm/hindsight-realm.json");
    }

    static JsonNode demoOverlay() throws IOException {
        return read("/realm/demo-overlay.json");
    }

    /** Lays the overlay over the base: objects field by field, lists of named things by name, all else replaced. */
    static JsonNode merge(JsonNode base, JsonNode overlay) {
        if (base instanceof ObjectNode object && overlay instanceof ObjectNode additions) {
            additions.properties().forEach(field -> {
                var known = object.get(field.getKey());
                object.set(field.getKey(), known == null ? field.getValue() : merge(known, field.getValue()));
            });
            return object;
        }
        if (base instanceof ArrayNode list && overlay instanceof ArrayNode additions) {
            additions.forEach(addition -> mergeInto(list, addition));
            return list;
        }
        return overlay;
    }

    private static void mergeInto(ArrayNode list, JsonNode addition) {
        for (var i = 0; i < list.size(); i++) {
            if (sameThing(list.get(i), addition)) {
                list.set(i, merge(list.get(i), addition));
                return;
            }
        }
        list.add(addition);
    }

    private static boolean sameThing(JsonNode one, JsonNode other) {
        return IDENTITIES.stream().anyMatch(key -> one.has(key) && one.get(key).equals(other.get(key)));
    }

    private static JsonNode read(String resource) throws IOException {
        try (var in = Objects.requireNonNull(RealmFile.class.getResourceAsStream(resource), resource)) {
            return JSON.readTree(in);
        }
    }
}
