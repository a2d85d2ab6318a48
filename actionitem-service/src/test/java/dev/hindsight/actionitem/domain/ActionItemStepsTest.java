package dev.hindsight.actionitem.domain;

import static dev.hindsight.actionitem.domain.Item.BLOCKED;
import static dev.hindsight.actionitem.domain.Item.COMPLETED;
import static dev.hindsight.actionitem.domain.Item.DEFERRED;
import static dev.hindsight.actionitem.domain.Item.EXECUTIVE;
import static dev.hindsight.actionitem.domain.Item.ID;
import static dev.hindsight.actionitem.domain.Item.JUNE;
import static dev.hindsight.actionitem.domain.Item.MAY;
import static dev.hindsight.actionitem.domain.Item.NOON;
import static dev.hindsight.actionitem.domain.Item.OWNER;
import static dev.hindsight.actionitem.domain.Item.RESPONDER;
import static dev.hindsight.actionitem.domain.Item.STARTED;
import static dev.hindsight.actionitem.domain.Item.TODAY;
import static dev.hindsight.actionitem.domain.Item.VERIFIED;

import dev.hindsight.actionitem.domain.ActionItemCommand.AcceptActionItem;
import dev.hindsight.actionitem.domain.ActionItemCommand.CompleteActionItem;
import dev.hindsight.contracts.actionitem.ActionItemEvent;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemCommented;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemDeferred;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemDescribed;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemLinked;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemReassigned;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemRescheduled;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemResumed;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemSuggestionDismissed;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemTransferred;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemUnblocked;
import dev.hindsight.contracts.actionitem.ActionItemKind;
import dev.hindsight.contracts.actionitem.ActionItemStatus;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ActionItemStepsTest {

    private final AggregateTestFixture<ActionItem> actionItem = new AggregateTestFixture<>(ActionItem.class);

    static Stream<Arguments> everyStepInEveryStatus() {
        return Stream.of(ActionItemTransition.values())
                .flatMap(step -> Stream.of(ActionItemStatus.values()).map(status -> Arguments.of(step, status)));
    }

    static Stream<Arguments> possible() {
        return everyStepInEveryStatus().filter(ActionItemStepsTest::isPossible);
    }

    static Stream<Arguments> impossible() {
        return everyStepInEveryStatus()
                .filter(both -> !isPossible(both))
                .filter(both ->
                        !(both.get()[0] == ActionItemTransition.ACCEPT && both.get()[1] == ActionItemStatus.ACCEPTED));
    }

    @ParameterizedTest
    @MethodSource("possible")
    void aListedStepIsTaken(ActionItemTransition step, ActionItemStatus from) {
        actionItem
                .given(Item.suggested(from))
                .when(command(step), caller(step))
                .expectSuccessfulHandlerExecution()
                .expectEvents(event(step));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void aStepThatIsNotListedIsRefused(ActionItemTransition step, ActionItemStatus from) {
        actionItem
                .given(Item.in(from))
                .when(command(step), caller(step))
                .expectNoEvents()
                .expectExceptionMessage(
                        "The action item's state does not allow this step: AI-2026-0001 is %s and cannot"
                                        .formatted(from)
                                + " be %s.".formatted(step.done()));
    }

    @Test
    void whatIsUnblockedGoesOnWhereItWas() {
        actionItem
                .given(Item.accepted(STARTED, BLOCKED))
                .when(Item.unblock(), RESPONDER)
                .expectEvents(new ActionItemUnblocked(ID, ActionItemStatus.IN_PROGRESS, "it is open", NOON));
    }

    @Test
    void whatIsResumedGoesOnWhereItWas() {
        actionItem
                .given(Item.accepted(STARTED, BLOCKED, DEFERRED))
                .when(Item.resume(JUNE), RESPONDER)
                .expectEvents(new ActionItemResumed(ID, ActionItemStatus.BLOCKED, "back", NOON));
    }

    @Test
    void whatIsResumedToItsRoadblockIsUnblockedToWhereItWasBefore() {
        actionItem
                .given(Item.accepted(
                        STARTED, BLOCKED, DEFERRED, new ActionItemResumed(ID, ActionItemStatus.BLOCKED, null, NOON)))
                .when(Item.unblock(), RESPONDER)
                .expectEvents(new ActionItemUnblocked(ID, ActionItemStatus.IN_PROGRESS, "it is open", NOON));
    }

    @Test
    void isNotResumedBeforeItsDay() {
        actionItem
                .given(Item.in(ActionItemStatus.DEFERRED))
                .when(Item.resume(JUNE.minusDays(1)), RESPONDER)
                .expectNoEvents()
                .expectExceptionMessage(
                        "The action item is deferred to a later day: AI-2026-0001 is deferred until" + " 2026-06-01.");
    }

    @Test
    void isNotDeferredToToday() {
        actionItem
                .given(Item.in(ActionItemStatus.ACCEPTED))
                .when(Item.record(new ActionItemDeferred(ID, "none", TODAY, NOON)), EXECUTIVE)
                .expectNoEvents()
                .expectExceptionMessage(
                        "An action item is deferred to a day to come: 2026-03-01 is not after" + " 2026-03-01.");
    }

    @Test
    void isNotVerifiedByItsOwner() {
        actionItem
                .given(Item.in(ActionItemStatus.DONE))
                .when(Item.record(VERIFIED), OWNER)
                .expectNoEvents()
                .expectExceptionMessage("Whoever owns an action item cannot verify it: Ask somebody else of the team to"
                        + " look at it.");
    }

    @Test
    void isVerifiedByWhoeverOwnedItBefore() {
        actionItem
                .given(Item.accepted(new ActionItemReassigned(ID, "eve", "ana is away"), COMPLETED))
                .when(Item.record(VERIFIED), OWNER)
                .expectEvents(VERIFIED);
    }

    @Test
    void isNotReassignedToItsOwner() {
        actionItem
                .given(Item.in(ActionItemStatus.ACCEPTED))
                .when(Item.record(new ActionItemReassigned(ID, "ana", "again")), RESPONDER)
                .expectNoEvents()
                .expectExceptionMessage("The action item is so already: AI-2026-0001 has this owner.");
    }

    @Test
    void isNotRescheduledToItsDate() {
        actionItem
                .given(Item.in(ActionItemStatus.ACCEPTED))
                .when(Item.record(new ActionItemRescheduled(ID, MAY, "again", Item.NOW)), RESPONDER)
                .expectNoEvents()
                .expectExceptionMessage("The action item is so already: AI-2026-0001 is due on 2026-05-01.");
    }

    private static boolean isPossible(Arguments both) {
        return ((ActionItemTransition) both.get()[0]).from().contains((ActionItemStatus) both.get()[1]);
    }

    private static Map<String, Object> caller(ActionItemTransition step) {
        return step == ActionItemTransition.DEFER ? EXECUTIVE : RESPONDER;
    }

    private static Object command(ActionItemTransition step) {
        return switch (step) {
            case ACCEPT -> new AcceptActionItem(ID, "ben", JUNE, Item.NOW, List.of(Item.OPEN));
            case COMPLETE -> new CompleteActionItem(ID, List.of("a link"), null, NOON, List.of(Item.OPEN));
            case BLOCK -> Item.block();
            case UNBLOCK -> Item.unblock();
            case RESUME -> Item.resume(JUNE);
            default -> Item.record(event(step));
        };
    }

    private static ActionItemEvent event(ActionItemTransition step) {
        return switch (step) {
            case ACCEPT -> new ActionItemEvent.ActionItemAccepted(ID, "ben", JUNE, Item.NOW);
            case REJECT -> Item.REJECTED;
            case START -> STARTED;
            case BLOCK -> BLOCKED;
            case UNBLOCK -> new ActionItemUnblocked(ID, ActionItemStatus.ACCEPTED, "it is open", NOON);
            case COMPLETE -> COMPLETED;
            case VERIFY -> VERIFIED;
            case FIND_INEFFECTIVE -> Item.INEFFECTIVE;
            case DEFER -> DEFERRED;
            case RESUME -> new ActionItemResumed(ID, ActionItemStatus.ACCEPTED, "back", NOON);
            case DROP -> Item.DROPPED;
            case REASSIGN -> new ActionItemReassigned(ID, "eve", "ana is away");
            case RESCHEDULE -> new ActionItemRescheduled(ID, JUNE, "the vendor is late", Item.NOW);
            case TRANSFER -> new ActionItemTransferred(ID, "payments-core", "it is theirs");
            case COMMENT -> new ActionItemCommented(ID, new UUID(0, 9), "5 %");
            case LINK -> new ActionItemLinked(ID, "https://example.org/issues/81", null);
            case DESCRIBE ->
                new ActionItemDescribed(ID, ActionItemKind.DETECT, null, null, "it fires", null, null, null);
            case DISMISS_SUGGESTION ->
                new ActionItemSuggestionDismissed(ID, Item.SUGGESTION.suggestionId(), "closed by a bot");
        };
    }
}
