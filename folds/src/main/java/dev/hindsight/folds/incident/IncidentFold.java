package dev.hindsight.folds.incident;

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
import dev.hindsight.folds.Recorded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gathers the events of one incident, oldest first, into its state. Each event costs the same, however long the history. */
@SuppressWarnings("NullAway.Init") // filled by the declaration, before which there is no state
public final class IncidentFold {

    private static final Comparator<TimelineEntry> BY_TIME =
            Comparator.comparing(entry -> entry.occurredAt().earliest());

    private final List<MarkState> marks = new ArrayList<>();
    private final Map<UUID, TimelineEntry> timeline = new LinkedHashMap<>();
    private @Nullable Recorded<?> first;
    private IncidentDeclared declared;
    private IncidentStatus status;
    private Visibility visibility;
    private List<String> people;
    private List<String> teams;
    private @Nullable IncidentImported imported;
    private int episode = 1;
    private long version;

    /** The state after all of these events, or nothing if there are none. */
    public static Optional<IncidentState> of(Iterable<? extends Recorded<? extends IncidentEvent>> history) {
        var fold = new IncidentFold();
        history.forEach(fold::add);
        return fold.state();
    }

    public void add(Recorded<? extends IncidentEvent> recorded) {
        switch (recorded.event()) {
            case IncidentDeclared e -> {
                first = recorded;
                declared = e;
                status = e.status();
                visibility = e.visibility();
                people = e.people();
                teams = e.teams();
                mark(Mark.DECLARED, e.occurredAt(), recorded);
            }
            case IncidentImported e -> imported = e;
            case IncidentAcknowledged e -> mark(Mark.ACKNOWLEDGED, e.occurredAt(), recorded);
            case IncidentMitigated e -> {
                status = IncidentStatus.MITIGATED;
                mark(Mark.MITIGATED, e.occurredAt(), recorded);
            }
            case IncidentResolved e -> {
                status = IncidentStatus.RESOLVED;
                mark(Mark.RESOLVED, e.occurredAt(), recorded);
            }
            case MarkRecorded e -> {
                episode = Math.max(episode, e.episode());
                marks.add(new MarkState(
                        e.mark(), e.occurredAt(), e.episode(), recorded.recordedAt(), recorded.recordedBy()));
            }
            case TimelineEntryAdded e ->
                timeline.put(e.entryId(), TimelineEntry.added(e.entryId(), e.facts(), recorded));
            case TimelineEntryCorrected e ->
                timeline.computeIfPresent(e.entryId(), (_, entry) -> entry.corrected(e.facts(), e.reason(), recorded));
            case VisibilityChanged e -> {
                visibility = e.visibility();
                people = e.people();
                teams = e.teams();
            }
        }
        version = recorded.sequence() + 1;
    }

    public Optional<IncidentState> state() {
        if (first == null) {
            return Optional.empty();
        }
        return Optional.of(new IncidentState(
                declared.incidentId(),
                declared.reference(),
                declared.title(),
                declared.summary(),
                declared.mode(),
                declared.severity(),
                status,
                declared.team(),
                visibility,
                people,
                teams,
                declared.systems(),
                declared.chains(),
                declared.detectionSource(),
                List.copyOf(marks),
                MeasuredDuration.allOf(marks, status),
                timeline.values().stream().sorted(BY_TIME).toList(),
                imported,
                first.recordedAt(),
                first.recordedBy(),
                version));
    }

    private void mark(Mark mark, @Nullable OccurredAt at, Recorded<?> recorded) {
        if (at != null) {
            marks.add(new MarkState(mark, at, episode, recorded.recordedAt(), recorded.recordedBy()));
        }
    }
}
