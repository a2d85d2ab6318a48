package dev.hindsight.kit.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

/**
 * Reads from JSON only what every place that keeps it can hold: times and dates of the years 1 to 9999 (RFC 3339), times to
 * the microsecond, texts without the character U+0000. What PostgreSQL could not hold would stop a projection for good, long
 * after the event that brings it was accepted.
 */
public final class StorableValues {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant AFTER_LATEST = Instant.parse("+10000-01-01T00:00:00Z");

    private StorableValues() {}

    /** For a mapper that reads what comes from outside. */
    public static SimpleModule module() {
        return new SimpleModule("storable values")
                .addDeserializer(
                        Instant.class,
                        new FromText<>(
                                Instant.class,
                                text -> OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS)))
                .addDeserializer(OffsetDateTime.class, new FromText<>(OffsetDateTime.class, OffsetDateTime::parse))
                .addDeserializer(LocalDate.class, new FromText<>(LocalDate.class, LocalDate::parse))
                .addDeserializer(String.class, new Text());
    }

    /** Whether it is of a year from 1 to 9999. */
    public static boolean canBeKept(Instant time) {
        return !time.isBefore(EARLIEST) && time.isBefore(AFTER_LATEST);
    }

    /** Whether it is of a year from 1 to 9999. */
    static boolean canBeKept(LocalDate date) {
        return date.getYear() >= 1 && date.getYear() <= 9999;
    }

    private static boolean canBeKept(Object value) {
        return switch (value) {
            case Instant time -> canBeKept(time);
            case OffsetDateTime time -> canBeKept(time.toInstant());
            case LocalDate date -> canBeKept(date);
            default -> true;
        };
    }

    private static final class FromText<T> extends StdScalarDeserializer<T> {

        private static final long serialVersionUID = 1;

        private final transient Function<String, T> parse;

        FromText(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(_valueClass, json);
            }
            try {
                var value = parse.apply(json.getText());
                if (canBeKept(value)) {
                    return value;
                }
            } catch (DateTimeException e) {
                throw context.weirdStringException(json.getText(), _valueClass, "not of RFC 3339");
            }
            throw context.weirdStringException(json.getText(), _valueClass, "not of the years 1 to 9999");
        }
    }

    private static final class Text extends StdScalarDeserializer<String> {

        private static final long serialVersionUID = 1;

        Text() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
            var text = StringDeserializer.instance.deserialize(json, context);
            if (text != null && text.indexOf('\0') >= 0) {
                throw context.weirdStringException(text, String.class, "holds U+0000");
            }
            return text;
        }
    }
}
