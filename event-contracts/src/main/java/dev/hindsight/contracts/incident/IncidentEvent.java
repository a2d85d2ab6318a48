package dev.hindsight.contracts.incident;

import dev.hindsight.contracts.EventType;
import dev.hindsight.contracts.time.OccurredAt;
import java.time.Instant;
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

    /** What was looked at in TRIAGE is an incident. */
    @EventType("incident-activated")
    record IncidentActivated(
            UUID incidentId,
            OccurredAt occurredAt,
            @Nullable String note) implements IncidentEvent {}

    /** What was looked at in TRIAGE is no incident. */
    @EventType("incident-declined")
    record IncidentDeclined(UUID incidentId, OccurredAt occurredAt, String reason) implements IncidentEvent {}

    /** It goes on, or began again. @param episode the one that begins with this, counted from 1 */
    @EventType("incident-reopened")
    record IncidentReopened(UUID incidentId, OccurredAt occurredAt, String reason, int episode)
            implements IncidentEvent {}

    @EventType("incident-closed")
    record IncidentClosed(
            UUID incidentId,
            OccurredAt occurredAt,
            @Nullable String note) implements IncidentEvent {}

    /** Later facts go to the target. @param targetId the incident that this one turned out to be a part of */
    @EventType("incident-merged")
    record IncidentMerged(
            UUID incidentId,
            UUID targetId,
            OccurredAt occurredAt,
            @Nullable String note) implements IncidentEvent {}

    /** The other end of a merge. */
    @EventType("incident-absorbed")
    record IncidentAbsorbed(UUID incidentId, UUID absorbedId) implements IncidentEvent {}

    @EventType("severity-changed")
    record SeverityChanged(UUID incidentId, Severity severity, String reason) implements IncidentEvent {}

    /** What a rule found in recorded facts. It changes nothing until a person accepts it. */
    @EventType("severity-suggested")
    record SeveritySuggested(UUID incidentId, UUID suggestionId, SuggestedSeverity suggestion)
            implements IncidentEvent {}

    @EventType("severity-suggestion-accepted")
    record SeveritySuggestionAccepted(UUID incidentId, UUID suggestionId) implements IncidentEvent {}

    @EventType("severity-suggestion-dismissed")
    record SeveritySuggestionDismissed(UUID incidentId, UUID suggestionId, String reason) implements IncidentEvent {}

    /** What is null stays as it was. */
    @EventType("incident-details-changed")
    record IncidentDetailsChanged(
            UUID incidentId,
            @Nullable String title,
            @Nullable String summary,
            @Nullable String team,
            @Nullable List<String> systems,
            @Nullable List<Chain> chains,
            @Nullable DetectionSource detectionSource)
            implements IncidentEvent {}

    /** @param episode counted from 1 */
    @EventType("mark-recorded")
    record MarkRecorded(UUID incidentId, Mark mark, OccurredAt occurredAt, int episode) implements IncidentEvent {}

    /** @param recordedIn the sequence number of the event that recorded the mark, whichever kind of event that was */
    @EventType("mark-corrected")
    record MarkCorrected(UUID incidentId, long recordedIn, OccurredAt occurredAt, String reason)
            implements IncidentEvent {}

    /** The mark no longer counts. @param recordedIn the sequence number of the event that recorded it */
    @EventType("mark-retracted")
    record MarkRetracted(UUID incidentId, long recordedIn, String reason) implements IncidentEvent {}

    @EventType("timeline-entry-added")
    record TimelineEntryAdded(UUID incidentId, UUID entryId, TimelineFacts facts) implements IncidentEvent {}

    /** Replaces what an entry says; what it said before stays readable. */
    @EventType("timeline-entry-corrected")
    record TimelineEntryCorrected(UUID incidentId, UUID entryId, TimelineFacts facts, String reason)
            implements IncidentEvent {}

    /** The entry no longer counts; what it said stays readable. */
    @EventType("timeline-entry-retracted")
    record TimelineEntryRetracted(UUID incidentId, UUID entryId, String reason) implements IncidentEvent {}

    /** Somebody reads the same moment otherwise. Both readings stay, side by side. */
    @EventType("timeline-entry-disputed")
    record TimelineEntryDisputed(
            UUID incidentId,
            UUID entryId,
            UUID disputeId,
            String otherReading,
            @Nullable OccurredAt occurredAt,
            @Nullable String source,
            List<UUID> evidence)
            implements IncidentEvent {}

    @EventType("timeline-dispute-settled")
    record TimelineDisputeSettled(UUID incidentId, UUID entryId, UUID disputeId, String outcome)
            implements IncidentEvent {}

    @EventType("evidence-recorded")
    record EvidenceRecorded(UUID incidentId, UUID evidenceId, EvidenceFacts facts) implements IncidentEvent {}

    /** It no longer counts as evidence; what was recorded stays readable. */
    @EventType("evidence-retracted")
    record EvidenceRetracted(UUID incidentId, UUID evidenceId, String reason) implements IncidentEvent {}

    @EventType("impact-recorded")
    record ImpactRecorded(UUID incidentId, UUID impactId, ImpactFacts facts) implements IncidentEvent {}

    /** Replaces what was said of an impact; what was said before stays readable. */
    @EventType("impact-corrected")
    record ImpactCorrected(UUID incidentId, UUID impactId, ImpactFacts facts, String reason) implements IncidentEvent {}

    @EventType("impact-retracted")
    record ImpactRetracted(UUID incidentId, UUID impactId, String reason) implements IncidentEvent {}

    /** @param person subject id */
    @EventType("role-assigned")
    record RoleAssigned(UUID incidentId, IncidentRole role, String person, OccurredAt occurredAt)
            implements IncidentEvent {}

    /** @param person subject id */
    @EventType("role-released")
    record RoleReleased(UUID incidentId, IncidentRole role, String person, OccurredAt occurredAt)
            implements IncidentEvent {}

    @EventType("incident-linked")
    record IncidentLinked(
            UUID incidentId,
            LinkRelation relation,
            UUID otherId,
            @Nullable String note) implements IncidentEvent {}

    @EventType("incident-unlinked")
    record IncidentUnlinked(UUID incidentId, LinkRelation relation, UUID otherId, String reason)
            implements IncidentEvent {}

    /** @param investigator subject id of who is finding out; null while nobody is */
    @EventType("unknown-raised")
    record UnknownRaised(
            UUID incidentId,
            UUID unknownId,
            String question,
            @Nullable String investigator,
            OccurredAt occurredAt) implements IncidentEvent {}

    /** @param investigator subject id */
    @EventType("unknown-assigned")
    record UnknownAssigned(UUID incidentId, UUID unknownId, String investigator) implements IncidentEvent {}

    /** @param closes the unknown that is none any more by this; null if it answers none */
    @EventType("known-recorded")
    record KnownRecorded(
            UUID incidentId,
            UUID knownId,
            String statement,
            @Nullable UUID closes,
            List<UUID> evidence,
            OccurredAt occurredAt)
            implements IncidentEvent {}

    /** @param nextDue when the next one is due; null if none is promised */
    @EventType("status-update-published")
    record StatusUpdatePublished(
            UUID incidentId,
            UUID updateId,
            UpdateAudience audience,
            String text,
            @Nullable Instant nextDue,
            OccurredAt occurredAt)
            implements IncidentEvent {}

    @EventType("visibility-changed")
    record VisibilityChanged(
            UUID incidentId, Visibility visibility, List<String> people, List<String> teams, String reason)
            implements IncidentEvent {}
}
