package dev.hindsight.actionitem.domain;

import static dev.hindsight.contracts.actionitem.ActionItemStatus.ACCEPTED;
import static dev.hindsight.contracts.actionitem.ActionItemStatus.PROPOSED;

import dev.hindsight.actionitem.domain.ActionItemCommand.AcceptActionItem;
import dev.hindsight.actionitem.domain.ActionItemCommand.CompleteActionItem;
import dev.hindsight.actionitem.domain.ActionItemCommand.OpenActionItem;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemAccepted;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemCompleted;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemOpened;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.contracts.time.OccurredAt;
import dev.hindsight.kit.identity.Actor;
import dev.hindsight.rights.Access;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ActionItemTest {

    private static final UUID ID = new UUID(0, 1);
    private static final UUID POST_MORTEM = new UUID(0, 2);
    private static final UUID INCIDENT = new UUID(0, 3);
    private static final UUID CAUSE = new UUID(0, 4);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final OccurredAt NOON = OccurredAt.at(Instant.parse("2026-03-01T12:00:00Z"));
    private static final List<String> EVIDENCE = List.of("https://example.org/pull/81");
    private static final Access OPEN = new Access("chain-core", Visibility.OPEN, List.of(), List.of());
    private static final Access HIDDEN = new Access("chain-core", Visibility.RESTRICTED, List.of("eve"), List.of());
    private static final Map<String, Object> RESPONDER = by("ana", "responder", "chain-core");
    private static final Map<String, Object> OUTSIDER = by("oto", "responder", "payments-core");
    private static final Map<String, Object> AUDITOR = by("aud", "auditor", "chain-core");
    private static final String FORBIDDEN = "Your rights do not allow this: Action items of chain-core are worked on by"
            + " that team and their owners.";
    private static final String NOT_FOUND =
            "Not found: Check the id or reference; what you may not see is not found either.";

    private final AggregateTestFixture<ActionItem> actionItem = new AggregateTestFixture<>(ActionItem.class);

    @Test
    void opensAcceptedWhenItsOwnerAndDateAreAgreed() {
        actionItem.givenNoPriorActivity().when(open("ana", MAY)).expectEvents(opened("ana", MAY));
    }

    @Test
    void opensProposedWhenHistoryDoesNotSayWhoOrWhen() {
        actionItem.givenNoPriorActivity().when(open(null, MAY)).expectEvents(opened(null, MAY));
    }

    @Nested
    class Proposed {

        @Test
        void isAccepted() {
            actionItem
                    .given(opened(null, null))
                    .when(accept(OPEN), RESPONDER)
                    .expectEvents(new ActionItemAccepted(ID, "ben", MAY, Item.NOW));
        }

        @Test
        void cannotBeCompleted() {
            actionItem
                    .given(opened(null, null))
                    .when(complete(OPEN), RESPONDER)
                    .expectNoEvents()
                    .expectExceptionMessage("The action item's state does not allow this step: AI-2026-0001 is"
                            + " PROPOSED and cannot be completed.");
        }

        @Test
        void isNotAcceptedByOthersWhoMayReadIt() {
            for (var other : List.of(OUTSIDER, AUDITOR)) {
                new AggregateTestFixture<>(ActionItem.class)
                        .given(opened(null, null))
                        .when(accept(OPEN), other)
                        .expectNoEvents()
                        .expectExceptionMessage(FORBIDDEN);
            }
        }

        @Test
        void doesNotExistForThoseWhoMayNotReadEveryIncident() {
            actionItem
                    .given(opened(null, null))
                    .when(new AcceptActionItem(ID, "ben", MAY, Item.NOW, List.of(OPEN, HIDDEN)), RESPONDER)
                    .expectNoEvents()
                    .expectExceptionMessage(NOT_FOUND);
        }
    }

    @Nested
    class Accepted {

        @Test
        void isNotAcceptedAgain() {
            actionItem
                    .given(opened("ana", MAY))
                    .when(accept(OPEN), RESPONDER)
                    .expectNoEvents()
                    .expectExceptionMessage("The action item is accepted already: Read the item: it has an owner and a"
                            + " due date, which accepting does not change.");
        }

        @Test
        void isCompletedWithEvidence() {
            actionItem
                    .given(opened("ana", MAY))
                    .when(complete(OPEN), RESPONDER)
                    .expectEvents(new ActionItemCompleted(ID, EVIDENCE, "in the runbook", NOON));
        }

        @Test
        void isCompletedByItsOwnerFromAnotherTeam() {
            actionItem
                    .given(opened(null, null), new ActionItemAccepted(ID, "oto", MAY, Item.NOW))
                    .when(complete(OPEN), OUTSIDER)
                    .expectEvents(new ActionItemCompleted(ID, EVIDENCE, "in the runbook", NOON));
        }

        @Test
        void isNotCompletedByOthersWhoMayReadIt() {
            actionItem
                    .given(opened("ana", MAY))
                    .when(complete(OPEN), OUTSIDER)
                    .expectNoEvents()
                    .expectExceptionMessage(FORBIDDEN);
        }

        @Test
        void isNotCompletedTwice() {
            actionItem
                    .given(opened("ana", MAY), new ActionItemCompleted(ID, EVIDENCE, null, null))
                    .when(complete(OPEN), RESPONDER)
                    .expectNoEvents()
                    .expectExceptionMessage("The action item's state does not allow this step: AI-2026-0001 is DONE"
                            + " and cannot be completed.");
        }
    }

    private static OpenActionItem open(@Nullable String owner, @Nullable LocalDate due) {
        return new OpenActionItem(
                ID,
                "AI-2026-0001",
                "Alert on cache misses",
                POST_MORTEM,
                List.of(INCIDENT),
                "chain-core",
                owner,
                due,
                null,
                CAUSE,
                Item.NOW);
    }

    private static ActionItemOpened opened(@Nullable String owner, @Nullable LocalDate due) {
        return new ActionItemOpened(
                ID,
                "AI-2026-0001",
                "Alert on cache misses",
                POST_MORTEM,
                List.of(INCIDENT),
                "chain-core",
                owner,
                due,
                null,
                owner == null || due == null ? PROPOSED : ACCEPTED,
                CAUSE,
                Item.NOW);
    }

    private static AcceptActionItem accept(Access incident) {
        return new AcceptActionItem(ID, "ben", MAY, Item.NOW, List.of(incident));
    }

    private static CompleteActionItem complete(Access incident) {
        return new CompleteActionItem(ID, EVIDENCE, "in the runbook", NOON, List.of(incident));
    }

    private static Map<String, Object> by(String subject, String role, String team) {
        return Map.of(Actor.CALLER, new Actor(subject, Set.of(role), Set.of(team)));
    }
}
