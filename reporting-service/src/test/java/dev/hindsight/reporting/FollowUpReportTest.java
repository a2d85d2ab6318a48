package dev.hindsight.reporting;

import static org.hamcrest.Matchers.equalTo;

import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemAccepted;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemBlocked;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemCommented;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemCompleted;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemDeferred;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemDescribed;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemDropped;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemFoundIneffective;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemLinked;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemReassigned;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemRejected;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemRescheduled;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemResumed;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemStarted;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemTransferred;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemUnblocked;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemVerified;
import dev.hindsight.contracts.actionitem.ActionItemStatus;
import dev.hindsight.contracts.time.OccurredAt;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the steps of action items do to the figures about them. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class FollowUpReportTest {

    private static final OccurredAt NOW = OccurredAt.at(Recordings.START);
    private static final LocalDate PAST = LocalDate.of(2020, 1, 1);
    private static final LocalDate FUTURE = LocalDate.of(2999, 1, 1);

    private final Recordings recorded = new Recordings();
    private final ExecutiveReports reports = new ExecutiveReports(recorded);

    @Test
    void actionItemsAreCountedWithWhatTheyLack() {
        var incident = recorded.open();
        recorded.agreed(List.of(incident), null, null);
        recorded.agreed(List.of(incident), "someone", PAST);
        recorded.agreed(List.of(incident), "someone", FUTURE);

        reports.read()
                .body("actionItems.opened", equalTo(3))
                .body("actionItems.open", equalTo(3))
                .body("actionItems.overdue", equalTo(1))
                .body("actionItems.unowned", equalTo(1))
                .body("actionItems.undated", equalTo(1))
                .body("actionItems.completed", equalTo(0));
    }

    @Test
    void anActionItemIsCountedAsItsFollowUpGoesOn() {
        var incident = recorded.open();
        var agreed = recorded.agreed(List.of(incident), null, null);
        recorded.followUp(agreed, new ActionItemAccepted(agreed, "someone", PAST, null));
        var outside = recorded.opened(List.of(incident));
        recorded.opened(List.of(incident));

        reports.read()
                .body("actionItems.open", equalTo(3))
                .body("actionItems.overdue", equalTo(1))
                .body("actionItems.unowned", equalTo(2));

        recorded.followUp(agreed, new ActionItemCompleted(agreed, List.of("the new alert"), null, null));
        recorded.followUp(outside, new ActionItemCompleted(outside, List.of("the new alert"), null, null));

        reports.read()
                .body("actionItems.opened", equalTo(3))
                .body("actionItems.open", equalTo(1))
                .body("actionItems.overdue", equalTo(0))
                .body("actionItems.completed", equalTo(2));
    }

    @Test
    void everyStepIsTaken() {
        var item = recorded.opened(List.of(recorded.open()));
        for (var event : List.of(
                new ActionItemDescribed(item, null, null, null, "it fires", null, null, null),
                new ActionItemAccepted(item, "someone", PAST, null),
                new ActionItemStarted(item, null, NOW),
                new ActionItemBlocked(item, "the vendor", NOW),
                new ActionItemUnblocked(item, ActionItemStatus.IN_PROGRESS, null, NOW),
                new ActionItemCommented(item, UUID.randomUUID(), "5 %"),
                new ActionItemLinked(item, "https://example.org/issues/81", null),
                new ActionItemDeferred(item, "none", FUTURE, NOW),
                new ActionItemResumed(item, ActionItemStatus.IN_PROGRESS, null, NOW),
                new ActionItemReassigned(item, "another", "away"),
                new ActionItemCompleted(item, List.of("the new alert"), null, NOW),
                new ActionItemVerified(item, null, NOW))) {
            recorded.followUp(item, event);
        }

        reports.read()
                .body("actionItems.opened", equalTo(1))
                .body("actionItems.open", equalTo(0))
                .body("actionItems.overdue", equalTo(0))
                .body("actionItems.unowned", equalTo(0))
                .body("actionItems.completed", equalTo(1));
    }

    @Test
    void whatDidNotHelpIsOpenAgain() {
        var item = recorded.agreed(List.of(recorded.open()), "someone", PAST);
        recorded.followUp(item, new ActionItemCompleted(item, List.of("the new alert"), null, NOW));
        recorded.followUp(item, new ActionItemFoundIneffective(item, "it is silent", NOW));

        reports.read().body("actionItems.open", equalTo(1)).body("actionItems.completed", equalTo(0));
    }

    @Test
    void whatIsRejectedOrDroppedIsNeitherOpenNorCompleted() {
        var incident = recorded.open();
        var rejected = recorded.opened(List.of(incident));
        recorded.followUp(rejected, new ActionItemRejected(rejected, "no", NOW));
        var dropped = recorded.agreed(List.of(incident), "someone", PAST);
        recorded.followUp(dropped, new ActionItemDropped(dropped, "retired", NOW));

        reports.read()
                .body("actionItems.opened", equalTo(2))
                .body("actionItems.open", equalTo(0))
                .body("actionItems.completed", equalTo(0));
    }

    @Test
    void aLaterDateIsTheOneThatCounts() {
        var item = recorded.agreed(List.of(recorded.open()), "someone", PAST);
        recorded.followUp(item, new ActionItemRescheduled(item, FUTURE, "the vendor is late", null));

        reports.read().body("actionItems.open", equalTo(1)).body("actionItems.overdue", equalTo(0));
    }

    @Test
    void whatIsDeferredIsOpenAndNotOverdue() {
        var item = recorded.agreed(List.of(recorded.open()), "someone", PAST);
        recorded.followUp(item, new ActionItemDeferred(item, "An hour unnoticed", FUTURE, NOW));

        reports.read().body("actionItems.open", equalTo(1)).body("actionItems.overdue", equalTo(0));
    }

    @Test
    void anotherTeamFollowsUpWhatWasTransferred() {
        var item = recorded.agreed(List.of(recorded.open()), "someone", PAST);
        recorded.followUp(item, new ActionItemTransferred(item, "another-" + recorded.team(), "It is theirs"));

        reports.read().body("actionItems.open", equalTo(0));
    }
}
