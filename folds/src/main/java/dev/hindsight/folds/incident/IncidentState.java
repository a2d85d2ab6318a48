package dev.hindsight.folds.incident;

import dev.hindsight.contracts.incident.Chain;
import dev.hindsight.contracts.incident.DetectionSource;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentImported;
import dev.hindsight.contracts.incident.IncidentMode;
import dev.hindsight.contracts.incident.IncidentStatus;
import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.contracts.incident.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One incident as it stood after some number of its events.
 *
 * @param steps in the order in which they were recorded
 * @param mergedInto the incident that it turned out to be a part of; null if none
 * @param absorbed the incidents that turned out to be parts of this one
 * @param episodes how many there were, at least 1
 * @param timeline ordered by when things happened, then by when they were recorded
 * @param nextUpdateDue when the next status update was last promised; null if none is
 * @param recordedAt when the record began
 * @param declaredBy subject id
 * @param version how many of its events this state includes
 */
public record IncidentState(
        UUID incidentId,
        String reference,
        String title,
        @Nullable String summary,
        IncidentMode mode,
        Severity severity,
        IncidentStatus status,
        String team,
        Visibility visibility,
        List<String> people,
        List<String> teams,
        List<String> systems,
        List<Chain> chains,
        @Nullable DetectionSource detectionSource,
        List<IncidentStep> steps,
        @Nullable UUID mergedInto,
        List<UUID> absorbed,
        int episodes,
        List<SeverityChange> severityChanges,
        List<SeveritySuggestion> severitySuggestions,
        List<MarkState> marks,
        List<MeasuredDuration> durations,
        List<ImpactState> impacts,
        List<RoleState> roles,
        List<TimelineEntry> timeline,
        List<EvidenceState> evidence,
        List<LinkState> links,
        RegisterState register,
        List<StatusUpdate> statusUpdates,
        @Nullable Instant nextUpdateDue,
        @Nullable IncidentImported imported,
        Instant recordedAt,
        @Nullable String declaredBy,
        long version) {}
