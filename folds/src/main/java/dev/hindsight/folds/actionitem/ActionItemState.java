package dev.hindsight.folds.actionitem;

import dev.hindsight.contracts.actionitem.ActionItemStatus;
import dev.hindsight.contracts.actionitem.EscalationRung;
import dev.hindsight.contracts.actionitem.SuggestedChange;
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
 * @param gaps what it should have and lacks while it is open, such as {@code UNOWNED}
 * @param assignments who was to do it by when, oldest first; the last one holds
 * @param steps the steps that led from one status to another, oldest first
 * @param roadblock what is in the way; null unless it is blocked
 * @param deferral why and how long it waits; null unless it is deferred
 * @param completion that it is done; null once it was found not to help
 * @param chase who was reminded and told, oldest first
 * @param recurrences later incidents that share a contributing factor with it although it was verified
 * @param suggestions what changes elsewhere suggest, oldest first
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
        ActionItemDetails details,
        List<Step> steps,
        @Nullable Roadblock roadblock,
        @Nullable Deferral deferral,
        @Nullable Completion completion,
        @Nullable Verification verification,
        List<Comment> comments,
        List<Link> links,
        List<Chased> chase,
        List<Recurrence> recurrences,
        List<Suggestion> suggestions,
        @Nullable StatedFollowUp stated,
        @Nullable UUID causedBy,
        Instant openedAt,
        @Nullable String openedBy,
        long version) {

    /** The same with these recurrences, for those who may not know all of each. */
    public ActionItemState withRecurrences(List<Recurrence> others) {
        return new ActionItemState(
                actionItemId,
                reference,
                title,
                status,
                team,
                postMortemId,
                incidentIds,
                owner,
                due,
                gaps,
                assignments,
                details,
                steps,
                roadblock,
                deferral,
                completion,
                verification,
                comments,
                links,
                chase,
                others,
                suggestions,
                stated,
                causedBy,
                openedAt,
                openedBy,
                version);
    }

    /**
     * Who was to do it, by when, and who said so.
     *
     * @param reason why it was changed; null where it was not, or is not said
     */
    public record Assignment(
            @Nullable String owner,
            @Nullable LocalDate due,
            @Nullable String reason,
            Instant recordedAt,
            @Nullable String recordedBy) {}

    /** That it is done, and what shows it. */
    public record Completion(
            List<String> evidence,
            @Nullable String note,
            @Nullable OccurredAt occurredAt,
            Instant recordedAt,
            @Nullable String recordedBy) {}

    /**
     * One step from a status to another.
     *
     * @param reason why, in the words of whoever took it: a reason, a roadblock, a risk, or a note
     * @param occurredAt when it was taken; null where nobody said
     */
    public record Step(
            ActionItemStatus to,
            @Nullable String reason,
            @Nullable OccurredAt occurredAt,
            Instant recordedAt,
            @Nullable String recordedBy) {}

    /** What is in the way, and since when. */
    public record Roadblock(
            String roadblock,
            OccurredAt since,
            Instant recordedAt,
            @Nullable String recordedBy) {}

    /** @param recordedBy who accepts the risk of waiting */
    public record Deferral(
            String risk,
            LocalDate until,
            Instant recordedAt,
            @Nullable String recordedBy) {}

    /** That somebody else saw that it is done. */
    public record Verification(
            @Nullable String note,
            OccurredAt occurredAt,
            Instant recordedAt,
            @Nullable String recordedBy) {}

    /** What somebody said of it. */
    public record Comment(
            UUID commentId,
            String text,
            Instant recordedAt,
            @Nullable String recordedBy) {}

    /** What belongs to it elsewhere. */
    public record Link(
            String url,
            @Nullable String label,
            Instant recordedAt,
            @Nullable String recordedBy) {}

    /**
     * That somebody was to be reminded or told.
     *
     * @param because of which reminder, or of which cause the ladder was climbed
     * @param rung null for a reminder of those who are to act
     * @param days how many days before or after the day that it is about
     * @param recipients subject ids
     */
    public record Chased(
            String because,
            @Nullable EscalationRung rung,
            int days,
            LocalDate about,
            Instant scheduledFor,
            Instant decidedAt,
            List<String> recipients) {}

    /**
     * A later incident that shares a contributing factor with it.
     *
     * @param incidentId null, as all that follows from it, for those who may not read that incident
     */
    public record Recurrence(
            @Nullable UUID incidentId,
            @Nullable UUID postMortemId,
            @Nullable UUID addressed,
            @Nullable UUID factorId,
            Instant recordedAt) {

        /** The fact alone: which factor is addressed tells of those of the incident. */
        public Recurrence withoutIncident() {
            return new Recurrence(null, null, null, null, recordedAt);
        }
    }

    /**
     * A step that a change elsewhere suggests.
     *
     * @param dismissedBecause why it is not taken; null while nobody has said so
     */
    public record Suggestion(
            UUID suggestionId,
            SuggestedChange change,
            String source,
            String url,
            Instant occurredAt,
            @Nullable String dismissedBecause,
            @Nullable String dismissedBy) {

        Suggestion dismissed(String reason, @Nullable String by) {
            return new Suggestion(suggestionId, change, source, url, occurredAt, reason, by);
        }
    }

    /** What an action item should have; history that was imported may lack it. */
    public enum Gap {
        UNOWNED,
        UNDATED
    }
}
