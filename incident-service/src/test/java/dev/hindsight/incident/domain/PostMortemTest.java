package dev.hindsight.incident.domain;

import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ActionItemAgreed;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemCreated;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemImported;
import dev.hindsight.incident.domain.PostMortemCommand.AgreeActionItem;
import dev.hindsight.incident.domain.PostMortemCommand.CreatePostMortem;
import dev.hindsight.kit.identity.Actor;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.rights.Access;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PostMortemTest {

    private static final UUID ID = new UUID(0, 1);
    private static final UUID INCIDENT = new UUID(0, 2);
    private static final UUID ITEM = new UUID(0, 3);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final Map<String, Object> FACILITATOR = by("fay", "facilitator", "chain-core");
    private static final Map<String, Object> RESPONDER = by("ana", "responder", "chain-core");
    private static final Map<String, Object> OUTSIDER = by("oto", "facilitator", "payments-core");
    private static final Map<String, Object> AUDITOR = by("aud", "auditor", "chain-core");
    private static final String FORBIDDEN =
            "Your rights do not allow this: Post-mortems are run by facilitators of the" + " incidents' teams.";
    private static final String NOT_FOUND =
            "Not found: Check the id or reference; what you may not see is not found either.";
    private static final String UNKNOWN_INCIDENT = "An incident of the post-mortem is not found: Name incidents that"
            + " exist; what you may not see does not exist for you.";

    private final AggregateTestFixture<PostMortem> postMortem = new AggregateTestFixture<>(PostMortem.class);

    @Test
    void isCreatedByAFacilitatorOfTheTeam() {
        postMortem
                .givenNoPriorActivity()
                .when(create(open("chain-core")), FACILITATOR)
                .expectEvents(new PostMortemCreated(ID, List.of(INCIDENT), "chain-core", "own", "fay"));
    }

    @Test
    void isNotCreatedByAResponderOrAnAuditor() {
        for (var other : List.of(RESPONDER, AUDITOR)) {
            new AggregateTestFixture<>(PostMortem.class)
                    .givenNoPriorActivity()
                    .when(create(open("chain-core")), other)
                    .expectNoEvents()
                    .expectExceptionMessage(FORBIDDEN);
        }
    }

    @Test
    void isNotCreatedForIncidentsOfAnotherTeam() {
        postMortem
                .givenNoPriorActivity()
                .when(create(open("chain-core")), OUTSIDER)
                .expectNoEvents()
                .expectExceptionMessage(FORBIDDEN);
    }

    @Test
    void doesNotTellWhetherAnIncidentExistsThatMayNotBeRead() {
        postMortem
                .givenNoPriorActivity()
                .when(create(restricted("eve")), FACILITATOR)
                .expectNoEvents()
                .expectExceptionMessage(UNKNOWN_INCIDENT);
    }

    @Test
    void isCreatedForARestrictedIncidentByAFacilitatorWhoIsNamedInIt() {
        postMortem
                .givenNoPriorActivity()
                .when(create(restricted("fay")), FACILITATOR)
                .expectEvents(new PostMortemCreated(ID, List.of(INCIDENT), "chain-core", "own", "fay"));
    }

    @Nested
    class OnceCreated {

        private final PostMortemCreated given =
                new PostMortemCreated(ID, List.of(INCIDENT), "chain-core", "own", "fay");

        @Test
        void agreesAnActionItem() {
            postMortem
                    .given(given)
                    .when(agree(open("chain-core")), FACILITATOR)
                    .expectEvents(new ActionItemAgreed(ID, ITEM, "Alert on cache misses", "ana", MAY, null, null));
        }

        @Test
        void agreesNothingForAResponder() {
            postMortem
                    .given(given)
                    .when(agree(open("chain-core")), RESPONDER)
                    .expectNoEvents()
                    .expectExceptionMessage(FORBIDDEN);
        }

        @Test
        void doesNotExistForThoseWhoMayNotReadItsIncidents() {
            postMortem
                    .given(given)
                    .when(agree(restricted("eve")), FACILITATOR)
                    .expectNoEvents()
                    .expectExceptionMessage(NOT_FOUND);
        }

        @Test
        void agreesNothingAnyMoreOnceItIsPublished() {
            postMortem
                    .given(given, new PostMortemImported(ID, "record", null))
                    .when(agree(open("chain-core")), FACILITATOR)
                    .expectNoEvents()
                    .expectException(ProblemException.class)
                    .expectExceptionMessage("The post-mortem is published already: Nothing is agreed in it any more;"
                            + " follow up what was agreed in its action items.");
        }
    }

    private static CreatePostMortem create(Access incident) {
        return new CreatePostMortem(ID, List.of(INCIDENT), List.of(incident), "own", "fay");
    }

    private static AgreeActionItem agree(Access incident) {
        return new AgreeActionItem(ID, ITEM, "Alert on cache misses", "ana", MAY, List.of(incident));
    }

    private static Access open(String team) {
        return new Access(team, Visibility.OPEN, List.of(), List.of());
    }

    private static Access restricted(String person) {
        return new Access("chain-core", Visibility.RESTRICTED, List.of(person), List.of());
    }

    private static Map<String, Object> by(String subject, String role, String team) {
        return Map.of(Actor.CALLER, new Actor(subject, Set.of(role), Set.of(team)));
    }
}
