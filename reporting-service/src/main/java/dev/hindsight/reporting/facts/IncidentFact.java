package dev.hindsight.reporting.facts;

import dev.hindsight.contracts.incident.IncidentMode;
import dev.hindsight.contracts.incident.IncidentStatus;
import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.contracts.time.OccurredAt;
import dev.hindsight.folds.incident.DurationName;
import dev.hindsight.folds.incident.MeasuredDuration;
import dev.hindsight.logkit.StoredMarks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What figures over many incidents need of one.
 *
 * @param declaredAt the declaration, else the recording
 * @param startedAt start of the impact, else the declaration, else the recording
 * @param marks as JSON: what the durations were measured from
 * @param episode the last one, counted from 1
 * @param durations as JSON: what was measured
 * @param version how many events of the incident the row includes
 * @param firstPosition the log position of the first of them
 * @param position the log position of the last of them
 */
public record IncidentFact(
        UUID incidentId,
        String reference,
        String title,
        Severity severity,
        IncidentMode mode,
        IncidentStatus status,
        String team,
        Visibility visibility,
        List<String> people,
        List<String> teams,
        Instant declaredAt,
        Instant startedAt,
        String marks,
        int episode,
        String durations,
        long version,
        long firstPosition,
        long position) {

    public List<MeasuredDuration> measured() {
        return FactJson.durations(durations);
    }

    /** The start of what goes on, as its end lies ahead; empty where it has ended, or nothing can be said. */
    public Optional<OccurredAt> goesOnSince(DurationName name) {
        return isOpen()
                ? MeasuredDuration.goesOnSince(name, StoredMarks.read(marks, episode), status)
                : Optional.empty();
    }

    /** Whether people still work on it. */
    public boolean isOpen() {
        return status == IncidentStatus.TRIAGE || status == IncidentStatus.ACTIVE || status == IncidentStatus.MITIGATED;
    }
}
