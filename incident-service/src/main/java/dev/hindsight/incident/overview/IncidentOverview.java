package dev.hindsight.incident.overview;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.hindsight.contracts.incident.Chain;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentDeclared;
import dev.hindsight.contracts.incident.IncidentMode;
import dev.hindsight.contracts.incident.IncidentStatus;
import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.contracts.incident.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the list of incidents.
 *
 * @param declaredAt the declaration, else the recording
 * @param startedAt start of the impact, else the declaration, else the recording
 * @param episodes how many there were, at least 1
 * @param marks as JSON: what the times were taken from
 * @param version how many events of the incident the row includes
 * @param position the log position of the last of them
 */
public record IncidentOverview(
        UUID incidentId,
        String reference,
        String title,
        @Nullable String summary,
        Severity severity,
        IncidentStatus status,
        IncidentMode mode,
        String team,
        Visibility visibility,
        @JsonIgnore List<String> people,
        @JsonIgnore List<String> teams,
        List<String> systems,
        List<String> chains,
        @JsonIgnore Instant declaredAt,
        Instant startedAt,
        @Nullable Instant impactStartedAt,
        @Nullable Instant detectedAt,
        @Nullable Instant mitigatedAt,
        @Nullable Instant resolvedAt,
        int episodes,
        @JsonIgnore String marks,
        int timelineEntries,
        long version,
        @JsonIgnore long position) {

    static IncidentOverview declared(IncidentDeclared e, Instant recordedAt) {
        var declaredAt = e.occurredAt() == null ? recordedAt : e.occurredAt().earliest();
        return new IncidentOverview(
                e.incidentId(),
                e.reference(),
                e.title(),
                e.summary(),
                e.severity(),
                e.status(),
                e.mode(),
                e.team(),
                e.visibility(),
                e.people(),
                e.teams(),
                e.systems(),
                e.chains().stream().map(Chain::name).toList(),
                declaredAt,
                declaredAt,
                null,
                null,
                null,
                null,
                1,
                "[]",
                0,
                0,
                0);
    }
}
