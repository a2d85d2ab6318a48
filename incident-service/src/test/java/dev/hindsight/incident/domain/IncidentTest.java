package dev.hindsight.incident.domain;

import dev.hindsight.contracts.incident.IncidentEvent.IncidentDeclared;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentMitigated;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentResolved;
import dev.hindsight.contracts.incident.IncidentEvent.TimelineEntryAdded;
import dev.hindsight.contracts.incident.IncidentEvent.TimelineEntryCorrected;
import dev.hindsight.contracts.incident.IncidentEvent.VisibilityChanged;
import dev.hindsight.contracts.incident.IncidentMode;
import dev.hindsight.contracts.incident.IncidentStatus;
import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.contracts.incident.TimelineFacts;
import dev.hindsight.contracts.incident.TimelineKind;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.contracts.time.OccurredAt;
import dev.hindsight.incident.domain.IncidentCommand.ChangeVisibility;
import dev.hindsight.incident.domain.IncidentCommand.DeclareIncident;
import dev.hindsight.incident.domain.IncidentCommand.RecordFact;
import dev.hindsight.incident.domain.IncidentCommand.TakeStep;
import dev.hindsight.kit.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IncidentTest {

    private static final UUID ID = Given.ID;
    private static final UUID ENTRY = new UUID(0, 2);
    private static final OccurredAt NOON = Given.NOON;
    private static final Map<String, Object> RESPONDER = Given.RESPONDER;
    private static final Map<String, Object> OUTSIDER = Given.OUTSIDER;
    private static final Map<String, Object> AUDITOR = Given.AUDITOR;
    private static final TimelineFacts FACTS =
            new TimelineFacts(TimelineKind.ALERT, "Peers lost", NOON, "pager", List.of(), null);

    private final AggregateTestFixture<Incident> incident = new AggregateTestFixture<>(Incident.class);

    @Test
    void isDeclaredActive() {
        incident.givenNoPriorActivity()
                .when(declare(Visibility.OPEN, List.of()), RESPONDER)
                .expectEvents(declared(Visibility.OPEN, List.of()));
    }

    @Test
    void isNotDeclaredForATeamThatIsNotOnesOwn() {
        incident.givenNoPriorActivity()
                .when(declare(Visibility.OPEN, List.of()), OUTSIDER)
                .expectNoEvents()
                .expectException(ProblemException.class)
                .expectExceptionMessage(
                        "Your rights do not allow this: You cannot record incidents for the team" + " chain-core.");
    }

    @Test
    void isNotDeclaredByAnAuditor() {
        incident.givenNoPriorActivity()
                .when(declare(Visibility.OPEN, List.of()), AUDITOR)
                .expectNoEvents()
                .expectException(ProblemException.class);
    }

    @Test
    void isNotRestrictedToNobody() {
        incident.givenNoPriorActivity()
                .when(declare(Visibility.RESTRICTED, List.of()), RESPONDER)
                .expectNoEvents()
                .expectException(ProblemException.class);
    }

    @Nested
    class OnceDeclared {

        private final IncidentDeclared given = declared(Visibility.OPEN, List.of());

        @Test
        void isMitigated() {
            incident.given(given)
                    .when(new TakeStep(ID, IncidentTransition.MITIGATE, NOON, "rolled back"), RESPONDER)
                    .expectEvents(new IncidentMitigated(ID, NOON, "rolled back"));
        }

        @Test
        void cannotBeMitigatedOnceResolved() {
            incident.given(given, new IncidentResolved(ID, NOON, null))
                    .when(new TakeStep(ID, IncidentTransition.MITIGATE, NOON, null), RESPONDER)
                    .expectNoEvents()
                    .expectExceptionMessage("The incident's state does not allow this step: INC-2026-0001 is RESOLVED"
                            + " and cannot be mitigated.");
        }

        @Test
        void cannotBeResolvedTwice() {
            incident.given(given, new IncidentResolved(ID, NOON, null))
                    .when(new TakeStep(ID, IncidentTransition.RESOLVE, NOON, null), RESPONDER)
                    .expectNoEvents()
                    .expectException(ProblemException.class);
        }

        @Test
        void takesLateFactsAlsoWhenResolved() {
            incident.given(given, new IncidentResolved(ID, NOON, null))
                    .when(new RecordFact(new TimelineEntryAdded(ID, ENTRY, FACTS)), RESPONDER)
                    .expectEvents(new TimelineEntryAdded(ID, ENTRY, FACTS));
        }

        @Test
        void correctsAnEntryItHas() {
            incident.given(given, new TimelineEntryAdded(ID, ENTRY, FACTS))
                    .when(new RecordFact(new TimelineEntryCorrected(ID, ENTRY, FACTS, "wrong zone")), RESPONDER)
                    .expectEvents(new TimelineEntryCorrected(ID, ENTRY, FACTS, "wrong zone"));
        }

        @Test
        void cannotCorrectAnEntryItDoesNotHave() {
            incident.given(given)
                    .when(new RecordFact(new TimelineEntryCorrected(ID, ENTRY, FACTS, "wrong zone")), RESPONDER)
                    .expectNoEvents()
                    .expectException(ProblemException.class);
        }

        @Test
        void isForbiddenToOtherTeamsWhoMayReadIt() {
            incident.given(given)
                    .when(new TakeStep(ID, IncidentTransition.RESOLVE, NOON, null), OUTSIDER)
                    .expectNoEvents()
                    .expectExceptionMessage(
                            "Your rights do not allow this: Incidents of chain-core are changed by that team.");
        }

        @Test
        void becomesInvisibleToItsOwnTeamWhenRestrictedToOthers() {
            incident.given(given, new VisibilityChanged(ID, Visibility.RESTRICTED, List.of("eve"), List.of(), "leak"))
                    .when(new TakeStep(ID, IncidentTransition.RESOLVE, NOON, null), RESPONDER)
                    .expectNoEvents()
                    .expectExceptionMessage(
                            "Not found: Check the id or reference; what you may not see is not found" + " either.");
        }

        @Test
        void isStillChangedByANamedPersonOfTheTeam() {
            incident.given(given, new VisibilityChanged(ID, Visibility.RESTRICTED, List.of("ana"), List.of(), "leak"))
                    .when(new TakeStep(ID, IncidentTransition.RESOLVE, NOON, null), RESPONDER)
                    .expectEvents(new IncidentResolved(ID, NOON, null));
        }

        @Test
        void changesItsVisibilityWithAReason() {
            incident.given(given)
                    .when(
                            new ChangeVisibility(ID, Visibility.RESTRICTED, List.of("ana"), List.of(), "exploit"),
                            RESPONDER)
                    .expectEvents(
                            new VisibilityChanged(ID, Visibility.RESTRICTED, List.of("ana"), List.of(), "exploit"));
        }
    }

    private static DeclareIncident declare(Visibility visibility, List<String> people) {
        return new DeclareIncident(
                ID,
                "INC-2026-0001",
                "Chain halted",
                null,
                IncidentMode.LIVE,
                false,
                Severity.SEV1,
                "chain-core",
                visibility,
                people,
                List.of(),
                List.of(),
                List.of(),
                null,
                NOON,
                null);
    }

    private static IncidentDeclared declared(Visibility visibility, List<String> people) {
        return Given.declared(IncidentStatus.ACTIVE, visibility, people);
    }
}
