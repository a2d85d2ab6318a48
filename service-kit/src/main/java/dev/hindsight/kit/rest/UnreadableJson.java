package dev.hindsight.kit.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.hindsight.kit.problem.FieldError;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Says in plain words which field of a JSON body could not be read, and why. */
final class UnreadableJson {

    static final String BODY = "(body)";

    private UnreadableJson() {}

    static FieldError explain(JsonProcessingException failure) {
        return failure instanceof JsonMappingException mapping
                ? new FieldError(path(mapping.getPath()), message(mapping))
                : new FieldError(BODY, "is not well-formed JSON");
    }

    private static String message(JsonMappingException failure) {
        return switch (failure) {
            case UnrecognizedPropertyException _ -> "is not known here";
            case InvalidFormatException format
            when format.getTargetType().isEnum() ->
                "must be one of "
                        + Arrays.stream(format.getTargetType().getEnumConstants())
                                .map(constant -> ((Enum<?>) constant).name())
                                .collect(Collectors.joining(", "));
            case MismatchedInputException mismatch
            when failure.getPath().isEmpty() && isAbsent(mismatch) -> "is missing";
            default -> "has the wrong form";
        };
    }

    /** Jackson has no type of its own for a body without any JSON value. */
    private static boolean isAbsent(MismatchedInputException failure) {
        return failure.getOriginalMessage().startsWith("No content");
    }

    private static String path(List<Reference> references) {
        if (references.isEmpty()) {
            return BODY;
        }
        var path = new StringBuilder();
        for (var reference : references) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.toString();
    }
}
