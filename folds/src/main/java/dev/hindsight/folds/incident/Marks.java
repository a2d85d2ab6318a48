package dev.hindsight.folds.incident;

import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentAcknowledged;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentDeclared;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentMitigated;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentReopened;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentResolved;
import dev.hindsight.contracts.incident.IncidentEvent.MarkCorrected;
import dev.hindsight.contracts.incident.IncidentEvent.MarkRecorded;
import dev.hindsight.contracts.incident.IncidentEvent.MarkRetracted;
import dev.hindsight.contracts.incident.Mark;
import dev.hindsight.contracts.time.OccurredAt;
import dev.hindsight.folds.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gathers the marks of one incident; read models that keep marks begin from those they have. */
public final class Marks {

    private final List<MarkState> marks;
    private int episode;

    /** None yet. */
    public Marks() {
        this(List.of(), 1);
    }

    /** @param episode the one that is going on, or was the last, counted from 1 */
    public Marks(List<MarkState> marks, int episode) {
        this.marks = new ArrayList<>(marks);
        this.episode = episode;
    }

    /** Takes an event over; most kinds say nothing of marks. */
    public void add(Recorded<? extends IncidentEvent> recorded) {
        switch (recorded.event()) {
            case IncidentDeclared e -> mark(Mark.DECLARED, e.occurredAt(), episode, recorded);
            case IncidentAcknowledged e -> mark(Mark.ACKNOWLEDGED, e.occurredAt(), episode, recorded);
            case IncidentMitigated e -> mark(Mark.MITIGATED, e.occurredAt(), episode, recorded);
            case IncidentResolved e -> mark(Mark.RESOLVED, e.occurredAt(), episode, recorded);
            case IncidentReopened e -> episode = Math.max(episode, e.episode());
            case MarkRecorded e -> {
                episode = Math.max(episode, e.episode());
                mark(e.mark(), e.occurredAt(), e.episode(), recorded);
            }
            case MarkCorrected e ->
                marks.replaceAll(mark -> mark.sequence() == e.recordedIn()
                        ? mark.corrected(e.occurredAt(), e.reason(), recorded)
                        : mark);
            case MarkRetracted e ->
                marks.replaceAll(
                        mark -> mark.sequence() == e.recordedIn() ? mark.retracted(e.reason(), recorded) : mark);
            default -> {
                // no marks in it
            }
        }
    }

    /** In the order in which they were recorded, those that no longer count among them. */
    public List<MarkState> all() {
        return List.copyOf(marks);
    }

    /** When the mark was first reached, by the earliest time that its statement allows. */
    public Optional<Instant> first(Mark mark) {
        return times(mark).min(Comparator.naturalOrder());
    }

    /** When the mark was last reached, by the earliest time that its statement allows. */
    public Optional<Instant> last(Mark mark) {
        return times(mark).max(Comparator.naturalOrder());
    }

    private Stream<Instant> times(Mark mark) {
        return marks.stream()
                .filter(state -> state.mark() == mark && state.counts())
                .map(state -> state.occurredAt().earliest());
    }

    /** The episode that is going on, or was the last, counted from 1. */
    public int episode() {
        return episode;
    }

    private void mark(Mark mark, @Nullable OccurredAt at, int in, Recorded<?> by) {
        if (at != null) {
            marks.add(MarkState.recorded(mark, at, in, by));
        }
    }
}
