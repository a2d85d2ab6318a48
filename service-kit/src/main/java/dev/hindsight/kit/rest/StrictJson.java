package dev.hindsight.kit.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * JSON on the wire, read to the letter: what a client mistyped is refused, never dropped or bent into shape. Absent
 * values are written as {@code null}, so that a client sees every field.
 */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {

    private static final List<LogicalType> NUMBERS = List.of(LogicalType.Integer, LogicalType.Float);

    @Override
    public void customize(ObjectMapper json) {
        json.registerModule(new JavaTimeModule());
        json.registerModule(StorableValues.module());
        json.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        json.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        json.getFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

        refuse(json, LogicalType.Textual, CoercionInputShape.Integer, CoercionInputShape.Float);
        refuse(json, LogicalType.Textual, CoercionInputShape.Boolean);
        refuse(json, LogicalType.Boolean, CoercionInputShape.Integer, CoercionInputShape.Float);
        refuse(json, LogicalType.Boolean, CoercionInputShape.String, CoercionInputShape.EmptyString);
        refuse(json, LogicalType.Enum, CoercionInputShape.EmptyString);
        for (var number : NUMBERS) {
            refuse(json, number, CoercionInputShape.String, CoercionInputShape.EmptyString);
            refuse(json, number, CoercionInputShape.Boolean);
        }
    }

    private static void refuse(ObjectMapper json, LogicalType wanted, CoercionInputShape... shapes) {
        for (var shape : shapes) {
            json.coercionConfigFor(wanted).setCoercion(shape, CoercionAction.Fail);
        }
    }
}
