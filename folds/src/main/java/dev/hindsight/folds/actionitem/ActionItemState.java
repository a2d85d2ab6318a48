package dev.hindsight.folds.actionitem;

import dev.hindsight.contracts.actionitem.ActionItemStatus;
import dev.hindsight.contracts.postmortem.StatedFollowUp;
import dev.hindsight.contracts.time.OccurredAt;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One action item as it stood after some number of its events.
 *
 * @param owner subject id
 * @param gaps what it should have and lacks, such as {@code UNOWNED}
 * @param assignments who was to do it by when, oldest first; the last one holds
 * @param stated what an imported report says of it
 * @param causedBy the event that it was opened for
 * @param version how many of its events this state includes
 */
public record ActionItemState(
        UUID actionItemId,
        String reference,
        String title,
        ActionItemStatus status,
        String team,
        @Nullable UUID postMortemId,
        List<UUID> incidentIds,
        @Nullable String owner,
        @Nullable LocalDate due,
        List<Gap> gaps,
        List<Assignment> assignments,
        @Nullable Completion completion,
        @Nullable StatedFollowUp stated,
        @Nullable UUID causedBy,
        Instant openedAt,
        @Nullable String openedBy,
        long version) {

    /** Who was to do it, by when, and who said so. */
    public record Assignment(
            @Nullable String owner,
            @Nullable LocalDate due,
            Instant recordedAt,
            @Nullable String recordedBy) {}

    /** That it is done, and what shows it. */
    public record Completion(
            List<String> evidence,
            @Nullable String note,
            @Nullable OccurredAt occurredAt,
            Instant recordedAt,
            @Nullable String recordedBy) {}

    /** What an action item should have; history that was imported may lack it. */
    public enum Gap {
        UNOWNED,
        UNDATED
    }
}
