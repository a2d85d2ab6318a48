package dev.hindsight.contracts.policy;

import dev.hindsight.contracts.incident.Severity;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Keeps a value for each severity, in the order of the severities. */
final class EverySeverity {

    private EverySeverity() {}

    static <V> Map<Severity, V> copy(Map<Severity, V> values) {
        var copy = new EnumMap<Severity, V>(Severity.class);
        copy.putAll(values);
        return Collections.unmodifiableMap(copy);
    }

    static <V> V value(Map<Severity, V> values, Severity severity) {
        return Objects.requireNonNull(values.get(severity), () -> "nothing is said of " + severity);
    }
}
