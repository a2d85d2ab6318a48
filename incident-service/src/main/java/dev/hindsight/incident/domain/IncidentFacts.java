package dev.hindsight.incident.domain;

import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.contracts.incident.IncidentEvent.EvidenceRecorded;
import dev.hindsight.contracts.incident.IncidentEvent.EvidenceRetracted;
import dev.hindsight.contracts.incident.IncidentEvent.ImpactCorrected;
import dev.hindsight.contracts.incident.IncidentEvent.ImpactRecorded;
import dev.hindsight.contracts.incident.IncidentEvent.ImpactRetracted;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentAcknowledged;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentDeclared;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentDetailsChanged;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentLinked;
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
import dev.hindsight.contracts.incident.IncidentRole;
import dev.hindsight.contracts.incident.LinkRelation;
import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.contracts.incident.TimelineFacts;
import dev.hindsight.kit.problem.ProblemException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What of an incident's facts rules depend on: what there is, and what of it still counts. */
final class IncidentFacts {

    private final Set<Long> marks = new HashSet<>();
    private final Set<UUID> entries = new HashSet<>();
    private final Map<UUID, UUID> openDisputes = new HashMap<>(); // to their entries
    private final Set<UUID> evidence = new HashSet<>();
    private final Set<UUID> impacts = new HashSet<>();
    private final Set<UUID> retracted = new HashSet<>();
    private final Set<Long> retractedMarks = new HashSet<>();
    private final Map<IncidentRole, Set<String>> roles = new HashMap<>();
    private final Map<LinkRelation, Set<UUID>> links = new HashMap<>();
    private final Set<UUID> unknowns = new HashSet<>();
    private final Map<UUID, Severity> suggestions = new HashMap<>();
    private int episode = 1;
    private long events;

    /** Refuses a fact that does not fit those that are there. */
    void require(IncidentEvent fact) {
        switch (fact) {
            case MarkRecorded _, SeverityChanged _, IncidentDetailsChanged _, SeveritySuggested _ -> {
                // always possible
            }
            case MarkCorrected e -> requireMark(e.recordedIn());
            case MarkRetracted e -> requireMark(e.recordedIn());
            case TimelineEntryAdded e -> requireEvidence(e.facts());
            case TimelineEntryCorrected e -> {
                requireEntry(e.entryId());
                requireEvidence(e.facts());
            }
            case TimelineEntryRetracted e -> requireEntry(e.entryId());
            case TimelineEntryDisputed e -> {
                requireEntry(e.entryId());
                requireEvidence(e.evidence());
            }
            case TimelineDisputeSettled e ->
                require(e.entryId().equals(openDisputes.get(e.disputeId())), IncidentRule.UNKNOWN_DISPUTE);
            case EvidenceRecorded _, ImpactRecorded _, UnknownRaised _, StatusUpdatePublished _ -> {
                // always possible
            }
            case EvidenceRetracted e -> requireCounting(e.evidenceId(), evidence, IncidentRule.UNKNOWN_EVIDENCE);
            case ImpactCorrected e -> requireCounting(e.impactId(), impacts, IncidentRule.UNKNOWN_IMPACT);
            case ImpactRetracted e -> requireCounting(e.impactId(), impacts, IncidentRule.UNKNOWN_IMPACT);
            case RoleAssigned e -> require(!holders(e.role()).contains(e.person()), IncidentRule.ROLE_HELD_ALREADY);
            case RoleReleased e -> require(holders(e.role()).contains(e.person()), IncidentRule.ROLE_NOT_HELD);
            case IncidentLinked e -> {
                require(!e.otherId().equals(e.incidentId()), IncidentRule.OTHER_INCIDENT_NEEDED);
                require(!linked(e.relation()).contains(e.otherId()), IncidentRule.LINKED_ALREADY);
            }
            case IncidentUnlinked e -> require(linked(e.relation()).contains(e.otherId()), IncidentRule.NOT_LINKED);
            case UnknownAssigned e -> require(unknowns.contains(e.unknownId()), IncidentRule.UNKNOWN_NOT_OPEN);
            case KnownRecorded e -> {
                require(e.closes() == null || unknowns.contains(e.closes()), IncidentRule.UNKNOWN_NOT_OPEN);
                requireEvidence(e.evidence());
            }
            case SeveritySuggestionDismissed e ->
                require(suggestions.containsKey(e.suggestionId()), IncidentRule.SUGGESTION_NOT_OPEN);
            default -> throw new IllegalArgumentException(fact.getClass().getSimpleName() + " is more than a fact");
        }
    }

