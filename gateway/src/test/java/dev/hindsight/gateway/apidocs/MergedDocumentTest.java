package dev.hindsight.gateway.apidocs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class MergedDocumentTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final MergedDocument merged =
            new MergedDocument(json("""
            {"openapi": "3.1.0", "paths": {}}""")).with("one-service", service("/api/one", "string"));

    @Test
    void hasThePathsOfAll() {
        var document =
                merged.with("other-service", service("/api/other", "string")).document();

        assertThat(document.path("paths").fieldNames()).toIterable().containsExactly("/api/one", "/api/other");
        assertThat(document.path("openapi").asText()).isEqualTo("3.1.0");
    }

    @Test
    void keepsASchemaThatSaysTheSameOnce() {
        var document =
                merged.with("other-service", service("/api/other", "string")).document();

        assertThat(document.at("/components/schemas").fieldNames()).toIterable().containsExactly("State", "Status");
    }

    @Test
    void keepsTwoSchemasOfOneNameApart() {
        var document =
                merged.with("other-service", service("/api/other", "integer")).document();

        assertThat(document.at("/components/schemas/Status-other-service/type").asText())
                .isEqualTo("integer");
        assertThat(document.at("/components/schemas/Status/type").asText()).isEqualTo("string");
        assertThat(document.at("/paths/~1api~1one/get/$ref").asText()).isEqualTo("#/components/schemas/Status");
        assertThat(document.at("/paths/~1api~1other/get/$ref").asText())
                .isEqualTo("#/components/schemas/Status-other-service");
    }

    /** The state is the same text in both, but of another status. */
    @Test
    void keepsApartWhatRefersToDifferentThings() {
        var document =
                merged.with("other-service", service("/api/other", "integer")).document();

        assertThat(document.at("/components/schemas/State-other-service/items/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/Status-other-service");
        assertThat(document.at("/components/schemas/State/items/$ref").asText())
                .isEqualTo("#/components/schemas/Status");
    }

    private static ObjectNode service(String path, String type) {
        return json("""
                {"paths": {"%s": {"get": {"$ref": "#/components/schemas/Status"}}},
                 "components": {"schemas": {
                   "State": {"items": {"$ref": "#/components/schemas/Status"}},
                   "Status": {"type": "%s"}}}}""".formatted(path, type));
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
