package dev.hindsight.logkit;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponses;
import static org.eclipse.microprofile.openapi.OASFactory.createComponents;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityRequirement;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityScheme;

import dev.hindsight.contracts.time.Precision;
import dev.hindsight.kit.problem.Problem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Adds to a service's OpenAPI document, when it is built, what holds for every endpoint and no resource says. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class PublishedApi implements OASFilter {

    private static final String BEARER = "bearer";
    private static final String PROBLEM = "Problem";
    private static final String STATED_TIME = StatedTime.class.getSimpleName();
    private static final String IDEMPOTENCY_KEY = "IdempotencyKey";
    private static final String IF_MATCH = "IfMatch";
    private static final String PREFER = "Prefer";

    /** A resource says so of a {@code POST} that is no command; the document does not. */
    public static final String READS = "x-reads";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var components = Optional.ofNullable(api.getComponents()).orElseGet(() -> createComponents());
        api.setComponents(components
                .addSecurityScheme(
                        BEARER,
                        createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme(BEARER)
                                .bearerFormat("JWT")
                                .description("An access token of the realm, for the audience hindsight-api."))
                .addResponse(
                        PROBLEM,
                        createAPIResponse()
                                .description("A problem (RFC 9457); its type leads to an explanation.")
                                .content(createContent()
                                        .addMediaType(
                                                Problem.MEDIA_TYPE,
                                                createMediaType()
                                                        .schema(createSchema().ref(PROBLEM)))))
                .addParameter(
                        IDEMPOTENCY_KEY,
                        header(
                                "Idempotency-Key",
                                "The same key and body get the first answer again, for at least 24 hours."))
                .addParameter(IF_MATCH, header("If-Match", "Refused with 412 if the version has moved on."))
                .addParameter(
                        PREFER,
                        header(
                                "Prefer",
                                "return=minimal asks for an answer of headers alone (RFC 7240): 204, or 201.")));
        api.setSecurity(List.of(createSecurityRequirement().addScheme(BEARER)));
        api.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().forEach((method, operation) -> complete(path, method, operation)));
        if (components.getSchemas().containsKey(STATED_TIME)) {
            components.addSchema(STATED_TIME, statedTime());
        }
        components.getSchemas().values().forEach(PublishedApi::tellWhatMayBeAbsent);
        components.addSchema(PROBLEM, problem());
        api.setTags(null);
    }

    private static void complete(String path, HttpMethod method, Operation operation) {
        operation.setTags(List.of(path.split("/", -1)[2]));
        operation.setResponses(Optional.ofNullable(operation.getResponses())
                .orElseGet(() -> createAPIResponses())
                .addAPIResponse("default", createAPIResponse().ref(PROBLEM)));
        operation.getResponses().removeAPIResponse("400"); // a problem like any other
        if (operation.getResponses().hasAPIResponse("201")) {
            operation.getResponses().removeAPIResponse("200");
        }
        if (method == HttpMethod.GET && isConditional(operation)) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            "304", createAPIResponse().description("Unchanged since the version in If-None-Match"));
        }
        if (method == HttpMethod.PUT || method == HttpMethod.POST && !reads(operation)) {
            operation.addParameter(createParameter().ref(IDEMPOTENCY_KEY));
            operation.addParameter(createParameter().ref(IF_MATCH));
            operation.addParameter(createParameter().ref(PREFER));
            operation
                    .getResponses()
                    .addAPIResponse("204", createAPIResponse().description("Done, as asked for without a body"));
            readAsJson(operation);
        }
    }

    private static boolean isConditional(Operation operation) {
        return Optional.ofNullable(operation.getParameters()).orElseGet(List::of).stream()
                .anyMatch(parameter -> HttpHeaders.IF_NONE_MATCH.equals(parameter.getName()));
    }

    /** Whether it only looks something up, and takes a body because of its size. */
    private static boolean reads(Operation operation) {
        boolean reads =
                operation.getExtensions() != null && operation.getExtensions().containsKey(READS);
        operation.removeExtension(READS);
        return reads;
    }

    /** A command's body is kept as the bytes that came, to compare a repetition with; what is in them is JSON. */
    private static void readAsJson(Operation operation) {
        if (operation.getRequestBody() == null || operation.getRequestBody().getContent() == null) {
            return;
        }
        operation.getRequestBody().getContent().getMediaTypes().values().stream()
                .filter(media -> media.getSchema() == null || isBinary(media.getSchema()))
                .forEach(media -> media.setSchema(createSchema().addType(SchemaType.OBJECT)));
    }

    private static boolean isBinary(Schema schema) {
        return schema.getRef() == null
                && (schema.getType() == null || schema.getType().contains(SchemaType.STRING));
    }

    /** What is not required is null where it is absent. */
    private static void tellWhatMayBeAbsent(Schema schema) {
        if (schema.getProperties() == null) {
            return;
        }
        var required = Optional.ofNullable(schema.getRequired()).orElse(List.of());
        var properties = new LinkedHashMap<>(schema.getProperties());
        properties.replaceAll((name, property) -> required.contains(name) ? property : orNull(property));
        schema.setProperties(properties);
    }

    private static Schema orNull(Schema property) {
        if (property.getRef() != null) {
            return createSchema().addAnyOf(property).addAnyOf(createSchema().addType(SchemaType.NULL));
        }
        return property.getType() == null ? property : property.addType(SchemaType.NULL);
    }

    /** Of it alone, what is absent is left out. */
    private static Schema problem() {
        return createSchema()
                .addType(SchemaType.OBJECT)
                .required(List.of("type", "title", "status"))
                .addProperty("type", text())
                .addProperty("title", text())
                .addProperty("status", createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", text())
                .addProperty(
                        "errors",
                        createSchema()
                                .addType(SchemaType.ARRAY)
                                .items(createSchema()
                                        .addType(SchemaType.OBJECT)
                                        .addProperty("field", text())
                                        .addProperty("message", text())))
                .addProperty("traceId", text());
    }

    private static Schema statedTime() {
        var precisions = createSchema().addType(SchemaType.STRING);
        Stream.of(Precision.values()).map(Precision::name).forEach(precisions::addEnumeration);
        return createSchema()
                .description("An instant; or one with a precision; or an interval. statedAs is the time as written.")
                .addOneOf(time())
                .addOneOf(createSchema()
                        .addType(SchemaType.OBJECT)
                        .addProperty("at", time())
                        .addProperty("earliest", time())
                        .addProperty("latest", time())
                        .addProperty("precision", precisions)
                        .addProperty("statedAs", text())
                        .additionalPropertiesBoolean(false));
    }

    private static Schema time() {
        return text().format("date-time");
    }

    private static Parameter header(String name, String description) {
        return createParameter()
                .in(Parameter.In.HEADER)
                .name(name)
                .description(description)
                .schema(text());
    }

    private static Schema text() {
        return createSchema().addType(SchemaType.STRING);
    }
}
