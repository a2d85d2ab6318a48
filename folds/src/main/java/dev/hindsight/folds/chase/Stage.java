package dev.hindsight.folds.chase;

import dev.hindsight.contracts.actionitem.ChaseEvent;
import dev.hindsight.contracts.actionitem.ChaseEvent.ActionItemEscalated;
import dev.hindsight.contracts.actionitem.ChaseEvent.ActionItemReminded;
import dev.hindsight.contracts.actionitem.EscalationCause;
import dev.hindsight.contracts.actionitem.EscalationRung;
import dev.hindsight.contracts.actionitem.Reminder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** One reminder or escalation, and when it is to be decided. */
public sealed interface Stage {

    Track track();

    /** When it is to be decided. */
    Instant at();

    /** The day that it is for, whatever day it is moved to. */
    LocalDate day();

    /** Whether it is one of many that follow each other for as long as nothing changes. */
    boolean isRepeated();

    /** That it was decided, and who is to be told. */
    ChaseEvent decided(UUID actionItemId, Instant decidedAt, List<String> recipients);

    /** @param days before or after the day that it is about */
    record Reminding(Track track, Reminder reminder, int days, LocalDate about, Instant at) implements Stage {

        @Override
        public LocalDate day() {
            return reminder == Reminder.BEFORE_DUE ? about.minusDays(days) : about.plusDays(days);
        }

        @Override
        public boolean isRepeated() {
            return switch (reminder) {
                case OVERDUE, UNACCEPTED, UNVERIFIED -> true;
                case BEFORE_DUE, ON_DUE_DAY -> false;
            };
        }

        @Override
        public ChaseEvent decided(UUID actionItemId, Instant decidedAt, List<String> recipients) {
            return new ActionItemReminded(actionItemId, reminder, days, about, at, decidedAt, recipients);
        }
    }

    /** @param days after the day that it is about */
    record Escalating(Track track, EscalationCause cause, EscalationRung rung, int days, LocalDate about, Instant at)
            implements Stage {

        @Override
        public LocalDate day() {
            return about.plusDays(days);
        }

        @Override
        public boolean isRepeated() {
            return false;
        }

        @Override
        public ChaseEvent decided(UUID actionItemId, Instant decidedAt, List<String> recipients) {
            return new ActionItemEscalated(actionItemId, cause, rung, days, about, at, decidedAt, recipients);
        }
    }
}
