package dev.hindsight.reporting.facts;

import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentDeclared;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentDetailsChanged;
import dev.hindsight.contracts.incident.IncidentEvent.SeverityChanged;
import dev.hindsight.contracts.incident.IncidentEvent.VisibilityChanged;
import dev.hindsight.contracts.incident.IncidentStatus;
import dev.hindsight.contracts.incident.Mark;
import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.folds.Recorded;
import dev.hindsight.folds.incident.Lifecycle;
import dev.hindsight.folds.incident.Marks;
import dev.hindsight.folds.incident.MeasuredDuration;
import dev.hindsight.logkit.StoredMarks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row while a batch of events changes it. What is measured is measured by the fold, so that no figure differs. */
@SuppressWarnings("NullAway.Init") // begun from a row or from the declaration
final class IncidentFactRow {

    private @Nullable IncidentFact before;
    private String title;
    private Severity severity;
    private IncidentStatus status;
    private String team;
    private Visibility visibility;
    private List<String> people;
    private List<String> teams;
    private Marks marks;
    private long version;
    private long position;

    static IncidentFactRow of(IncidentFact row) {
        var begun = new IncidentFactRow();
        begun.begin(row);
        return begun;
    }

    /** The incident as it stood at a position, from all that was recorded of it by then; empty if that is nothing. */
    static Optional<IncidentFact> at(long position, List<Recorded<IncidentEvent>> history) {
        if (history.isEmpty()) {
            return Optional.empty();
        }
        var row = new IncidentFactRow();
        history.forEach(each -> row.add(each.event(), each.sequence(), each.recordedAt(), position));
        return Optional.of(row.row());
    }

    private void begin(IncidentFact row) {
        before = row;
        title = row.title();
        severity = row.severity();
        status = row.status();
        team = row.team();
        visibility = row.visibility();
        people = row.people();
        teams = row.teams();
        marks = StoredMarks.read(row.marks(), row.episode());
        version = row.version();
        position = row.position();
    }

    /** Takes an event over, unless the row already includes it. */
    void add(IncidentEvent event, long sequence, Instant recordedAt, long at) {
        if (sequence < version) {
            return;
        }
        if (event instanceof IncidentDeclared declared) {
            begin(declared(declared, recordedAt, at));
        }
        marks.add(new Recorded<>(event, sequence, recordedAt, null));
        status = Lifecycle.after(event, status);
        switch (event) {
            case SeverityChanged e -> severity = e.severity();
            case IncidentDetailsChanged e -> {
                title = e.title() == null ? title : e.title();
                team = e.team() == null ? team : e.team();
            }
            case VisibilityChanged e -> {
                visibility = e.visibility();
                people = e.people();
                teams = e.teams();
            }
            default -> {
                // no figure depends on it, or its mark is gathered above
            }
        }
        version = sequence + 1;
        position = at;
    }

    private static IncidentFact declared(IncidentDeclared e, Instant recordedAt, long at) {
        var declaredAt = e.occurredAt() == null ? recordedAt : e.occurredAt().earliest();
        return new IncidentFact(
                e.incidentId(),
                e.reference(),
                e.title(),
                e.severity(),
                e.mode(),
                e.status(),
                e.team(),
                e.visibility(),
                e.people(),
                e.teams(),
                declaredAt,
                declaredAt,
                "[]",
                1,
                "[]",
                0,
                at,
                at);
    }

    IncidentFact row() {
        if (before == null) {
            throw new IllegalStateException("an incident begins with its declaration");
        }
        return new IncidentFact(
                before.incidentId(),
                before.reference(),
                title,
                severity,
                before.mode(),
                status,
                team,
                visibility,
                people,
                teams,
                before.declaredAt(),
                marks.first(Mark.IMPACT_STARTED).orElse(before.declaredAt()),
                StoredMarks.write(marks),
                marks.episode(),
                FactJson.of(MeasuredDuration.allOf(marks, status)),
                version,
                before.firstPosition(),
                position);
    }
}
