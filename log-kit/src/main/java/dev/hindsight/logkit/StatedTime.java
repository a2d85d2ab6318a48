package dev.hindsight.logkit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hindsight.contracts.time.OccurredAt;
import dev.hindsight.contracts.time.Precision;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A time as clients state it: RFC 3339 text, or {@code {at | earliest, latest, precision, statedAs}}. */
@Schema(
        type = SchemaType.STRING,
        format = "date-time",
        description = "A time, or an object: {at | earliest, latest, precision, statedAs}")
public record StatedTime(OccurredAt occurredAt) {

    private static final Set<String> FIELDS = Set.of("at", "earliest", "latest", "precision", "statedAs");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static StatedTime of(JsonNode stated) {
        if (stated.isTextual()) {
            return new StatedTime(OccurredAt.at(instant(stated.textValue())));
        }
        if (!stated.isObject()) {
            throw new IllegalArgumentException("must be a time or an object");
        }
        stated.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw new IllegalArgumentException(name + " is not known here");
            }
        });
        var at = text(stated, "at");
        var earliest = at == null ? text(stated, "earliest") : at;
        var latest = at == null ? text(stated, "latest") : at;
        if (earliest == null || latest == null || at != null && (stated.has("earliest") || stated.has("latest"))) {
            throw new IllegalArgumentException("must have either at, or earliest and latest");
        }
        var precision = text(stated, "precision");
        return new StatedTime(new OccurredAt(
                instant(earliest),
                instant(latest),
                precision == null ? Precision.SECOND : Precision.valueOf(precision),
                text(stated, "statedAs")));
    }

    /** What was stated, else now. */
    public static OccurredAt orNow(@Nullable StatedTime stated, Instant now) {
        return stated == null ? OccurredAt.at(now.truncatedTo(ChronoUnit.MICROS)) : stated.occurredAt;
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be an RFC 3339 time with its zone", e);
        }
    }

    private static @Nullable String text(JsonNode stated, String name) {
        var value = stated.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw new IllegalArgumentException(name + " must be text");
        }
        return value.textValue();
    }
}
