package dev.hindsight.contracts.actionitem;

import dev.hindsight.contracts.EventType;
import dev.hindsight.contracts.postmortem.StatedFollowUp;
import dev.hindsight.contracts.time.OccurredAt;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can happen to an action item.
 *
 * <p>Names and fields are stored for ever: add optional fields, never rename or remove. People are opaque subject ids.
 */
public sealed interface ActionItemEvent {

    /** Under this name the entries of an action item are stored, for ever. */
    String AGGREGATE_TYPE = "actionitem";

    UUID actionItemId();

    /**
     * @param reference such as {@code AI-2026-0007}
     * @param postMortemId where it was agreed; null for one from outside a meeting
     * @param incidentIds the incidents it is to keep from happening again; it is as visible as all of them
     * @param team the team that follows it up
     * @param owner subject id; null where history does not say
     * @param due null where history does not say
     * @param stated what an imported report says of it; null unless imported
     * @param status PROPOSED, or ACCEPTED where owner and due date are agreed already
     * @param causedBy the event that it was opened for; null if a person opened it
     */
    @EventType("action-item-opened")
    record ActionItemOpened(
            UUID actionItemId,
            String reference,
            String title,
            @Nullable UUID postMortemId,
            List<UUID> incidentIds,
            String team,
            @Nullable String owner,
            @Nullable LocalDate due,
            @Nullable StatedFollowUp stated,
            ActionItemStatus status,
            @Nullable UUID causedBy)
            implements ActionItemEvent {}

    /** Somebody is to do it, by a date. */
    @EventType("action-item-accepted")
    record ActionItemAccepted(UUID actionItemId, String owner, LocalDate due) implements ActionItemEvent {}

    /**
     * @param evidence that it is done: links, or words
     * @param occurredAt when it was done
     */
    @EventType("action-item-completed")
    record ActionItemCompleted(
            UUID actionItemId,
            List<String> evidence,
            @Nullable String note,
            @Nullable OccurredAt occurredAt) implements ActionItemEvent {}
}
