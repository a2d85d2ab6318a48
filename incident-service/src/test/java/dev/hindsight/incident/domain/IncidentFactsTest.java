package dev.hindsight.incident.domain;

import dev.hindsight.contracts.incident.EvidenceFacts;
import dev.hindsight.contracts.incident.EvidenceKind;
import dev.hindsight.contracts.incident.ImpactFacts;
import dev.hindsight.contracts.incident.ImpactKind;
import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.contracts.incident.IncidentEvent.EvidenceRecorded;
import dev.hindsight.contracts.incident.IncidentEvent.EvidenceRetracted;
import dev.hindsight.contracts.incident.IncidentEvent.ImpactCorrected;
import dev.hindsight.contracts.incident.IncidentEvent.ImpactRecorded;
import dev.hindsight.contracts.incident.IncidentEvent.ImpactRetracted;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentDetailsChanged;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentLinked;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentResolved;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentUnlinked;
import dev.hindsight.contracts.incident.IncidentEvent.KnownRecorded;
import dev.hindsight.contracts.incident.IncidentEvent.MarkCorrected;
import dev.hindsight.contracts.incident.IncidentEvent.MarkRetracted;
import dev.hindsight.contracts.incident.IncidentEvent.RoleAssigned;
import dev.hindsight.contracts.incident.IncidentEvent.RoleReleased;
import dev.hindsight.contracts.incident.IncidentEvent.SeverityChanged;
import dev.hindsight.contracts.incident.IncidentEvent.SeveritySuggested;
import dev.hindsight.contracts.incident.IncidentEvent.SeveritySuggestionAccepted;
import dev.hindsight.contracts.incident.IncidentEvent.SeveritySuggestionDismissed;
import dev.hindsight.contracts.incident.IncidentEvent.TimelineDisputeSettled;
import dev.hindsight.contracts.incident.IncidentEvent.TimelineEntryAdded;
import dev.hindsight.contracts.incident.IncidentEvent.TimelineEntryCorrected;
import dev.hindsight.contracts.incident.IncidentEvent.TimelineEntryDisputed;
import dev.hindsight.contracts.incident.IncidentEvent.TimelineEntryRetracted;
import dev.hindsight.contracts.incident.IncidentEvent.UnknownAssigned;
import dev.hindsight.contracts.incident.IncidentEvent.UnknownRaised;
import dev.hindsight.contracts.incident.IncidentRole;
import dev.hindsight.contracts.incident.IncidentStatus;
import dev.hindsight.contracts.incident.LinkRelation;
import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.contracts.incident.SuggestedSeverity;
import dev.hindsight.contracts.incident.TimelineFacts;
import dev.hindsight.contracts.incident.TimelineKind;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.incident.domain.IncidentCommand.AcceptSeveritySuggestion;
import dev.hindsight.incident.domain.IncidentCommand.RecordFact;
import dev.hindsight.kit.problem.StandardProblem;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

class IncidentFactsTest {

    private static final UUID ID = Given.ID;
    private static final UUID PIECE = new UUID(0, 2);
    private static final UUID NEXT = new UUID(0, 3);
    private static final IncidentEvent DECLARED =
            Given.declared(IncidentStatus.ACTIVE, Visibility.OPEN, List.of()); // sequence 0, with the mark DECLARED
    private static final TimelineFacts SEEN = saying(List.of());
    private static final IncidentEvent ENTRY = new TimelineEntryAdded(ID, PIECE, SEEN);
    private static final IncidentEvent DISPUTE =
            new TimelineEntryDisputed(ID, PIECE, NEXT, "It was earlier", null, null, List.of());
    private static final IncidentEvent EVIDENCE = new EvidenceRecorded(
            ID,
            PIECE,
            new EvidenceFacts(
                    EvidenceKind.LINK, "Graph", Given.NOON, null, null, "https://example.org", null, null, null, null));
    private static final ImpactFacts HALT =
            new ImpactFacts(ImpactKind.LIVENESS, Given.NOON, null, null, null, null, null);
    private static final IncidentEvent IMPACT = new ImpactRecorded(ID, PIECE, HALT);
    private static final IncidentEvent UNKNOWN = new UnknownRaised(ID, PIECE, "Why?", null, Given.NOON);
    private static final IncidentEvent SUGGESTION = new SeveritySuggested(
            ID,
            PIECE,
            new SuggestedSeverity("immunefi-v2.3", "BLOCK_DELAYED", "high", Severity.SEV2, null, null, "650 %", null));

    private final AggregateTestFixture<Incident> incident = new AggregateTestFixture<>(Incident.class);

