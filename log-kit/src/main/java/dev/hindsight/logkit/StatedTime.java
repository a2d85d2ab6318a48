package dev.hindsight.logkit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hindsight.contracts.time.OccurredAt;
import dev.hindsight.contracts.time.Precision;
import dev.hindsight.kit.rest.StorableValues;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A time as clients state it: RFC 3339 text, or {@code {at | earliest, latest, precision, statedAs}}. */
@Schema(type = SchemaType.STRING) // told in full by PublishedApi
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
        var precision = precision(text(stated, "precision"));
        var statedAs = text(stated, "statedAs");
        if (at != null && !stated.has("earliest") && !stated.has("latest")) {
            return new StatedTime(around(time(at), precision, statedAs));
        }
        var earliest = text(stated, "earliest");
        var latest = text(stated, "latest");
        if (at != null || earliest == null || latest == null) {
            throw new IllegalArgumentException("must have either at, or earliest and latest");
        }
        return new StatedTime(new OccurredAt(instant(earliest), instant(latest), precision, statedAs));
    }

    /** What is known to the minute, hour or day was anywhere in it, by the calendar of the zone in which it is stated. */
    private static OccurredAt around(OffsetDateTime at, Precision precision, @Nullable String statedAs) {
        if (precision == Precision.SECOND) {
            var instant = at.toInstant();
            return new OccurredAt(instant, instant, precision, statedAs);
        }
        var unit = switch (precision) {
            case SECOND -> ChronoUnit.MICROS;
            case MINUTE -> ChronoUnit.MINUTES;
            case HOUR -> ChronoUnit.HOURS;
            case DAY -> ChronoUnit.DAYS;
        };
        var from = at.truncatedTo(unit);
        return new OccurredAt(
                from.toInstant(), from.plus(1, unit).minus(1, ChronoUnit.MICROS).toInstant(), precision, statedAs);
    }

    private static Precision precision(@Nullable String stated) {
        return stated == null ? Precision.SECOND : Precision.valueOf(stated);
    }

    /** What was stated, else now. */
    public static OccurredAt orNow(@Nullable StatedTime stated, Instant now) {
        return stated == null ? OccurredAt.at(now.truncatedTo(ChronoUnit.MICROS)) : stated.occurredAt;
    }

    private static Instant instant(String text) {
        return time(text).toInstant();
    }

    private static OffsetDateTime time(String text) {
        try {
            var time = OffsetDateTime.parse(text).truncatedTo(ChronoUnit.MICROS);
            if (StorableValues.canBeKept(time.toInstant())) {
                return time;
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be an RFC 3339 time with its zone", e);
        }
        throw new IllegalArgumentException("must be of a year from 1 to 9999");
    }

    private static @Nullable String text(JsonNode stated, String name) {
        var value = stated.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw new IllegalArgumentException(name + " must be text");
        }
        if (value.textValue().indexOf('\0') >= 0) {
            throw new IllegalArgumentException(name + " must not hold U+0000");
        }
        return value.textValue();
    }
}
