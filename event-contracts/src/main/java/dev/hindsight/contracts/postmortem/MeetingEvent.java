package dev.hindsight.contracts.postmortem;

import dev.hindsight.contracts.EventType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that can happen in the meetings of a post-mortem, and on the way to them. */
public sealed interface MeetingEvent extends PostMortemEvent {

    /** It replaces the agenda before; phases come in the order of {@link MeetingPhase}. */
    @EventType("agenda-set")
    record AgendaSet(UUID postMortemId, List<AgendaItem> agenda) implements MeetingEvent {}

    @EventType("agenda-sent")
    record AgendaSent(UUID postMortemId, Instant sentAt) implements MeetingEvent {}

    @EventType("participant-invited")
    record ParticipantInvited(UUID postMortemId, String person, MeetingRole role) implements MeetingEvent {}

    @EventType("participant-joined")
    record ParticipantJoined(UUID postMortemId, String person, Instant joinedAt) implements MeetingEvent {}

    @EventType("participant-left")
    record ParticipantLeft(UUID postMortemId, String person, Instant leftAt) implements MeetingEvent {}

    /**
     * @param session 1 for the first meeting of the post-mortem
     * @param facilitatorResponded the facilitator worked on one of the incidents
     * @param missing what the checklist still asked for
     * @param reason why it starts unprepared; null if nothing was missing
     */
    @EventType("meeting-started")
    record MeetingStarted(
            UUID postMortemId,
            int session,
            Instant startedAt,
            boolean facilitatorResponded,
            List<ChecklistItem> missing,
            @Nullable String reason)
            implements MeetingEvent {}

    @EventType("meeting-ended")
    record MeetingEnded(UUID postMortemId, Instant endedAt) implements MeetingEvent {}

    @EventType("phase-opened")
    record PhaseOpened(UUID postMortemId, MeetingPhase phase, Instant openedAt) implements MeetingEvent {}

    /** The people in the room voted for more time. */
    @EventType("phase-extended")
    record PhaseExtended(
            UUID postMortemId, MeetingPhase phase, int minutes, int votesFor, int votesAgainst, Instant extendedAt)
            implements MeetingEvent {}

    @EventType("phase-closed")
    record PhaseClosed(UUID postMortemId, MeetingPhase phase, Instant closedAt) implements MeetingEvent {}

    /** @param phase null outside any phase */
    @EventType("note-taken")
    record NoteTaken(
            UUID postMortemId, UUID noteId, @Nullable MeetingPhase phase, String text) implements MeetingEvent {}

    @EventType("note-corrected")
    record NoteCorrected(UUID postMortemId, UUID noteId, String text, String reason) implements MeetingEvent {}

    /** A concern that was raised. */
    @EventType("statement-made")
    record StatementMade(UUID postMortemId, UUID statementId, String text) implements MeetingEvent {}

    /** What we heard, in neutral words. */
    @EventType("statement-restated")
    record StatementRestated(UUID postMortemId, UUID statementId, String restatement, List<UUID> evidence)
            implements MeetingEvent {}

    @EventType("statement-answered")
    record StatementAnswered(UUID postMortemId, UUID statementId, String answer, List<UUID> evidence)
            implements MeetingEvent {}

    /** @param topic what is to be talked about another time */
    @EventType("statement-parked")
    record StatementParked(UUID postMortemId, UUID statementId, String topic) implements MeetingEvent {}

    /** @param moment entries that were recorded after it are hidden until the mask is lifted */
    @EventType("timeline-masked")
    record TimelineMasked(UUID postMortemId, Instant moment) implements MeetingEvent {}

    @EventType("timeline-unmasked")
    record TimelineUnmasked(UUID postMortemId, String reason) implements MeetingEvent {}
}