    /** What else has to be put on record with a fact, before it: nobody holds a role of one person any more. */
    List<IncidentEvent> broughtAlongBy(IncidentEvent fact) {
        if (!(fact instanceof RoleAssigned assigned) || assigned.role() == IncidentRole.SUBJECT_EXPERT) {
            return List.of();
        }
        return holders(assigned.role()).stream()
                .map(person -> (IncidentEvent)
                        new RoleReleased(assigned.incidentId(), assigned.role(), person, assigned.occurredAt()))
                .toList();
    }

    /** What an open suggestion suggests. */
    Severity suggested(UUID suggestionId) {
        return Optional.ofNullable(suggestions.get(suggestionId))
                .orElseThrow(() -> new ProblemException(IncidentRule.SUGGESTION_NOT_OPEN, null));
    }

    int nextEpisode() {
        return episode + 1;
    }

    /** Every event of the incident passes here once and in order, so that counting them gives their sequence numbers. */
    void on(IncidentEvent event) {
        long sequence = events++;
        switch (event) {
            case IncidentDeclared e -> markIf(e.occurredAt() != null, sequence);
            case IncidentResolved e -> markIf(e.occurredAt() != null, sequence);
            case IncidentAcknowledged _, IncidentMitigated _ -> marks.add(sequence);
            case IncidentReopened e -> episode = Math.max(episode, e.episode());
            case MarkRecorded e -> {
                marks.add(sequence);
                episode = Math.max(episode, e.episode());
            }
            case MarkRetracted e -> retractedMarks.add(e.recordedIn());
            case TimelineEntryAdded e -> entries.add(e.entryId());
            case TimelineEntryRetracted e -> retracted.add(e.entryId());
            case TimelineEntryDisputed e -> openDisputes.put(e.disputeId(), e.entryId());
            case TimelineDisputeSettled e -> openDisputes.remove(e.disputeId());
            case EvidenceRecorded e -> evidence.add(e.evidenceId());
            case EvidenceRetracted e -> retracted.add(e.evidenceId());
            case ImpactRecorded e -> impacts.add(e.impactId());
            case ImpactRetracted e -> retracted.add(e.impactId());
            case RoleAssigned e -> holders(e.role()).add(e.person());
            case RoleReleased e -> holders(e.role()).remove(e.person());
            case IncidentLinked e -> linked(e.relation()).add(e.otherId());
            case IncidentUnlinked e -> linked(e.relation()).remove(e.otherId());
            case UnknownRaised e -> unknowns.add(e.unknownId());
            case KnownRecorded e -> unknowns.remove(e.closes());
            case SeveritySuggested e ->
                suggestions.put(e.suggestionId(), e.suggestion().severity());
            case SeveritySuggestionAccepted e -> suggestions.remove(e.suggestionId());
            case SeveritySuggestionDismissed e -> suggestions.remove(e.suggestionId());
            default -> {
                // no rule about facts depends on it
            }
        }
    }

    private void markIf(boolean timed, long sequence) {
        if (timed) {
            marks.add(sequence);
        }
    }

    private Set<String> holders(IncidentRole role) {
        return roles.computeIfAbsent(role, _ -> new HashSet<>());
    }

    private Set<UUID> linked(LinkRelation relation) {
        return links.computeIfAbsent(relation, _ -> new HashSet<>());
    }

    private void requireMark(long recordedIn) {
        require(marks.contains(recordedIn), IncidentRule.UNKNOWN_MARK);
        require(!retractedMarks.contains(recordedIn), IncidentRule.RETRACTED_ALREADY);
    }

    private void requireEntry(UUID entry) {
        requireCounting(entry, entries, IncidentRule.UNKNOWN_TIMELINE_ENTRY);
    }

    private void requireCounting(UUID id, Set<UUID> there, IncidentRule otherwise) {
        require(there.contains(id), otherwise);
        require(!retracted.contains(id), IncidentRule.RETRACTED_ALREADY);
    }

    private void requireEvidence(TimelineFacts facts) {
        requireEvidence(facts.evidence());
    }

    private void requireEvidence(Collection<UUID> pieces) {
        pieces.forEach(piece -> requireCounting(piece, evidence, IncidentRule.UNKNOWN_EVIDENCE));
    }

    private static void require(boolean holds, IncidentRule rule) {
        if (!holds) {
            throw new ProblemException(rule, null);
        }
    }
}
