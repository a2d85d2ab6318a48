package dev.hindsight.incident.domain;

import dev.hindsight.contracts.incident.Chain;
import dev.hindsight.contracts.incident.CitedFigure;
import dev.hindsight.contracts.incident.DetectionSource;
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

    /** @param triage begins in TRIAGE instead of ACTIVE */
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
            OccurredAt occurredAt,
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

    record AcknowledgeIncident(
            @TargetAggregateIdentifier UUID incidentId,
            OccurredAt occurredAt,
            @Nullable String note) implements IncidentCommand {}

    record MitigateIncident(
            @TargetAggregateIdentifier UUID incidentId,
            OccurredAt occurredAt,
            @Nullable String note) implements IncidentCommand {}

    record ResolveIncident(
            @TargetAggregateIdentifier UUID incidentId,
            OccurredAt occurredAt,
            @Nullable String note) implements IncidentCommand {}

    record RecordMark(@TargetAggregateIdentifier UUID incidentId, Mark mark, OccurredAt occurredAt, int episode)
            implements IncidentCommand {}

    record AddTimelineEntry(@TargetAggregateIdentifier UUID incidentId, UUID entryId, TimelineFacts facts)
            implements IncidentCommand {}

    record CorrectTimelineEntry(
            @TargetAggregateIdentifier UUID incidentId, UUID entryId, TimelineFacts facts, String reason)
            implements IncidentCommand {}

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
