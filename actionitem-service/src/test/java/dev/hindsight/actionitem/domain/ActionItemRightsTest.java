package dev.hindsight.actionitem.domain;

import static dev.hindsight.actionitem.domain.Item.ADMIN;
import static dev.hindsight.actionitem.domain.Item.AUDITOR;
import static dev.hindsight.actionitem.domain.Item.DEFERRED;
import static dev.hindsight.actionitem.domain.Item.EXECUTIVE;
import static dev.hindsight.actionitem.domain.Item.FORBIDDEN;
import static dev.hindsight.actionitem.domain.Item.HIDDEN;
import static dev.hindsight.actionitem.domain.Item.ID;
import static dev.hindsight.actionitem.domain.Item.JUNE;
import static dev.hindsight.actionitem.domain.Item.MAY;
import static dev.hindsight.actionitem.domain.Item.NOON;
import static dev.hindsight.actionitem.domain.Item.NOT_FOUND;
import static dev.hindsight.actionitem.domain.Item.OPEN;
import static dev.hindsight.actionitem.domain.Item.OUTSIDER;
import static dev.hindsight.actionitem.domain.Item.OWNER;
import static dev.hindsight.actionitem.domain.Item.RESPONDER;
import static dev.hindsight.actionitem.domain.Item.STARTED;
import static dev.hindsight.actionitem.domain.Item.TODAY;

