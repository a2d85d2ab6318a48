package dev.hindsight.logkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Compares every call with the OpenAPI document that is committed for the service whose tests run: what is answered must
 * be documented, what is accepted must fit its schema, and whatever is refused must be a problem.
 */
final class PublishedContract implements Filter {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final String APPLICATION_JSON = "application/json";
    private static final String ANYTHING = "*/*";
    private static final String PROBLEM = "application/problem+json";

    private final JsonNode document;

    PublishedContract() {
        var service = Path.of("").toAbsolutePath().getFileName();
        try {
            document = JSON.readTree(
                    Path.of("..", "docs", "openapi", service + ".json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        var answer = context.next(request, expected);
        operation(request).ifPresentOrElse(operation -> check(request, operation, answer), () -> {
            if (answer.statusCode() < 400) {
                throw new AssertionError(
                        "%s %s is in no OpenAPI document".formatted(request.getMethod(), request.getURI()));
            }
        });
        return answer;
    }

    private Optional<JsonNode> operation(FilterableRequestSpecification request) {
        var path = URI.create(request.getURI()).getPath();
        return operations(path, "[^/]+")
                .or(() -> operations(path, ".+")) // a parameter that takes the rest of the path
                .map(operations -> operations.get(request.getMethod().toLowerCase(Locale.ROOT)));
    }

    private Optional<JsonNode> operations(String path, String parameter) {
        return document.path("paths")
                .propertyStream()
                .filter(entry -> path.matches(entry.getKey().replaceAll("\\{[^}]+}", parameter)))
                .min(Comparator.comparing(
                        entry -> entry.getKey().chars().filter(c -> c == '{').count()))
                .map(Map.Entry::getValue);
    }

    private void check(FilterableRequestSpecification request, JsonNode operation, Response answer) {
        var what = request.getMethod() + " " + request.getURI();
        if (answer.statusCode() < 400) {
            checkAccepted(what, request, operation);
        }
        var responses = operation.path("responses");
        var response = responses.get(Integer.toString(answer.statusCode()));
        if (response == null && answer.statusCode() < 400) {
            throw new AssertionError("%s: %d is not documented".formatted(what, answer.statusCode()));
        }
        if (response == null) {
            response = resolved(responses.path("default"));
            checkMediaType(what, answer, PROBLEM);
        }
        var mediaType = mediaType(answer.contentType());
        var media = response.path("content")
                .propertyStream()
                .filter(documented -> documented.getKey().equals(ANYTHING)
                        || mediaType(documented.getKey()).equals(mediaType))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
        if (media == null && response.has("content") && !answer.asString().isEmpty()) {
            throw new AssertionError("%s: %s is not documented".formatted(what, mediaType));
        }
        if (media != null && media.has("schema") && (mediaType.equals(APPLICATION_JSON) || mediaType.equals(PROBLEM))) {
            mustFit(what + ", the answer", media.path("schema"), answer.asByteArray());
        }
    }

    private void checkAccepted(String what, FilterableRequestSpecification request, JsonNode operation) {
        var schema = operation.at("/requestBody/content/application~1json/schema");
        Object body = request.getBody();
        if (body != null
                && !schema.isMissingNode()
                && mediaType(request.getContentType()).equals(APPLICATION_JSON)) {
            mustFit(
                    what + ", accepted",
                    schema,
                    body instanceof byte[] bytes ? bytes : body.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private void mustFit(String what, JsonNode schema, byte[] json) {
        var whole = ((ObjectNode) schema.deepCopy()).set("components", document.get("components"));
        try {
            var misfits = SCHEMAS.getSchema(whole).validate(JSON.readTree(json));
            if (!misfits.isEmpty()) {
                throw new AssertionError("%s does not fit the OpenAPI document: %s".formatted(what, misfits));
            }
        } catch (IOException e) {
            throw new AssertionError(what + " is no JSON", e);
        }
    }

    private static void checkMediaType(String what, Response answer, String expected) {
        if (!mediaType(answer.contentType()).equals(expected)) {
            throw new AssertionError("%s: %d came as %s".formatted(what, answer.statusCode(), answer.contentType()));
        }
    }

    private JsonNode resolved(JsonNode response) {
        var reference = response.path("$ref").asText("");
        return reference.isEmpty() ? response : document.at(reference.substring(1));
    }

    private static String mediaType(String contentType) {
        return contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
