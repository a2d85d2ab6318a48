package dev.hindsight.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem as it is sent to a client, in the shape of RFC 9457 with two members of our own: {@code errors} and
 * {@code traceId}.
 *
 * @param type resolvable under the host that answered, and stable for ever
 * @param detail what to do now, for people
 * @param traceId finds the request in the logs of gateway and services
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        URI type,
        String title,
        int status,
        @Nullable String detail,
        List<FieldError> errors,
        @Nullable String traceId) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem with(List<FieldError> fields) {
        return new Problem(type, title, status, detail, fields, traceId);
    }

    public Problem tracedBy(@Nullable String id) {
        return new Problem(type, title, status, detail, errors, id);
    }
}
