package dev.hindsight.incident.overview;

import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentAcknowledged;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentDeclared;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentImported;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentMitigated;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentResolved;
import dev.hindsight.contracts.incident.IncidentEvent.MarkRecorded;
import dev.hindsight.contracts.incident.IncidentEvent.TimelineEntryAdded;
import dev.hindsight.contracts.incident.IncidentEvent.TimelineEntryCorrected;
import dev.hindsight.contracts.incident.IncidentEvent.VisibilityChanged;
import dev.hindsight.contracts.incident.IncidentStatus;
import dev.hindsight.contracts.incident.Mark;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.contracts.time.OccurredAt;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row while a batch of events changes it. */
@SuppressWarnings("NullAway.Init") // begun from a row or from the declaration
final class OverviewRow {

    private @Nullable IncidentOverview before;
    private IncidentStatus status;
    private Visibility visibility;
    private List<String> people;
    private List<String> teams;
    private @Nullable Instant impactStartedAt;
    private @Nullable Instant detectedAt;
    private @Nullable Instant mitigatedAt;
    private @Nullable Instant resolvedAt;
    private int timelineEntries;
    private long version;
    private long position;

    static OverviewRow of(IncidentOverview row) {
        var begun = new OverviewRow();
        begun.begin(row);
        return begun;
    }

    private void begin(IncidentOverview row) {
        before = row;
        status = row.status();
        visibility = row.visibility();
        people = row.people();
        teams = row.teams();
        impactStartedAt = row.impactStartedAt();
        detectedAt = row.detectedAt();
        mitigatedAt = row.mitigatedAt();
        resolvedAt = row.resolvedAt();
        timelineEntries = row.timelineEntries();
        version = row.version();
        position = row.position();
    }

    /** Takes an event over, unless the row already includes it. */
    void add(IncidentEvent event, long sequence, Instant recordedAt, long at) {
        if (sequence < version) {
            return;
        }
        switch (event) {
            case IncidentDeclared e -> begin(IncidentOverview.declared(e, recordedAt));
            case IncidentMitigated e -> {
                status = IncidentStatus.MITIGATED;
                mark(Mark.MITIGATED, e.occurredAt());
            }
            case IncidentResolved e -> {
                status = IncidentStatus.RESOLVED;
                mark(Mark.RESOLVED, e.occurredAt());
            }
            case MarkRecorded e -> mark(e.mark(), e.occurredAt());
            case TimelineEntryAdded _ -> timelineEntries++;
            case VisibilityChanged e -> {
                visibility = e.visibility();
                people = e.people();
                teams = e.teams();
            }
            case IncidentImported _, IncidentAcknowledged _, TimelineEntryCorrected _ -> {
                // the list shows nothing of these
            }
        }
        version = sequence + 1;
        position = at;
    }

    /** The first start and detection, the last mitigation and resolution: as durations are measured. */
    private void mark(Mark mark, @Nullable OccurredAt occurredAt) {
        if (occurredAt == null) {
            return;
        }
        var at = occurredAt.earliest();
        switch (mark) {
            case IMPACT_STARTED -> impactStartedAt = earlier(impactStartedAt, at);
            case DETECTED -> detectedAt = earlier(detectedAt, at);
            case MITIGATED -> mitigatedAt = later(mitigatedAt, at);
            case RESOLVED -> resolvedAt = later(resolvedAt, at);
            default -> {
                // the list shows no other mark
            }
        }
    }

    private static Instant earlier(@Nullable Instant known, Instant at) {
        return known == null || at.isBefore(known) ? at : known;
    }

    private static Instant later(@Nullable Instant known, Instant at) {
        return known == null || at.isAfter(known) ? at : known;
    }

    IncidentOverview row() {
        if (before == null) {
            throw new IllegalStateException("an incident begins with its declaration");
        }
        return new IncidentOverview(
                before.incidentId(),
                before.reference(),
                before.title(),
                before.summary(),
                before.severity(),
                status,
                before.mode(),
                before.team(),
                visibility,
                people,
                teams,
                before.systems(),
                before.chains(),
                impactStartedAt == null ? before.startedAt() : impactStartedAt,
                impactStartedAt,
                detectedAt,
                mitigatedAt,
                resolvedAt,
                timelineEntries,
                version,
                position);
    }
}
