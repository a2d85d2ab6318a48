package dev.hindsight.folds.postmortem;

import dev.hindsight.contracts.postmortem.AgendaItem;
import dev.hindsight.contracts.postmortem.ChecklistItem;
import dev.hindsight.contracts.postmortem.MeetingPhase;
import dev.hindsight.contracts.postmortem.MeetingRole;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The meetings of a post-mortem, and who takes part.
 *
 * @param agenda one of sixty minutes until another is set
 * @param openPhase null while no phase is open
 * @param mask what is hidden from the view of the record at present; null if nothing is
 */
public record MeetingState(
        List<AgendaItem> agenda,
        boolean agendaSet,
        @Nullable Instant agendaSentAt,
        List<Participant> participants,
        List<Session> sessions,
        @Nullable MeetingPhase openPhase,
        List<PhaseState> phases,
        Adherence adherence,
        List<Note> notes,
        List<Statement> statements,
        @Nullable Instant mask,
        List<Masking> maskings) {

    /** @param person subject id */
    public record Participant(
            String person, @Nullable MeetingRole role, boolean invited, boolean present, List<Presence> presences) {}

    /** @param leftAt null while the person is there */
    public record Presence(Instant joinedAt, @Nullable Instant leftAt) {}

    /**
     * One meeting.
     *
     * @param missing what the checklist still asked for when it started
     * @param reason why it started unprepared
     */
    public record Session(
            int session,
            Instant startedAt,
            @Nullable Instant endedAt,
            boolean facilitatorResponded,
            List<ChecklistItem> missing,
            @Nullable String reason) {}

    /**
     * How well the phases kept to the agenda.
     *
     * @param held how many phases were closed
     * @param withinTime how many of them took no longer than their box and its extensions
     * @param inOrder the phases were opened in the order of the agenda
     */
    public record Adherence(int planned, int held, int withinTime, boolean inOrder) {}

    /** @param corrected the readings before, oldest first */
    public record Note(
            UUID noteId,
            @Nullable MeetingPhase phase,
            String text,
            List<Reading> corrected,
            Instant recordedAt,
            @Nullable String recordedBy) {}

    /** @param reason why it was replaced */
    public record Reading(String text, String reason) {}

    /** A concern, and what became of it. */
    public record Statement(
            UUID statementId,
            String text,
            @Nullable String restatement,
            @Nullable String answer,
            @Nullable String parkedAs,
            List<UUID> evidence,
            Instant recordedAt,
            @Nullable String recordedBy) {}

    /** @param liftedBecause null while it is on */
    public record Masking(
            Instant moment,
            Instant recordedAt,
            @Nullable String recordedBy,
            @Nullable String liftedBecause) {}
}
