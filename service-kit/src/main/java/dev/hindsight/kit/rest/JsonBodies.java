package dev.hindsight.kit.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hindsight.kit.problem.FieldError;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads and validates a body that a resource takes as bytes because its fingerprint is needed as well. */
@ApplicationScoped
public class JsonBodies {

    private final ObjectMapper json;
    private final Validator validator;

    JsonBodies(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    public <T> T read(byte[] body, Class<T> type) {
        var value = parse(body, type);
        if (value == null) {
            throw ProblemException.invalid(UnreadableJson.BODY, "is missing");
        }
        var violations = validator.validate(value);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return value;
    }

    /** The answer to a command, as it is stored and sent. */
    public byte[] write(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T parse(byte[] body, Class<T> type) {
        try {
            return json.readValue(body, type);
        } catch (JsonProcessingException e) {
            throw refused(UnreadableJson.explain(e));
        } catch (IOException e) {
            // not UTF-8: bytes in memory fail to be read in no other way
            throw refused(new FieldError(UnreadableJson.BODY, "is not well-formed JSON"));
        }
    }

    private static ProblemException refused(FieldError error) {
        return new ProblemException(
                StandardProblem.INVALID_REQUEST.problem(null).with(List.of(error)));
    }
}
