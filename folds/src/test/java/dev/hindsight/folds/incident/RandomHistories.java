package dev.hindsight.folds.incident;

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
import dev.hindsight.contracts.incident.IncidentEvent.IncidentAbsorbed;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentAcknowledged;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentActivated;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentClosed;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentDeclared;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentDeclined;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentDetailsChanged;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentLinked;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentMerged;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentMitigated;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentReopened;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentResolved;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentUnlinked;
import dev.hindsight.contracts.incident.IncidentEvent.KnownRecorded;
import dev.hindsight.contracts.incident.IncidentEvent.MarkCorrected;
import dev.hindsight.contracts.incident.IncidentEvent.MarkRecorded;
import dev.hindsight.contracts.incident.IncidentEvent.MarkRetracted;
import dev.hindsight.contracts.incident.IncidentEvent.RoleAssigned;
import dev.hindsight.contracts.incident.IncidentEvent.RoleReleased;
import dev.hindsight.contracts.incident.IncidentEvent.SeverityChanged;
import dev.hindsight.contracts.incident.IncidentEvent.SeveritySuggested;
import dev.hindsight.contracts.incident.IncidentEvent.SeveritySuggestionAccepted;
import dev.hindsight.contracts.incident.IncidentEvent.SeveritySuggestionDismissed;
import dev.hindsight.contracts.incident.IncidentEvent.StatusUpdatePublished;
import dev.hindsight.contracts.incident.IncidentEvent.TimelineDisputeSettled;
import dev.hindsight.contracts.incident.IncidentEvent.TimelineEntryAdded;
import dev.hindsight.contracts.incident.IncidentEvent.TimelineEntryCorrected;
import dev.hindsight.contracts.incident.IncidentEvent.TimelineEntryDisputed;
import dev.hindsight.contracts.incident.IncidentEvent.TimelineEntryRetracted;
import dev.hindsight.contracts.incident.IncidentEvent.UnknownAssigned;
import dev.hindsight.contracts.incident.IncidentEvent.UnknownRaised;
import dev.hindsight.contracts.incident.IncidentEvent.VisibilityChanged;
import dev.hindsight.contracts.incident.IncidentMode;
import dev.hindsight.contracts.incident.IncidentRole;
import dev.hindsight.contracts.incident.IncidentStatus;
import dev.hindsight.contracts.incident.LinkRelation;
import dev.hindsight.contracts.incident.Mark;
import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.contracts.incident.SuggestedSeverity;
import dev.hindsight.contracts.incident.TimelineFacts;
import dev.hindsight.contracts.incident.TimelineKind;
import dev.hindsight.contracts.incident.UpdateAudience;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.contracts.time.OccurredAt;
import dev.hindsight.folds.Recorded;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Histories of every kind of event, about few things, so that events meet. */
final class RandomHistories {

    private static final UUID ID = new UUID(0, 1);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private RandomHistories() {}

