package dev.hindsight.kit.rest;

import dev.hindsight.kit.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a request; what cannot be read is a problem that names the parameter. */
public final class Parameters {

    private Parameters() {}

    /** A constant in capitals; null for none. */
    public static <E extends Enum<E>> @Nullable E constant(Class<E> type, String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        ProblemException.invalid(name, "must be one of " + Arrays.toString(type.getEnumConstants())));
    }

    /** An RFC 3339 time; null for none. */
    public static @Nullable Instant time(String name, @Nullable String text) {
        return text == null || text.isBlank() ? null : instant(name, text);
    }

    public static Instant instant(String name, String text) {
        try {
            var time = OffsetDateTime.parse(text).toInstant();
            if (StorableValues.canBeKept(time)) {
                return time;
            }
        } catch (DateTimeException e) {
            throw ProblemException.invalid(name, "must be an RFC 3339 time with its zone");
        }
        throw ProblemException.invalid(name, "must be of a year from 1 to 9999");
    }

    /** A date of the years 1 to 9999; null for none. */
    public static @Nullable LocalDate date(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            var date = LocalDate.parse(text);
            if (StorableValues.canBeKept(date)) {
                return date;
            }
        } catch (DateTimeException e) {
            throw ProblemException.invalid(name, "must be a date such as 2026-05-01");
        }
        throw ProblemException.invalid(name, "must be of a year from 1 to 9999");
    }

    public static UUID id(String name, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(name, "must be an id");
        }
    }

    /** {@code true} or {@code false}; null for none. */
    public static @Nullable Boolean flag(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw ProblemException.invalid(name, "must be true or false");
        };
    }

    /** A number from 0. */
    public static long number(String name, String text) {
        if (!text.matches("\\d{1,18}")) {
            throw ProblemException.invalid(name, "must be a number from 0");
        }
        return Long.parseLong(text);
    }

    /** Words to search for; null for none. */
    public static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
