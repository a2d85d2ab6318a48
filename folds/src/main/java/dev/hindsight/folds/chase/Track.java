package dev.hindsight.folds.chase;

import dev.hindsight.contracts.actionitem.ChaseEvent;
import dev.hindsight.contracts.actionitem.ChaseEvent.ActionItemEscalated;
import dev.hindsight.contracts.actionitem.ChaseEvent.ActionItemReminded;
import dev.hindsight.contracts.actionitem.Reminder;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/** The rows of stages that an action item goes through, each in the order of time. */
public enum Track {
    /** The owner, before it is due, on the day, and again and again afterwards. */
    OWNER,
    TEAM_LEAD,
    EXECUTIVE,
    ROADBLOCK_TEAM_LEAD,
    ROADBLOCK_EXECUTIVE,
    /** The team lead, as long as nobody has accepted it. */
    ACCEPTANCE,
    /** The team lead, as long as nobody has verified it. */
    VERIFICATION;

    static final Set<Track> ROADBLOCK = EnumSet.of(ROADBLOCK_TEAM_LEAD, ROADBLOCK_EXECUTIVE);

    /** The day that a stage is for, whatever day it was moved to. */
    static LocalDate dayOf(ChaseEvent event) {
        return event instanceof ActionItemReminded reminded && reminded.reminder() == Reminder.BEFORE_DUE
                ? event.about().minusDays(event.days())
                : event.about().plusDays(event.days());
    }

    static Track of(ChaseEvent event) {
        return switch (event) {
            case ActionItemReminded e ->
                switch (e.reminder()) {
                    case BEFORE_DUE, ON_DUE_DAY, OVERDUE -> OWNER;
                    case UNACCEPTED -> ACCEPTANCE;
                    case UNVERIFIED -> VERIFICATION;
                };
            case ActionItemEscalated e ->
                switch (e.cause()) {
                    case OVERDUE ->
                        switch (e.rung()) {
                            case TEAM_LEAD -> TEAM_LEAD;
                            case EXECUTIVE -> EXECUTIVE;
                        };
                    case BLOCKED ->
                        switch (e.rung()) {
                            case TEAM_LEAD -> ROADBLOCK_TEAM_LEAD;
                            case EXECUTIVE -> ROADBLOCK_EXECUTIVE;
                        };
                };
        };
    }
}