    @Test
    void aMarkIsCorrectedAndRetractedByTheEventThatRecordedIt() {
        expectTaken(new MarkCorrected(ID, 0, Given.NOON, "the clock was ahead"), DECLARED);
        expectTaken(
                new MarkCorrected(ID, 1, Given.NOON, "later"), DECLARED, new IncidentResolved(ID, Given.NOON, null));
        expectTaken(new MarkRetracted(ID, 0, "wrong"), DECLARED);
        expectRefused(IncidentRule.UNKNOWN_MARK, new MarkRetracted(ID, 1, "wrong"), DECLARED, ENTRY);
        expectRefused(
                IncidentRule.UNKNOWN_MARK,
                new MarkCorrected(ID, 1, Given.NOON, "it had no time"),
                DECLARED,
                new IncidentResolved(ID, null, null));
        expectRefused(
                IncidentRule.RETRACTED_ALREADY,
                new MarkCorrected(ID, 0, Given.NOON, "late"),
                DECLARED,
                new MarkRetracted(ID, 0, "wrong"));
    }

    @Test
    void anEntryIsNotChangedOnceItIsRetracted() {
        var retracted = new TimelineEntryRetracted(ID, PIECE, "another outage");

        expectTaken(retracted, DECLARED, ENTRY);
        expectRefused(IncidentRule.RETRACTED_ALREADY, retracted, DECLARED, ENTRY, retracted);
        expectRefused(
                IncidentRule.RETRACTED_ALREADY,
                new TimelineEntryCorrected(ID, PIECE, SEEN, "late"),
                DECLARED,
                ENTRY,
                retracted);
        expectRefused(IncidentRule.RETRACTED_ALREADY, DISPUTE, DECLARED, ENTRY, retracted);
        expectRefused(IncidentRule.UNKNOWN_TIMELINE_ENTRY, retracted, DECLARED);
    }

    @Test
    void aDisputeIsSettledOnce() {
        var settled = new TimelineDisputeSettled(ID, PIECE, NEXT, "it stands");

        expectTaken(DISPUTE, DECLARED, ENTRY);
        expectTaken(settled, DECLARED, ENTRY, DISPUTE);
        expectRefused(IncidentRule.UNKNOWN_DISPUTE, settled, DECLARED, ENTRY, DISPUTE, settled);
        expectRefused(
                IncidentRule.UNKNOWN_DISPUTE,
                new TimelineDisputeSettled(ID, NEXT, NEXT, "of another entry"),
                DECLARED,
                ENTRY,
                DISPUTE);
    }

    @Test
    void onlyEvidenceThatIsThereAndCountsIsReferredTo() {
        var entry = new TimelineEntryAdded(ID, NEXT, saying(List.of(PIECE)));
        var retracted = new EvidenceRetracted(ID, PIECE, "of the test network");

        expectTaken(entry, DECLARED, EVIDENCE);
        expectTaken(retracted, DECLARED, EVIDENCE);
        expectRefused(IncidentRule.UNKNOWN_EVIDENCE, entry, DECLARED);
        expectRefused(IncidentRule.RETRACTED_ALREADY, entry, DECLARED, EVIDENCE, retracted);
        expectRefused(
                IncidentRule.UNKNOWN_EVIDENCE,
                new KnownRecorded(ID, NEXT, "Old attestations", null, List.of(NEXT), Given.NOON),
                DECLARED);
    }

    @Test
    void anImpactIsCorrectedUntilItIsRetracted() {
        var corrected = new ImpactCorrected(ID, PIECE, HALT, "it went on");
        var retracted = new ImpactRetracted(ID, PIECE, "nobody felt it");

        expectTaken(corrected, DECLARED, IMPACT);
        expectTaken(retracted, DECLARED, IMPACT);
        expectRefused(IncidentRule.UNKNOWN_IMPACT, corrected, DECLARED);
        expectRefused(IncidentRule.RETRACTED_ALREADY, corrected, DECLARED, IMPACT, retracted);
    }

    @Test
    void whoTakesARoleOfOnePersonRelievesTheOneWhoHeldIt() {
        var ana = assigned(IncidentRole.SCRIBE, "ana");
        var ben = assigned(IncidentRole.SCRIBE, "ben");

        when(ben, DECLARED, ana).expectEvents(new RoleReleased(ID, IncidentRole.SCRIBE, "ana", Given.NOON), ben);
        expectRefused(IncidentRule.ROLE_HELD_ALREADY, ana, DECLARED, ana);
        expectRefused(
                IncidentRule.ROLE_NOT_HELD,
                new RoleReleased(ID, IncidentRole.SCRIBE, "ben", Given.NOON),
                DECLARED,
                ana);
    }

