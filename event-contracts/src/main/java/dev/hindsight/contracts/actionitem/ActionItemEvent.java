package dev.hindsight.contracts.actionitem;

import dev.hindsight.contracts.EventType;
import dev.hindsight.contracts.postmortem.StatedFollowUp;
import dev.hindsight.contracts.time.OccurredAt;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can happen to an action item.
 *
 * <p>Names and fields are stored for ever: add optional fields, never rename or remove. People are opaque subject ids.
 */
public sealed interface ActionItemEvent
        permits ActionItemEvent.ActionItemOpened,
                ActionItemEvent.ActionItemAccepted,
                ActionItemEvent.ActionItemCompleted,
                ActionItemEvent.ActionItemRejected,
                ActionItemEvent.ActionItemStarted,
                ActionItemEvent.ActionItemBlocked,
                ActionItemEvent.ActionItemUnblocked,
                ActionItemEvent.ActionItemVerified,
                ActionItemEvent.ActionItemFoundIneffective,
                ActionItemEvent.ActionItemDeferred,
                ActionItemEvent.ActionItemResumed,
                ActionItemEvent.ActionItemDropped,
                ActionItemEvent.ActionItemReassigned,
                ActionItemEvent.ActionItemRescheduled,
                ActionItemEvent.ActionItemTransferred,
                ActionItemEvent.ActionItemCommented,
                ActionItemEvent.ActionItemLinked,
                ActionItemEvent.ActionItemDescribed,
                ChaseEvent,
                ActionItemEvent.ActionItemRecurred,
                ActionItemEvent.ActionItemChangeSuggested,
                ActionItemEvent.ActionItemSuggestionDismissed {

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
     * @param agreedAt when it was agreed; null in entries of before it was recorded
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
            @Nullable UUID causedBy,
            @Nullable Instant agreedAt)
            implements ActionItemEvent {}

    /**
     * Somebody is to do it, by a date.
     *
     * @param agreedAt since when that holds; null in entries of before it was recorded
     */
    @EventType("action-item-accepted")
    record ActionItemAccepted(
            UUID actionItemId,
            String owner,
            LocalDate due,
            @Nullable Instant agreedAt) implements ActionItemEvent {}

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

    /** It is not going to be done, and never was agreed to. */
    @EventType("action-item-rejected")
    record ActionItemRejected(UUID actionItemId, String reason, OccurredAt occurredAt) implements ActionItemEvent {}

    /** Its owner works on it. */
    @EventType("action-item-started")
    record ActionItemStarted(UUID actionItemId, @Nullable String note, OccurredAt occurredAt)
            implements ActionItemEvent {}

    /**
     * It cannot go on.
     *
     * @param roadblock what is in the way
     */
    @EventType("action-item-blocked")
    record ActionItemBlocked(UUID actionItemId, String roadblock, OccurredAt occurredAt) implements ActionItemEvent {}

    /**
     * What was in the way is gone.
     *
     * @param to where it was before it was blocked
     */
    @EventType("action-item-unblocked")
    record ActionItemUnblocked(
            UUID actionItemId,
            ActionItemStatus to,
            @Nullable String note,
            OccurredAt occurredAt) implements ActionItemEvent {}

    /** Somebody who does not own it has seen that it is done. */
    @EventType("action-item-verified")
    record ActionItemVerified(UUID actionItemId, @Nullable String note, OccurredAt occurredAt)
            implements ActionItemEvent {}

    /** It is done and does not help, so there is work again. */
    @EventType("action-item-found-ineffective")
    record ActionItemFoundIneffective(UUID actionItemId, String reason, OccurredAt occurredAt)
            implements ActionItemEvent {}

    /**
     * Whoever recorded it accepts the risk of waiting.
     *
     * @param risk what may happen meanwhile
     * @param until the day on which it comes back
     */
    @EventType("action-item-deferred")
    record ActionItemDeferred(UUID actionItemId, String risk, LocalDate until, OccurredAt occurredAt)
            implements ActionItemEvent {}

    /**
     * The day that it was deferred to has come.
     *
     * @param to where it was before it was deferred
     */
    @EventType("action-item-resumed")
    record ActionItemResumed(
            UUID actionItemId,
            ActionItemStatus to,
            @Nullable String note,
            OccurredAt occurredAt) implements ActionItemEvent {}

    /** It is not going to be done any more. */
    @EventType("action-item-dropped")
    record ActionItemDropped(UUID actionItemId, String reason, OccurredAt occurredAt) implements ActionItemEvent {}

    /** @param owner subject id of who is to do it from now on */
    @EventType("action-item-reassigned")
    record ActionItemReassigned(UUID actionItemId, String owner, String reason) implements ActionItemEvent {}

    /**
     * @param due by when it is to be done from now on
     * @param agreedAt since when that holds; null in entries of before it was recorded
     */
    @EventType("action-item-rescheduled")
    record ActionItemRescheduled(
            UUID actionItemId,
            LocalDate due,
            String reason,
            @Nullable Instant agreedAt) implements ActionItemEvent {}

    /** @param team the team that follows it up from now on */
    @EventType("action-item-transferred")
    record ActionItemTransferred(UUID actionItemId, String team, String reason) implements ActionItemEvent {}

    @EventType("action-item-commented")
    record ActionItemCommented(UUID actionItemId, UUID commentId, String text) implements ActionItemEvent {}

    /** @param url of what belongs to it elsewhere, such as an issue */
    @EventType("action-item-linked")
    record ActionItemLinked(
            UUID actionItemId, String url, @Nullable String label) implements ActionItemEvent {}

    /**
     * What it is more exactly; null says nothing, and leaves what was said before.
     *
     * @param doneWhen how anybody sees that it is done
     * @param measure how it is seen to help
     * @param executive subject id of who answers for it before the organisation
     * @param factors ids of the contributing factors that it addresses
     */
    @EventType("action-item-described")
    record ActionItemDescribed(
            UUID actionItemId,
            @Nullable ActionItemKind kind,
            @Nullable ActionItemStrength strength,
            @Nullable ActionItemPriority priority,
            @Nullable String doneWhen,
            @Nullable String measure,
            @Nullable String executive,
            @Nullable List<UUID> factors)
            implements ActionItemEvent {}

    /**
     * It was verified, and yet a later incident shares a contributing factor that it addresses.
     *
     * @param incidentId the later incident
     * @param postMortemId where that was found out; null where the incidents are linked as having the same factors
     * @param addressed the factor that the item addresses; null where it names none
     * @param factorId the factor of the later incident; null where the incidents are linked as having the same factors
     * @param recipients subject ids of those who are told
     */
    @EventType("action-item-recurred")
    record ActionItemRecurred(
            UUID actionItemId,
            UUID incidentId,
            @Nullable UUID postMortemId,
            @Nullable UUID addressed,
            @Nullable UUID factorId,
            List<String> recipients)
            implements ActionItemEvent {}

    /**
     * What belongs to it elsewhere was changed, which suggests a step; taking it is left to people.
     *
     * @param source where it was changed, such as {@code github}
     * @param url the link of the item that was changed
     * @param occurredAt when it was changed there
     */
    @EventType("action-item-change-suggested")
    record ActionItemChangeSuggested(
            UUID actionItemId, UUID suggestionId, SuggestedChange change, String source, String url, Instant occurredAt)
            implements ActionItemEvent {}

    /** The step that was suggested is not taken. */
    @EventType("action-item-suggestion-dismissed")
    record ActionItemSuggestionDismissed(UUID actionItemId, UUID suggestionId, String reason)
            implements ActionItemEvent {}
}
