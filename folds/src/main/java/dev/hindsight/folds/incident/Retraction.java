package dev.hindsight.folds.incident;

import dev.hindsight.folds.Recorded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** That something no longer counts, why, and who said so. What it said stays readable. */
public record Retraction(
        String reason, Instant recordedAt, @Nullable String recordedBy) {

    static Retraction of(String reason, Recorded<?> by) {
        return new Retraction(reason, by.recordedAt(), by.recordedBy());
    }
}