import dev.hindsight.actionitem.domain.ActionItemCommand.ProposeActionItem;
import dev.hindsight.actionitem.domain.ActionItemCommand.PutOnRecord;
import dev.hindsight.actionitem.domain.ActionItemCommand.ResumeActionItem;
import dev.hindsight.actionitem.domain.ActionItemCommand.UnblockActionItem;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemDescribed;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemOpened;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemReassigned;
import dev.hindsight.contracts.actionitem.ActionItemKind;
import dev.hindsight.contracts.actionitem.ActionItemStatus;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.rights.Access;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActionItemRightsTest {

    private static final Access OF_PAYMENTS = new Access("payments-core", Visibility.OPEN, List.of(), List.of());
    private static final ActionItemDescribed DESCRIBED =
            new ActionItemDescribed(ID, ActionItemKind.DETECT, null, null, null, null, null, null);

    private final AggregateTestFixture<ActionItem> actionItem = new AggregateTestFixture<>(ActionItem.class);

    static Stream<Map<String, Object>> othersWhoMayReadIt() {
        return Stream.of(OUTSIDER, EXECUTIVE, AUDITOR, ADMIN);
    }

    static Stream<Map<String, Object>> whoeverIsNoExecutive() {
        return Stream.of(RESPONDER, OWNER, OUTSIDER, AUDITOR, ADMIN, Item.by("fay", "facilitator", "chain-core"));
    }

    @Nested
    class Work {

        @ParameterizedTest
        @MethodSource("dev.hindsight.actionitem.domain.ActionItemRightsTest#othersWhoMayReadIt")
        void isForTheTeam(Map<String, Object> other) {
            actionItem
                    .given(Item.in(ActionItemStatus.ACCEPTED))
                    .when(Item.record(STARTED), other)
                    .expectNoEvents()
                    .expectExceptionMessage(FORBIDDEN);
        }

        @ParameterizedTest
        @MethodSource("dev.hindsight.actionitem.domain.ActionItemRightsTest#othersWhoMayReadIt")
        void onARoadblockIsForTheTeam(Map<String, Object> other) {
            actionItem
                    .given(Item.in(ActionItemStatus.BLOCKED))
                    .when(Item.unblock(), other)
                    .expectNoEvents()
                    .expectExceptionMessage(FORBIDDEN);
        }

        @ParameterizedTest
        @MethodSource("dev.hindsight.actionitem.domain.ActionItemRightsTest#othersWhoMayReadIt")
        void onWhatWasDeferredIsForTheTeam(Map<String, Object> other) {
            actionItem
                    .given(Item.in(ActionItemStatus.DEFERRED))
                    .when(Item.resume(JUNE), other)
                    .expectNoEvents()
                    .expectExceptionMessage(FORBIDDEN);
        }

        @Test
        void isForAnOwnerOfAnotherTeam() {
            actionItem
                    .given(Item.accepted(new ActionItemReassigned(ID, "oto", "they know it")))
                    .when(Item.record(STARTED), OUTSIDER)
                    .expectEvents(STARTED);
        }

        @Test
        void isOverForWhoeverOwnedItBefore() {
            actionItem
                    .given(Item.accepted(
                            new ActionItemReassigned(ID, "oto", "they know it"),
                            new ActionItemReassigned(ID, "ben", "they are away")))
                    .when(Item.record(STARTED), OUTSIDER)
                    .expectNoEvents()
                    .expectExceptionMessage(FORBIDDEN);
        }
    }

    @Nested
    class OfAnIncidentThatIsNotToBeSeen {

        @Test
        void nothingIsPutOnRecord() {
            actionItem
                    .given(Item.in(ActionItemStatus.ACCEPTED))
                    .when(new PutOnRecord(ID, STARTED, TODAY, List.of(OPEN, HIDDEN)), RESPONDER)
                    .expectNoEvents()
                    .expectExceptionMessage(NOT_FOUND);
        }

        @Test
        void nothingIsDeferred() {
            actionItem
                    .given(Item.in(ActionItemStatus.ACCEPTED))
                    .when(new PutOnRecord(ID, DEFERRED, TODAY, List.of(OPEN, HIDDEN)), EXECUTIVE)
                    .expectNoEvents()
                    .expectExceptionMessage(NOT_FOUND);
        }

        @Test
        void nothingIsUnblocked() {
            actionItem
                    .given(Item.in(ActionItemStatus.BLOCKED))
                    .when(new UnblockActionItem(ID, null, NOON, List.of(HIDDEN)), RESPONDER)
                    .expectNoEvents()
                    .expectExceptionMessage(NOT_FOUND);
        }

        @Test
        void nothingIsResumed() {
            actionItem
                    .given(Item.in(ActionItemStatus.DEFERRED))
                    .when(new ResumeActionItem(ID, JUNE, null, NOON, List.of(HIDDEN)), RESPONDER)
                    .expectNoEvents()
                    .expectExceptionMessage(NOT_FOUND);
        }

        @Test
        void nothingIsProposed() {
            actionItem
                    .givenNoPriorActivity()
                    .when(propose("chain-core", null, null, null, OPEN, HIDDEN), RESPONDER)
                    .expectNoEvents()
                    .expectExceptionMessage(
                            "An incident of the action item is not found: Name incidents that exist; what"
                                    + " you may not see does not exist for you.");
        }
    }

    @Nested
    class Deferral {

        @ParameterizedTest
        @MethodSource("dev.hindsight.actionitem.domain.ActionItemRightsTest#whoeverIsNoExecutive")
        void isForExecutives(Map<String, Object> other) {
            actionItem
                    .given(Item.in(ActionItemStatus.ACCEPTED))
                    .when(Item.record(DEFERRED), other)
                    .expectNoEvents()
                    .expectExceptionMessage(
                            "Your rights do not allow this: Whoever defers an action item accepts a risk:"
                                    + " executives do.");
        }

        @Test
        void isForExecutivesOfAnyTeam() {
            actionItem
                    .given(Item.in(ActionItemStatus.ACCEPTED))
                    .when(Item.record(DEFERRED), Item.by("exe", "executive", "board"))
                    .expectEvents(DEFERRED);
        }
    }

    @Nested
    class Proposal {

        @Test
        void isFollowedUpByTheTeamOfItsIncidents() {
            actionItem
                    .givenNoPriorActivity()
                    .when(propose(null, null, null, null, OPEN, OPEN), RESPONDER)
                    .expectEvents(opened(null, null, ActionItemStatus.PROPOSED));
        }

        @Test
        void isAcceptedWithAnOwnerAndADate() {
            actionItem
                    .givenNoPriorActivity()
                    .when(propose("chain-core", "ana", MAY, null, OPEN), RESPONDER)
                    .expectEvents(opened("ana", MAY, ActionItemStatus.ACCEPTED));
        }

        @Test
        void isProposedWithAnOwnerAlone() {
            actionItem
                    .givenNoPriorActivity()
                    .when(propose("chain-core", "ana", null, null, OPEN), RESPONDER)
                    .expectEvents(opened("ana", null, ActionItemStatus.PROPOSED));
        }

        @Test
        void isDescribedAtOnce() {
            actionItem
                    .givenNoPriorActivity()
                    .when(propose("chain-core", null, null, DESCRIBED, OPEN), RESPONDER)
                    .expectEvents(opened(null, null, ActionItemStatus.PROPOSED), DESCRIBED);
        }

        @Test
        void needsATeamWhereTheIncidentsAreOfSeveral() {
            actionItem
                    .givenNoPriorActivity()
                    .when(propose(null, null, null, null, OPEN, OF_PAYMENTS), RESPONDER)
                    .expectNoEvents()
                    .expectExceptionMessage("It is not said which team follows the action item up: Name a team: the"
                            + " incidents are of more than one.");
        }

        @ParameterizedTest
        @MethodSource("dev.hindsight.actionitem.domain.ActionItemRightsTest#othersWhoMayReadIt")
        void isForTheTeamThatFollowsItUp(Map<String, Object> other) {
            actionItem
                    .givenNoPriorActivity()
                    .when(propose(null, null, null, null, OPEN), other)
                    .expectNoEvents()
                    .expectExceptionMessage("Your rights do not allow this: Action items of chain-core are proposed by"
                            + " that team.");
        }

        @Test
        void isForAnotherTeamThatFollowsItUpItself() {
            actionItem
                    .givenNoPriorActivity()
                    .when(propose("payments-core", null, null, null, OPEN), OUTSIDER)
                    .expectSuccessfulHandlerExecution();
        }
    }

    private static ProposeActionItem propose(
            @Nullable String team,
            @Nullable String owner,
            @Nullable LocalDate due,
            @Nullable ActionItemDescribed described,
            Access... incidents) {
        return new ProposeActionItem(
                ID,
                "AI-2026-0001",
                "Alert on cache misses",
                List.of(Item.INCIDENT),
                team,
                owner,
                due,
                described,
                Item.NOW,
                List.of(incidents));
    }

    private static ActionItemOpened opened(@Nullable String owner, @Nullable LocalDate due, ActionItemStatus status) {
        return new ActionItemOpened(
                ID,
                "AI-2026-0001",
                "Alert on cache misses",
                null,
                List.of(Item.INCIDENT),
                "chain-core",
                owner,
                due,
                null,
                status,
                null,
                Item.NOW);
    }
}
