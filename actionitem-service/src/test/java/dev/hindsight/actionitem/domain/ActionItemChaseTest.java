package dev.hindsight.actionitem.domain;

import static dev.hindsight.actionitem.domain.Item.ID;

import dev.hindsight.actionitem.domain.ActionItemCommand.BlockActionItem;
import dev.hindsight.actionitem.domain.ActionItemCommand.DecideChase;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemBlocked;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemDescribed;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemResumed;
import dev.hindsight.contracts.actionitem.ActionItemStatus;
import dev.hindsight.contracts.actionitem.ChaseEvent.ActionItemEscalated;
import dev.hindsight.contracts.actionitem.ChaseEvent.ActionItemReminded;
import dev.hindsight.contracts.actionitem.EscalationCause;
import dev.hindsight.contracts.actionitem.EscalationRung;
import dev.hindsight.contracts.actionitem.Reminder;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.contracts.policy.ChaseRules;
import dev.hindsight.contracts.policy.TeamPolicy;
import dev.hindsight.contracts.time.OccurredAt;
import dev.hindsight.rights.Access;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The item is ana's and due on Friday the first of May; lea and liv lead the team, and max answers for what it does. */
class ActionItemChaseTest {

    private static final TeamPolicy TEAM = team(List.of("lea", "liv"), "max");
    private static final ActionItemReminded A_WEEK_BEFORE =
            reminded(Reminder.BEFORE_DUE, 7, "2026-04-24T09:00:00Z", "2026-04-24T09:00:01Z");
    private static final ActionItemReminded A_DAY_BEFORE =
            reminded(Reminder.BEFORE_DUE, 1, "2026-04-30T09:00:00Z", "2026-04-30T09:00:01Z");

    private final AggregateTestFixture<ActionItem> actionItem = new AggregateTestFixture<>(ActionItem.class);

    @Test
    void decidesWhatIsDueAndNothingThatIsNot() {
        actionItem
                .given(Item.in(ActionItemStatus.ACCEPTED))
                .when(decide("2026-04-24T09:00:01Z", Item.OPEN))
                .expectEvents(A_WEEK_BEFORE);
    }

    @Test
    void decidesNothingTwice() {
        actionItem
                .given(Item.accepted(A_WEEK_BEFORE))
                .when(decide("2026-04-25T00:00:00Z", Item.OPEN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void makesUpForWhatWasMissedInItsOrder() {
        var late = "2026-05-05T12:00:00Z";
        actionItem
                .given(Item.accepted(A_WEEK_BEFORE, A_DAY_BEFORE))
                .when(decide(late, Item.OPEN))
                .expectEvents(
                        reminded(Reminder.ON_DUE_DAY, 0, "2026-05-01T09:00:00Z", late),
                        reminded(Reminder.OVERDUE, 1, "2026-05-04T09:00:00Z", late),
                        escalated(EscalationRung.TEAM_LEAD, 3, "2026-05-04T09:00:00Z", late, "lea", "liv"));
    }

    @Test
    void takesItToWhoeverAnswersForTheItemBeforeTheTeamsOwn() {
        var later = "2026-05-08T09:00:00Z";
        actionItem
                .given(Item.accepted(
                        new ActionItemDescribed(ID, null, null, null, null, null, "xia", null),
                        reminded(Reminder.OVERDUE, 7, "2026-05-08T09:00:00Z", later),
                        escalated(EscalationRung.TEAM_LEAD, 3, "2026-05-04T09:00:00Z", later, "lea", "liv")))
                .when(decide(later, Item.OPEN))
                .expectEvents(escalated(EscalationRung.EXECUTIVE, 7, "2026-05-08T09:00:00Z", later, "xia"));
    }

    @Test
    void tellsNobodyOutsideTheCircleOfARestrictedIncident() {
        var late = "2026-05-04T09:00:00Z";
        var circle = new Access("chain-core", Visibility.RESTRICTED, List.of("ana", "liv"), List.of());
        actionItem
                .given(Item.accepted(reminded(Reminder.OVERDUE, 1, "2026-05-04T09:00:00Z", late)))
                .when(decide(late, Item.OPEN, circle))
                .expectEvents(escalated(EscalationRung.TEAM_LEAD, 3, "2026-05-04T09:00:00Z", late, "liv"));
    }

    @Test
    void hasSomebodyElseThanItsOwnerVerifyIt() {
        actionItem
                .given(Item.in(ActionItemStatus.DONE))
                .when(new DecideChase(
                        ID,
                        Instant.parse("2026-03-09T09:00:00Z"),
                        ChaseRules.standard(),
                        team(List.of("ana", "liv"), null),
                        List.of(Item.OPEN)))
                .expectEvents(new ActionItemReminded(
                        ID,
                        Reminder.UNVERIFIED,
                        7,
                        Item.TODAY,
                        Instant.parse("2026-03-09T09:00:00Z"),
                        Instant.parse("2026-03-09T09:00:00Z"),
                        List.of("liv")));
    }

    @Test
    void comesBackByItselfWhenItsDayHasCome() {
        actionItem
                .given(Item.in(ActionItemStatus.DEFERRED))
                .when(decide("2026-06-01T00:00:00Z", Item.OPEN))
                .expectEvents(new ActionItemResumed(
                        ID, ActionItemStatus.ACCEPTED, null, OccurredAt.at(Instant.parse("2026-06-01T00:00:00Z"))));
    }

    @Test
    void isNotChasedWhileItIsDeferred() {
        actionItem
                .given(Item.in(ActionItemStatus.DEFERRED))
                .when(decide("2026-05-31T23:59:59Z", Item.OPEN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void takesARoadblockToTheTeamLeadAtOnce() {
        var midnight = Instant.parse("2026-03-08T00:00:00Z");
        actionItem
                .given(Item.in(ActionItemStatus.IN_PROGRESS))
                .when(
                        new BlockActionItem(
                                ID,
                                "the vendor",
                                OccurredAt.at(midnight),
                                midnight,
                                ChaseRules.standard(),
                                TEAM,
                                List.of(Item.OPEN)),
                        Item.OWNER)
                .expectEvents(
                        new ActionItemBlocked(ID, "the vendor", OccurredAt.at(midnight)),
                        new ActionItemEscalated(
                                ID,
                                EscalationCause.BLOCKED,
                                EscalationRung.TEAM_LEAD,
                                0,
                                LocalDate.parse("2026-03-08"),
                                midnight,
                                midnight,
                                List.of("lea", "liv")));
    }

    private static DecideChase decide(String now, Access... incidents) {
        return new DecideChase(ID, Instant.parse(now), ChaseRules.standard(), TEAM, List.of(incidents));
    }

    private static ActionItemReminded reminded(Reminder reminder, int days, String scheduledFor, String decidedAt) {
        return new ActionItemReminded(
                ID, reminder, days, Item.MAY, Instant.parse(scheduledFor), Instant.parse(decidedAt), List.of("ana"));
    }

    private static ActionItemEscalated escalated(
            EscalationRung rung, int days, String scheduledFor, String decidedAt, String... recipients) {
        return new ActionItemEscalated(
                ID,
                EscalationCause.OVERDUE,
                rung,
                days,
                Item.MAY,
                Instant.parse(scheduledFor),
                Instant.parse(decidedAt),
                List.of(recipients));
    }

    private static TeamPolicy team(List<String> leads, @Nullable String executive) {
        var standard = TeamPolicy.standard();
        return new TeamPolicy(
                standard.zone(),
                standard.workingDays(),
                standard.remindAt(),
                standard.quietFrom(),
                standard.quietTo(),
                leads,
                executive);
    }
}
