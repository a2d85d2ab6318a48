package dev.hindsight.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentAbsorbed;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentActivated;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentClosed;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentDeclined;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentMerged;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentMitigated;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentReopened;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentResolved;
import dev.hindsight.contracts.incident.IncidentEvent.MarkRecorded;
import dev.hindsight.contracts.incident.IncidentStatus;
import dev.hindsight.contracts.incident.Mark;
import dev.hindsight.incident.domain.IncidentCommand.AbsorbIncident;
import dev.hindsight.incident.domain.IncidentCommand.MergeIncident;
import dev.hindsight.incident.domain.IncidentCommand.RecordFact;
import dev.hindsight.incident.domain.IncidentCommand.TakeStep;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class IncidentTransitionTest {

    private static final UUID ID = Given.ID;
    private static final UUID OTHER = new UUID(0, 7);

    private final AggregateTestFixture<Incident> incident = new AggregateTestFixture<>(Incident.class);

    static Stream<Arguments> everyStepInEveryState() {
        return Stream.of(IncidentTransition.values())
                .flatMap(step -> Stream.of(IncidentStatus.values()).map(status -> Arguments.of(step, status)));
    }

    @ParameterizedTest
    @MethodSource("everyStepInEveryState")
    void isTakenFromTheStatesThatAllowItAndRefusedInAllOthers(IncidentTransition step, IncidentStatus status) {
        var command = step == IncidentTransition.MERGE
                ? new MergeIncident(ID, OTHER, Given.NOON, null)
                : new TakeStep(ID, step, Given.NOON, "because");

        var result = incident.given(Given.in(status)).when(command, Given.RESPONDER);

        if (step.from().contains(status)) {
            result.expectSuccessfulHandlerExecution();
        } else {
            Given.expectRefusal(
                    result,
                    status == IncidentStatus.MERGED ? IncidentRule.MERGED_ELSEWHERE : IncidentRule.STEP_NOT_POSSIBLE);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = IncidentTransition.class,
            names = {"DECLINE", "REOPEN"})
    void aStepThatNeedsAReasonIsRefusedWithoutOne(IncidentTransition step) {
        assertThat(step.needsReason()).isTrue();

        Given.expectRefusal(
                incident.given(Given.in(step.from().getFirst()))
                        .when(new TakeStep(ID, step, Given.NOON, " "), Given.RESPONDER),
                IncidentRule.REASON_NEEDED);
    }

    @Test
    void eachStepIsAnEventOfItsOwn() {
        assertStep(IncidentTransition.ACTIVATE, new IncidentActivated(ID, Given.NOON, "so"));
        assertStep(IncidentTransition.DECLINE, new IncidentDeclined(ID, Given.NOON, "so"));
        assertStep(IncidentTransition.MITIGATE, new IncidentMitigated(ID, Given.NOON, "so"));
        assertStep(IncidentTransition.RESOLVE, new IncidentResolved(ID, Given.NOON, "so"));
        assertStep(IncidentTransition.CLOSE, new IncidentClosed(ID, Given.NOON, "so"));
        assertStep(IncidentTransition.REOPEN, new IncidentReopened(ID, Given.NOON, "so", 2));
    }

    @Test
    void everyReopeningBeginsAnEpisodeOfItsOwn() {
        var given = new ArrayList<>(Given.in(IncidentStatus.RESOLVED));
        given.add(new MarkRecorded(ID, Mark.FINALITY_LOST, Given.NOON, 3));

        incident.given(given)
                .when(new TakeStep(ID, IncidentTransition.REOPEN, Given.NOON, "again"), Given.RESPONDER)
                .expectEvents(new IncidentReopened(ID, Given.NOON, "again", 4));
    }

    @Test
    void mergingNamesItsTargetWhichAbsorbsIt() {
        incident.given(Given.in(IncidentStatus.ACTIVE))
                .when(new MergeIncident(ID, OTHER, Given.NOON, "the same outage"), Given.RESPONDER)
                .expectEvents(new IncidentMerged(ID, OTHER, Given.NOON, "the same outage"));
        incident.given(Given.in(IncidentStatus.CLOSED))
                .when(new AbsorbIncident(ID, OTHER), Given.RESPONDER)
                .expectEvents(new IncidentAbsorbed(ID, OTHER));
    }

    @Test
    void nothingIsMergedIntoItselfOrIntoWhatIsNoIncidentOfItsOwn() {
        Given.expectRefusal(
                incident.given(Given.in(IncidentStatus.ACTIVE))
                        .when(new MergeIncident(ID, ID, Given.NOON, null), Given.RESPONDER),
                IncidentRule.OTHER_INCIDENT_NEEDED);
        Given.expectRefusal(
                incident.given(Given.in(IncidentStatus.MERGED)).when(new AbsorbIncident(ID, OTHER), Given.RESPONDER),
                IncidentRule.MERGED_ELSEWHERE);
        Given.expectRefusal(
                incident.given(Given.in(IncidentStatus.DECLINED)).when(new AbsorbIncident(ID, OTHER), Given.RESPONDER),
                IncidentRule.STEP_NOT_POSSIBLE);
    }

    @ParameterizedTest
    @EnumSource(IncidentStatus.class)
    void factsAreTakenInEveryStateButMergedAndDeclined(IncidentStatus status) {
        var mark = new MarkRecorded(ID, Mark.DETECTED, Given.NOON, 1);

        var result = incident.given(Given.in(status)).when(new RecordFact(mark), Given.RESPONDER);

        switch (status) {
            case MERGED -> Given.expectRefusal(result, IncidentRule.MERGED_ELSEWHERE);
            case DECLINED -> Given.expectRefusal(result, IncidentRule.STEP_NOT_POSSIBLE);
            default -> result.expectEvents(mark);
        }
    }

    private void assertStep(IncidentTransition step, IncidentEvent event) {
        incident.given(Given.in(step.from().getFirst()))
                .when(new TakeStep(ID, step, Given.NOON, "so"), Given.RESPONDER)
                .expectEvents(List.of(event).toArray());
    }
}
