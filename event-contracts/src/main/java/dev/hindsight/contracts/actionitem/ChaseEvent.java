package dev.hindsight.contracts.actionitem;

import dev.hindsight.contracts.EventType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What the passage of time makes of an action item: who is reminded, and who is told when that does not help. Each is decided
 * once; that it is told as well is recorded where it is delivered.
 */
public sealed interface ChaseEvent extends ActionItemEvent {

    /** The day that it is about: it was due then, proposed then, done then, or blocked then. */
    LocalDate about();

    /** How many days before or after the day that it is about. */
    int days();

    /** When it was to be decided. */
    Instant scheduledFor();

    /** When it was decided, by the clock of the service: later, if nothing ran in between. */
    Instant decidedAt();

    /** Subject ids of those who are to be told; none where nobody is known who may be. */
    List<String> recipients();

    /** Those who are to act are reminded. */
    @EventType("action-item-reminded")
    record ActionItemReminded(
            UUID actionItemId,
            Reminder reminder,
            int days,
            LocalDate about,
            Instant scheduledFor,
            Instant decidedAt,
            List<String> recipients)
            implements ChaseEvent {}

    /** The next rung of the ladder is told. */
    @EventType("action-item-escalated")
    record ActionItemEscalated(
            UUID actionItemId,
            EscalationCause cause,
            EscalationRung rung,
            int days,
            LocalDate about,
            Instant scheduledFor,
            Instant decidedAt,
            List<String> recipients)
            implements ChaseEvent {}
}