    @Test
    void severalExpertsHelpAtOnce() {
        expectTaken(
                assigned(IncidentRole.SUBJECT_EXPERT, "ben"), DECLARED, assigned(IncidentRole.SUBJECT_EXPERT, "ana"));
    }

    @Test
    void aLinkHoldsOnceBetweenTwo() {
        var linked = new IncidentLinked(ID, LinkRelation.CAUSED_BY, NEXT, null);
        var unlinked = new IncidentUnlinked(ID, LinkRelation.CAUSED_BY, NEXT, "another cause");

        expectTaken(linked, DECLARED);
        expectTaken(linked, DECLARED, linked, unlinked);
        expectTaken(new IncidentLinked(ID, LinkRelation.FOLLOW_UP_OF, NEXT, null), DECLARED, linked);
        expectRefused(IncidentRule.LINKED_ALREADY, linked, DECLARED, linked);
        expectRefused(IncidentRule.NOT_LINKED, unlinked, DECLARED);
        expectRefused(
                IncidentRule.OTHER_INCIDENT_NEEDED, new IncidentLinked(ID, LinkRelation.CAUSED_BY, ID, null), DECLARED);
    }

    @Test
    void anUnknownIsClosedOnceByAKnown() {
        var known = new KnownRecorded(ID, NEXT, "Old attestations", PIECE, List.of(), Given.NOON);

        expectTaken(known, DECLARED, UNKNOWN);
        expectTaken(new UnknownAssigned(ID, PIECE, "ana"), DECLARED, UNKNOWN);
        expectRefused(IncidentRule.UNKNOWN_NOT_OPEN, known, DECLARED, UNKNOWN, known);
        expectRefused(IncidentRule.UNKNOWN_NOT_OPEN, new UnknownAssigned(ID, PIECE, "ana"), DECLARED);
    }

    @Test
    void aSuggestedSeverityIsAcceptedOrDismissedByAPerson() {
        var dismissed = new SeveritySuggestionDismissed(ID, PIECE, "the node had no peers");

        incident.given(DECLARED, SUGGESTION)
                .when(new AcceptSeveritySuggestion(ID, PIECE), Given.RESPONDER)
                .expectEvents(
                        new SeveritySuggestionAccepted(ID, PIECE),
                        new SeverityChanged(ID, Severity.SEV2, "Accepted as suggested."));
        expectTaken(dismissed, DECLARED, SUGGESTION);
        expectRefused(IncidentRule.SUGGESTION_NOT_OPEN, dismissed, DECLARED, SUGGESTION, dismissed);
        Given.expectRefusal(
                incident.given(DECLARED, SUGGESTION, dismissed)
                        .when(new AcceptSeveritySuggestion(ID, PIECE), Given.RESPONDER),
                IncidentRule.SUGGESTION_NOT_OPEN);
    }

    @Test
    void anIncidentIsHandedOnlyToATeamOfOnesOwn() {
        var handed = new IncidentDetailsChanged(ID, null, null, "payments-core", null, null, null);
        var elsewhere = Given.by("ana", "responder", "payments-core");

        Given.expectRefusal(when(handed, DECLARED), StandardProblem.FORBIDDEN);
        incident.given(DECLARED, handed)
                .when(new RecordFact(new SeverityChanged(ID, Severity.SEV2, "less")), elsewhere)
                .expectEvents(new SeverityChanged(ID, Severity.SEV2, "less"));
        Given.expectRefusal(
                when(new SeverityChanged(ID, Severity.SEV2, "less"), DECLARED, handed), StandardProblem.FORBIDDEN);
    }

    private void expectTaken(IncidentEvent fact, IncidentEvent... given) {
        when(fact, given).expectEvents(fact);
    }

    private void expectRefused(IncidentRule rule, IncidentEvent fact, IncidentEvent... given) {
        Given.expectRefusal(when(fact, given), rule);
    }

    private ResultValidator<Incident> when(IncidentEvent fact, IncidentEvent... given) {
        return incident.given(Stream.of(given).toList()).when(new RecordFact(fact), Given.RESPONDER);
    }

    private static IncidentEvent assigned(IncidentRole role, String person) {
        return new RoleAssigned(ID, role, person, Given.NOON);
    }

    private static TimelineFacts saying(List<UUID> evidence) {
        return new TimelineFacts(TimelineKind.ALERT, "Peers lost", Given.NOON, "pager", evidence, null);
    }
}
