package dev.hindsight.incident.domain;

import dev.hindsight.contracts.incident.Chain;
import dev.hindsight.contracts.incident.CitedFigure;
import dev.hindsight.contracts.incident.DetectionSource;
import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.contracts.incident.IncidentMode;
import dev.hindsight.contracts.incident.Mark;
import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.contracts.incident.TimelineFacts;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.contracts.time.OccurredAt;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What people may ask of an incident. The caller supplies ids and times, so handling is repeatable. */
public sealed interface IncidentCommand {

    /**
     * @param triage begins in TRIAGE instead of ACTIVE
     * @param occurredAt when it was declared; null where a record made afterwards does not say
     */
    record DeclareIncident(
            @TargetAggregateIdentifier UUID incidentId,
            String reference,
            String title,
            @Nullable String summary,
            IncidentMode mode,
            boolean triage,
            Severity severity,
            String team,
            Visibility visibility,
            List<String> people,
            List<String> teams,
            List<String> systems,
            List<Chain> chains,
            @Nullable DetectionSource detectionSource,
            @Nullable OccurredAt occurredAt,
            @Nullable String note)
            implements IncidentCommand {}

    /** A whole record of an outage that was over before it came here. */
    record ImportIncident(
            @TargetAggregateIdentifier UUID incidentId,
            String reference,
            String team,
            String title,
            @Nullable String summary,
            Severity severity,
            List<Chain> chains,
            Provenance provenance,
            List<ImportedMark> marks,
            @Nullable OccurredAt mitigatedAt,
            @Nullable OccurredAt resolvedAt,
            List<ImportedEntry> timeline)
            implements IncidentCommand {}

    /**
     * Takes a step in the life of an incident; merging is a command of its own.
     *
     * @param words the note, or the reason where the step needs one
     */
    record TakeStep(
            @TargetAggregateIdentifier UUID incidentId,
            IncidentTransition step,
            OccurredAt occurredAt,
            @Nullable String words)
            implements IncidentCommand {}

    /** The incident turned out to be a part of the target, which has to absorb it in the same transaction. */
    record MergeIncident(
            @TargetAggregateIdentifier UUID incidentId,
            UUID targetId,
            OccurredAt occurredAt,
            @Nullable String note) implements IncidentCommand {}

    record AbsorbIncident(@TargetAggregateIdentifier UUID incidentId, UUID absorbedId) implements IncidentCommand {}

    /** Puts something on record that changes no state: a mark, an entry, an impact, a correction and the like. */
    record RecordFact(IncidentEvent fact) implements IncidentCommand {

        @TargetAggregateIdentifier
        public UUID incidentId() {
            return fact.incidentId();
        }
    }

    record AcceptSeveritySuggestion(
            @TargetAggregateIdentifier UUID incidentId, UUID suggestionId) implements IncidentCommand {}

    record ChangeVisibility(
            @TargetAggregateIdentifier UUID incidentId,
            Visibility visibility,
            List<String> people,
            List<String> teams,
            String reason)
            implements IncidentCommand {}

    /** Where an imported record came from; see the event of the same content. */
    record Provenance(
            String recordId,
            String contentDigest,
            UUID postMortemId,
            @Nullable String sourceReference,
            @Nullable String sourceUrl,
            @Nullable String sourceLicence,
            @Nullable String sourceCoverage,
            @Nullable String organisation,
            @Nullable String category,
            @Nullable String assessmentBasis,
            List<String> timeNotes,
            List<CitedFigure> citedFigures) {}

    record ImportedMark(Mark mark, OccurredAt occurredAt, int episode) {}

    record ImportedEntry(UUID entryId, TimelineFacts facts) {}
}