    static Arbitrary<List<Recorded<IncidentEvent>>> any() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 31),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 9))
                .as(RandomHistories::event)
                .list()
                .ofMaxSize(60)
                .map(RandomHistories::recorded);
    }

    private static List<Recorded<IncidentEvent>> recorded(List<IncidentEvent> events) {
        var history = new ArrayList<Recorded<IncidentEvent>>();
        history.add(new Recorded<>(declared(), 0, NOON, "ana"));
        for (var event : events) {
            history.add(new Recorded<>(event, history.size(), NOON.plusMillis(history.size()), "ana"));
        }
        return history;
    }

    private static IncidentDeclared declared() {
        return new IncidentDeclared(
                ID,
                "INC-2026-0001",
                "Chain halted",
                null,
                IncidentMode.LIVE,
                IncidentStatus.TRIAGE,
                Severity.SEV1,
                "chain-core",
                Visibility.OPEN,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                at(0),
                null);
    }

    /** @param thing which one it is about */
    private static IncidentEvent event(int kind, int thing, int minute) {
        var id = new UUID(1, thing);
        var at = at(minute);
        return switch (kind) {
            case 0 -> new IncidentActivated(ID, at, null);
            case 1 -> new IncidentDeclined(ID, at, "false alarm");
            case 2 -> new IncidentAcknowledged(ID, at, "seen");
            case 3 -> new IncidentMitigated(ID, at, null);
            case 4 -> new IncidentResolved(ID, thing == 0 ? null : at, null);
            case 5 -> new IncidentClosed(ID, at, null);
            case 6 -> new IncidentReopened(ID, at, "again", thing + 1);
            case 7 -> thing == 0 ? new IncidentMerged(ID, id, at, null) : new IncidentAbsorbed(ID, id);
            case 8 -> new SeverityChanged(ID, Severity.values()[thing], "so");
            case 9 ->
                new SeveritySuggested(
                        ID,
                        id,
                        new SuggestedSeverity("rule", "finding", "high", Severity.SEV2, null, null, "so", null));
            case 10 -> new SeveritySuggestionAccepted(ID, id);
            case 11 -> new SeveritySuggestionDismissed(ID, id, "no");
            case 12 ->
                new IncidentDetailsChanged(ID, thing == 0 ? null : "title " + thing, null, null, null, null, null);
            case 13 -> new MarkRecorded(ID, Mark.values()[minute], at, thing + 1);
            case 14 -> new MarkCorrected(ID, thing, at, "clock");
            case 15 -> new MarkRetracted(ID, thing, "wrong");
            case 16, 17 -> new TimelineEntryAdded(ID, new UUID(2, minute), facts("entry " + minute, at));
            case 18 -> new TimelineEntryCorrected(ID, new UUID(2, thing), facts("corrected", at), "clock");
            case 19 -> new TimelineEntryRetracted(ID, new UUID(2, thing), "wrong");
            case 20 ->
                new TimelineEntryDisputed(ID, new UUID(2, thing), new UUID(3, minute), "earlier", at, null, List.of());
            case 21 -> new TimelineDisputeSettled(ID, new UUID(2, thing), new UUID(3, minute), "it stands");
            case 22 -> minute < 5 ? new EvidenceRecorded(ID, id, evidence(at)) : new EvidenceRetracted(ID, id, "wrong");
            case 23 -> new ImpactRecorded(ID, id, impact(at, minute));
            case 24 ->
                minute < 5
                        ? new ImpactCorrected(ID, id, impact(at, minute), "more")
                        : new ImpactRetracted(ID, id, "none");
            case 25 -> new RoleAssigned(ID, IncidentRole.values()[thing], "person " + minute % 2, at);
            case 26 -> new RoleReleased(ID, IncidentRole.values()[thing], "person " + minute % 2, at);
            case 27 ->
                minute < 5
                        ? new IncidentLinked(ID, LinkRelation.values()[thing], new UUID(4, 0), null)
                        : new IncidentUnlinked(ID, LinkRelation.values()[thing], new UUID(4, 0), "no");
            case 28 -> new UnknownRaised(ID, id, "Why?", null, at);
            case 29 ->
                minute < 5
                        ? new UnknownAssigned(ID, id, "ana")
                        : new KnownRecorded(ID, new UUID(5, minute), "So", id, List.of(), at);
            case 30 -> new StatusUpdatePublished(ID, new UUID(6, minute), UpdateAudience.TEAM, "so", NOON, at);
            default -> new VisibilityChanged(ID, Visibility.values()[thing % 3], List.of("ana"), List.of(), "so");
        };
    }

    private static TimelineFacts facts(String text, OccurredAt at) {
        return new TimelineFacts(TimelineKind.OBSERVATION, text, at, null, List.of(), null);
    }

    private static EvidenceFacts evidence(OccurredAt at) {
        return new EvidenceFacts(
                EvidenceKind.LINK, "graph", at, null, null, "https://example.org", null, null, null, null);
    }

    private static ImpactFacts impact(OccurredAt at, int quantity) {
        return new ImpactFacts(ImpactKind.RPC, at, null, BigDecimal.valueOf(quantity), "calls", null, null);
    }

    private static OccurredAt at(int minute) {
        return OccurredAt.at(NOON.plusSeconds(minute * 60L));
    }
}
