package dev.hindsight.reporting.facts;

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
import dev.hindsight.folds.incident.MarkState;
import dev.hindsight.folds.incident.MeasuredDuration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row while a batch of events changes it. What is measured is measured by the fold, so that no figure differs. */
@SuppressWarnings("NullAway.Init") // begun from a row or from the declaration
final class IncidentFactRow {

    private @Nullable IncidentFact before;
    private IncidentStatus status;
    private Visibility visibility;
    private List<String> people;
    private List<String> teams;
    private List<MarkState> marks;
    private int episode = 1;
    private long version;
    private long position;

    static IncidentFactRow of(IncidentFact row) {
        var begun = new IncidentFactRow();
        begun.begin(row);
        return begun;
    }

    private void begin(IncidentFact row) {
        before = row;
        status = row.status();
        visibility = row.visibility();
        people = row.people();
        teams = row.teams();
        marks = new ArrayList<>(FactJson.marks(row.marks()));
        episode = marks.stream().mapToInt(MarkState::episode).max().orElse(1);
        version = row.version();
        position = row.position();
    }

    /** Takes an event over, unless the row already includes it. */
    void add(IncidentEvent event, long sequence, Instant recordedAt, long at) {
        if (sequence < version) {
            return;
        }
        switch (event) {
            case IncidentDeclared e -> {
                begin(declared(e, recordedAt));
                mark(Mark.DECLARED, e.occurredAt(), recordedAt);
            }
            case IncidentAcknowledged e -> mark(Mark.ACKNOWLEDGED, e.occurredAt(), recordedAt);
            case IncidentMitigated e -> {
                status = IncidentStatus.MITIGATED;
                mark(Mark.MITIGATED, e.occurredAt(), recordedAt);
            }
            case IncidentResolved e -> {
                status = IncidentStatus.RESOLVED;
                mark(Mark.RESOLVED, e.occurredAt(), recordedAt);
            }
            case MarkRecorded e -> {
                episode = Math.max(episode, e.episode());
                marks.add(new MarkState(e.mark(), e.occurredAt(), e.episode(), recordedAt, null));
            }
            case VisibilityChanged e -> {
                visibility = e.visibility();
                people = e.people();
                teams = e.teams();
            }
            case IncidentImported _, TimelineEntryAdded _, TimelineEntryCorrected _ -> {
                // no figure depends on these
            }
        }
        version = sequence + 1;
        position = at;
    }

    private void mark(Mark mark, @Nullable OccurredAt at, Instant recordedAt) {
        if (at != null) {
            marks.add(new MarkState(mark, at, episode, recordedAt, null));
        }
    }

    private static IncidentFact declared(IncidentDeclared e, Instant recordedAt) {
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
                "[]",
                0,
                0);
    }

    IncidentFact row() {
        if (before == null) {
            throw new IllegalStateException("an incident begins with its declaration");
        }
        var impactStartedAt = marks.stream()
                .filter(mark -> mark.mark() == Mark.IMPACT_STARTED)
                .map(mark -> mark.occurredAt().earliest())
                .min(Comparator.naturalOrder());
        return new IncidentFact(
                before.incidentId(),
                before.reference(),
                before.title(),
                before.severity(),
                before.mode(),
                status,
                before.team(),
                visibility,
                people,
                teams,
                before.declaredAt(),
                impactStartedAt.orElse(before.declaredAt()),
                FactJson.of(marks),
                FactJson.of(MeasuredDuration.allOf(marks, status)),
                version,
                position);
    }
}
