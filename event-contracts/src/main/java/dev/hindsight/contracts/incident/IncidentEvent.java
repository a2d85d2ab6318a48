package dev.hindsight.contracts.incident;

import dev.hindsight.contracts.EventType;
import dev.hindsight.contracts.time.OccurredAt;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can happen to an incident.
 *
 * <p>Names and fields are stored for ever: add optional fields, never rename or remove. People are opaque subject ids.
 */
public sealed interface IncidentEvent {

    /** Under this name the entries of incidents are stored. */
    String AGGREGATE_TYPE = "incident";

    UUID incidentId();

    /**
     * @param reference such as {@code INC-2026-0042}
     * @param status TRIAGE, or ACTIVE at once
     * @param people subject ids that may read it although they are in no named team
     * @param teams teams that may read it beside the owning one
     * @param occurredAt when it was declared; null where a record made afterwards does not say
     */
    @EventType("incident-declared")
    record IncidentDeclared(
            UUID incidentId,
            String reference,
            String title,
            @Nullable String summary,
            IncidentMode mode,
            IncidentStatus status,
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
            implements IncidentEvent {}

    /**
     * Where a record made elsewhere came from. What it says of causes and follow-up is in the post-mortem named here.
     *
     * @param recordId the id by which its source knows it, unique within the importing team
     * @param contentDigest SHA-256 of the record's canonical form, hexadecimal: tells the same record from a changed one
     * @param assessmentBasis how severity and category were arrived at
     * @param timeNotes what the source says about its clocks and zones
     */
    @EventType("incident-imported")
    record IncidentImported(
            UUID incidentId,
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
            List<CitedFigure> citedFigures)
            implements IncidentEvent {}

    @EventType("incident-acknowledged")
    record IncidentAcknowledged(
            UUID incidentId,
            OccurredAt occurredAt,
            @Nullable String note) implements IncidentEvent {}

    @EventType("incident-mitigated")
    record IncidentMitigated(
            UUID incidentId,
            OccurredAt occurredAt,
            @Nullable String note) implements IncidentEvent {}

    /** @param occurredAt null where a record made afterwards does not say */
    @EventType("incident-resolved")
    record IncidentResolved(
            UUID incidentId,
            @Nullable OccurredAt occurredAt,
            @Nullable String note) implements IncidentEvent {}

    /** @param episode counted from 1 */
    @EventType("mark-recorded")
    record MarkRecorded(UUID incidentId, Mark mark, OccurredAt occurredAt, int episode) implements IncidentEvent {}

    @EventType("timeline-entry-added")
    record TimelineEntryAdded(UUID incidentId, UUID entryId, TimelineFacts facts) implements IncidentEvent {}

    /** Replaces what an entry says; what it said before stays readable. */
    @EventType("timeline-entry-corrected")
    record TimelineEntryCorrected(UUID incidentId, UUID entryId, TimelineFacts facts, String reason)
            implements IncidentEvent {}

    @EventType("visibility-changed")
    record VisibilityChanged(
            UUID incidentId, Visibility visibility, List<String> people, List<String> teams, String reason)
            implements IncidentEvent {}
}
