package dev.hindsight.incident.overview;

import dev.hindsight.contracts.incident.Chain;
import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentDeclared;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentDetailsChanged;
import dev.hindsight.contracts.incident.IncidentEvent.SeverityChanged;
import dev.hindsight.contracts.incident.IncidentEvent.TimelineEntryAdded;
import dev.hindsight.contracts.incident.IncidentEvent.VisibilityChanged;
import dev.hindsight.contracts.incident.IncidentStatus;
import dev.hindsight.contracts.incident.Mark;
import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.folds.Recorded;
import dev.hindsight.folds.incident.Lifecycle;
import dev.hindsight.folds.incident.Marks;
import dev.hindsight.logkit.StoredMarks;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row while a batch of events changes it. */
@SuppressWarnings("NullAway.Init") // begun from a row or from the declaration
final class OverviewRow {

    private @Nullable IncidentOverview before;
    private String title;
    private @Nullable String summary;
    private Severity severity;
    private IncidentStatus status;
    private String team;
    private Visibility visibility;
    private List<String> people;
    private List<String> teams;
    private List<String> systems;
    private List<String> chains;
    private Marks marks;
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
        title = row.title();
        summary = row.summary();
        severity = row.severity();
        status = row.status();
        team = row.team();
        visibility = row.visibility();
        people = row.people();
        teams = row.teams();
        systems = row.systems();
        chains = row.chains();
        marks = StoredMarks.read(row.marks(), row.episodes());
        timelineEntries = row.timelineEntries();
        version = row.version();
        position = row.position();
    }

    /** Takes an event over, unless the row already includes it. */
    void add(IncidentEvent event, long sequence, Instant recordedAt, long at) {
        if (sequence < version) {
            return;
        }
        if (event instanceof IncidentDeclared declared) {
            begin(IncidentOverview.declared(declared, recordedAt));
        }
        marks.add(new Recorded<>(event, sequence, recordedAt, null));
        status = Lifecycle.after(event, status);
        switch (event) {
            case SeverityChanged e -> severity = e.severity();
            case IncidentDetailsChanged e -> change(e);
            case TimelineEntryAdded _ -> timelineEntries++;
            case VisibilityChanged e -> {
                visibility = e.visibility();
                people = e.people();
                teams = e.teams();
            }
            default -> {
                // the list shows nothing of it, or its mark is gathered above
            }
        }
        version = sequence + 1;
        position = at;
    }

    private void change(IncidentDetailsChanged e) {
        title = e.title() == null ? title : e.title();
        summary = e.summary() == null ? summary : e.summary();
        team = e.team() == null ? team : e.team();
        systems = e.systems() == null ? systems : e.systems();
        chains = e.chains() == null
                ? chains
                : e.chains().stream().map(Chain::name).toList();
    }

    /** The first start and detection, the last mitigation and resolution: as durations are measured. */
    IncidentOverview row() {
        if (before == null) {
            throw new IllegalStateException("an incident begins with its declaration");
        }
        var impactStartedAt = marks.first(Mark.IMPACT_STARTED);
        return new IncidentOverview(
                before.incidentId(),
                before.reference(),
                title,
                summary,
                severity,
                status,
                before.mode(),
                team,
                visibility,
                people,
                teams,
                systems,
                chains,
                before.declaredAt(),
                impactStartedAt.orElse(before.declaredAt()),
                impactStartedAt.orElse(null),
                marks.first(Mark.DETECTED).orElse(null),
                marks.last(Mark.MITIGATED).orElse(null),
                marks.last(Mark.RESOLVED).orElse(null),
                marks.episode(),
                StoredMarks.write(marks),
                timelineEntries,
                version,
                position);
    }
}
