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
 * @param timeline ordered by when things happened, then by when they were recorded
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
        List<MarkState> marks,
        List<MeasuredDuration> durations,
        List<TimelineEntry> timeline,
        @Nullable IncidentImported imported,
        Instant recordedAt,
        @Nullable String declaredBy,
        long version) {}
