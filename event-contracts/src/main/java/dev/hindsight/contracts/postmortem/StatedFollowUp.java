package dev.hindsight.contracts.postmortem;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a report says of its own action item, word for word; no claim of ours.
 *
 * @param organisation whom the report implies to act; never a person
 * @param due as stated, such as {@code version 1.2.12}
 */
public record StatedFollowUp(
        @Nullable String organisation,
        @Nullable String due,
        @Nullable String status,
        @Nullable String type,
        @Nullable LocalDate completedOn,
        @Nullable String link) {}
