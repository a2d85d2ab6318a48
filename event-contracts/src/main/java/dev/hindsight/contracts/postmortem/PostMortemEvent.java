package dev.hindsight.contracts.postmortem;

import dev.hindsight.contracts.EventType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can happen to a post-mortem: here to its document, in {@link MeetingEvent} in its meetings, in
 * {@link AnalysisEvent} to its analysis.
 *
 * <p>Names and fields are stored for ever: add optional fields, never rename or remove. People are opaque subject ids.
 */
public sealed interface PostMortemEvent
        permits MeetingEvent,
                AnalysisEvent,
                PostMortemEvent.Beginning,
                PostMortemEvent.PostMortemImported,
                PostMortemEvent.HypothesisProposed,
                PostMortemEvent.HypothesisSupported,
                PostMortemEvent.HypothesisRefuted,
                PostMortemEvent.HypothesisLeftInconclusive,
                PostMortemEvent.ContributingFactorIdentified,
                PostMortemEvent.ActionItemAgreed,
                PostMortemEvent.LessonRecorded,
                PostMortemEvent.PreparationBegun,
                PostMortemEvent.PostMortemAssigned,
                PostMortemEvent.ChecklistItemWaived,
                PostMortemEvent.MeetingScheduled,
                PostMortemEvent.ReviewShared,
                PostMortemEvent.ReviewApproved,
                PostMortemEvent.PostMortemApproved,
                PostMortemEvent.PostMortemPublished,
                PostMortemEvent.PostMortemAmended,
                PostMortemEvent.PostMortemClosed,
                PostMortemEvent.PostMortemWaived,
                PostMortemEvent.CoachFindingAnswered {

    /** Under this name the entries of post-mortems are stored. */
    String AGGREGATE_TYPE = "postmortem";

    UUID postMortemId();

    /** The first event of a post-mortem: it says what the post-mortem is about. */
    sealed interface Beginning extends PostMortemEvent {

        List<UUID> incidentIds();

        /** It owns the post-mortem. */
        String team();
    }

    /** @param owner subject id; null where history does not say */
    @EventType("post-mortem-created")
    record PostMortemCreated(
            UUID postMortemId,
            List<UUID> incidentIds,
            String team,
            @Nullable String owner,
            @Nullable String facilitator)
            implements Beginning {}

    /**
     * The document was published elsewhere before it was recorded here.
     *
     * @param statedCause the cause in the words of that document
     */
    @EventType("post-mortem-imported")
    record PostMortemImported(
            UUID postMortemId, String recordId, @Nullable String statedCause) implements PostMortemEvent {}

    /**
     * @param evidence what its proposer points to, in words
     * @param prediction what should be found if it holds
     * @param test how that can be found out
     * @param proposer subject id, where it is not whoever recorded it
     */
    @EventType("hypothesis-proposed")
    record HypothesisProposed(
            UUID postMortemId,
            UUID hypothesisId,
            String statement,
            @Nullable String evidence,
            @Nullable String prediction,
            @Nullable String test,
            @Nullable String proposer)
            implements PostMortemEvent {}

    /** @param statedAs the word of an imported record, such as {@code confirmed} */
    @EventType("hypothesis-supported")
    record HypothesisSupported(
            UUID postMortemId,
            UUID hypothesisId,
            @Nullable String reasoning,
            @Nullable String statedAs) implements PostMortemEvent {}

    /** @param statedAs the word of an imported record, such as {@code rejected} */
    @EventType("hypothesis-refuted")
    record HypothesisRefuted(
            UUID postMortemId,
            UUID hypothesisId,
            @Nullable String reasoning,
            @Nullable String statedAs) implements PostMortemEvent {}

    /** @param statedAs the word of an imported record, such as {@code open} */
    @EventType("hypothesis-left-inconclusive")
    record HypothesisLeftInconclusive(
            UUID postMortemId,
            UUID hypothesisId,
            @Nullable String reasoning,
            @Nullable String statedAs) implements PostMortemEvent {}

    /**
     * @param externalIds null where nobody has said
     * @param sameAs an earlier factor, mostly of another post-mortem, that it is once more; null if it is none
     */
    @EventType("contributing-factor-identified")
    record ContributingFactorIdentified(
            UUID postMortemId,
            UUID factorId,
            String statement,
            FactorRole role,
            FactorLayer layer,
            FactorKind kind,
            @Nullable List<ExternalClassification> externalIds,
            @Nullable UUID sameAs)
            implements PostMortemEvent {}

    /**
     * @param actionItemId chosen here, so that opening the item is idempotent
     * @param owner subject id; null only in imported history
     * @param due null only in imported history
     * @param stated null unless imported
     * @param parkedId the parked proposal that it was made of; null if there was none
     */
    @EventType("action-item-agreed")
    record ActionItemAgreed(
            UUID postMortemId,
            UUID actionItemId,
            String title,
            @Nullable String owner,
            @Nullable LocalDate due,
            @Nullable StatedFollowUp stated,
            @Nullable UUID parkedId)
            implements PostMortemEvent {}

    @EventType("lesson-recorded")
    record LessonRecorded(UUID postMortemId, UUID lessonId, LessonKind kind, String text) implements PostMortemEvent {}

    /** An incident is due a post-mortem, and nobody has taken it on yet. */
    @EventType("post-mortem-planned")
    record PostMortemPlanned(UUID postMortemId, List<UUID> incidentIds, String team) implements Beginning {}

    /** @param owner subject id of the author of the document */
    @EventType("preparation-begun")
    record PreparationBegun(UUID postMortemId, String owner, String facilitator) implements PostMortemEvent {}

    /** From now on somebody else writes or leads it, or somebody does at last. */
    @EventType("post-mortem-assigned")
    record PostMortemAssigned(
            UUID postMortemId,
            String owner,
            String facilitator,
            @Nullable String reason) implements PostMortemEvent {}

    /** What the checklist asks for is not needed here. */
    @EventType("checklist-item-waived")
    record ChecklistItemWaived(UUID postMortemId, ChecklistItem item, String reason) implements PostMortemEvent {}

    /** @param place a room or an address to join at */
    @EventType("meeting-scheduled")
    record MeetingScheduled(
            UUID postMortemId, Instant startsAt, @Nullable String place) implements PostMortemEvent {}

    /** @param reviewers subject ids; empty if anyone of the circle may approve */
    @EventType("review-shared")
    record ReviewShared(UUID postMortemId, Instant sharedAt, List<String> reviewers) implements PostMortemEvent {}

    /** @param approver subject id of whoever said so */
    @EventType("review-approved")
    record ReviewApproved(
            UUID postMortemId,
            int documentVersion,
            String approver,
            @Nullable String comment) implements PostMortemEvent {}

    /** There are enough approvals. */
    @EventType("post-mortem-approved")
    record PostMortemApproved(UUID postMortemId, int documentVersion) implements PostMortemEvent {}

    @EventType("post-mortem-published")
    record PostMortemPublished(UUID postMortemId, int documentVersion, Instant publishedAt)
            implements PostMortemEvent {}

    /** @param documentVersion the one that is begun with it */
    @EventType("post-mortem-amended")
    record PostMortemAmended(UUID postMortemId, int documentVersion, String reason) implements PostMortemEvent {}

    /** @param reason why it is closed with action items unsettled; null if all are settled */
    @EventType("post-mortem-closed")
    record PostMortemClosed(UUID postMortemId, @Nullable String reason) implements PostMortemEvent {}

    /** @param approver subject id of the person who agreed that there is none */
    @EventType("post-mortem-waived")
    record PostMortemWaived(UUID postMortemId, String reason, String approver) implements PostMortemEvent {}

    /**
     * @param textId of the note, statement, hypothesis, factor or lesson that the finding is about
     * @param start the first character of the finding in that text
     * @param end the character after its last one
     * @param rewording what the text says instead; null unless it was reworded
     */
    @EventType("coach-finding-answered")
    record CoachFindingAnswered(
            UUID postMortemId,
            UUID textId,
            String rule,
            int start,
            int end,
            CoachAnswer answer,
            @Nullable String reason,
            @Nullable String rewording)
            implements PostMortemEvent {}
}
