package dev.hindsight.gateway.apidocs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;

/**
 * Several OpenAPI documents as one (https://spec.openapis.org/oas/v3.1.1). Two schemas of one name stay one while they
 * say the same; else the later is named after its service as well.
 */
final class MergedDocument {

    private static final String SCHEMAS = "#/components/schemas/";

    private final ObjectNode merged;

    /** @param beginning gives title, servers and security of the whole */
    MergedDocument(ObjectNode beginning) {
        merged = beginning.deepCopy();
    }

    MergedDocument with(String service, ObjectNode document) {
        var components = document.path("components");
        var renamed = renamed(service, components.path("schemas"));
        components.properties().forEach(section -> {
            var all = merged.withObjectProperty("components").withObjectProperty(section.getKey());
            var schemas = section.getKey().equals("schemas");
            section.getValue().properties().forEach(entry -> {
                var name = schemas ? renamed.getOrDefault(entry.getKey(), entry.getKey()) : entry.getKey();
                all.set(name, rewritten(entry.getValue(), renamed));
            });
        });
        document.path("paths")
                .properties()
                .forEach(path -> merged.withObjectProperty("paths")
                        .withObjectProperty(path.getKey())
                        .setAll((ObjectNode) rewritten(path.getValue(), renamed)));
        return this;
    }

    ObjectNode document() {
        return merged;
    }

    /** Those that say something else than their namesake, also by what they refer to. */
    private Map<String, String> renamed(String service, JsonNode schemas) {
        var known = merged.path("components").path("schemas");
        var names = new HashMap<String, String>();
        var more = true;
        while (more) {
            var different = schemas.properties().stream()
                    .filter(schema -> known.has(schema.getKey()))
                    .filter(schema -> !rewritten(schema.getValue(), names).equals(known.get(schema.getKey())))
                    .map(Map.Entry::getKey)
                    .toList();
            more = different.stream()
                            .filter(name -> names.putIfAbsent(name, name + "-" + service) == null)
                            .count()
                    > 0;
        }
        return names;
    }

    private static JsonNode rewritten(JsonNode node, Map<String, String> renamed) {
        var copy = node.deepCopy();
        copy.findParents("$ref").stream().map(ObjectNode.class::cast).forEach(parent -> {
            var reference = parent.get("$ref").asText();
            if (reference.startsWith(SCHEMAS)) {
                var name = reference.substring(SCHEMAS.length());
                parent.set("$ref", TextNode.valueOf(SCHEMAS + renamed.getOrDefault(name, name)));
            }
        });
        return copy;
    }
}
