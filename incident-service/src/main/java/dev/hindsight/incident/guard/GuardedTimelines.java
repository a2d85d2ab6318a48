package dev.hindsight.incident.guard;

import dev.hindsight.contracts.incident.IncidentMode;
import dev.hindsight.folds.incident.IncidentState;
import dev.hindsight.folds.postmortem.PostMortemStatus;
import dev.hindsight.incident.history.IncidentHistories;
import dev.hindsight.incident.timeline.TimelineSelection;
import dev.hindsight.log.LogReader;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the timeline that a meeting reviews. While it is masked, every read of it goes through the state that the incidents
 * had at the moment of the mask: what was recorded later is in none of it, also not as a correction of something earlier.
 * An incident that was recorded after the fact had no state then; of it all is hidden that had not happened yet.
 */
@Singleton
public class GuardedTimelines {

    private static final Comparator<GuardedEntry> ORDER = Comparator.<GuardedEntry, Instant>comparing(
                    entry -> entry.entry().occurredAt().earliest())
            .thenComparing(GuardedEntry::incidentId)
            .thenComparing(entry -> entry.entry().sequence());

    private final IncidentHistories histories;
    private final LogReader log;
    private final Clock clock;

    GuardedTimelines(IncidentHistories histories, LogReader log, Clock clock) {
        this.histories = histories;
        this.log = log;
        this.clock = clock;
    }

    /** The last entry already seen. */
    public record After(Instant time, UUID incidentId, long sequence) {}

    /**
     * The entries that are wanted and not masked, by time, then by incident, then by the order of recording.
     *
     * @param moment the one under discussion; the mask's if the timeline is masked and none is named
     */
    public List<GuardedEntry> find(
            PostMortemStatus postMortem, TimelineSelection selection, @Nullable Instant moment, @Nullable After after) {
        var mask = postMortem.meeting().mask();
        var discussed = moment == null ? mask : moment;
        return postMortem.incidentIds().stream()
                .flatMap(id -> visible(id, mask))
                .flatMap(incident -> selection.of(incident.timeline(), null, Integer.MAX_VALUE).stream()
                        .map(entry ->
                                GuardedEntry.of(incident.incidentId(), entry, isAfterTheFact(incident), discussed)))
                .filter(entry -> mask == null || !entry.knownFrom().isAfter(mask))
                .sorted(ORDER)
                .filter(entry -> after == null || isAfter(entry, after))
                .toList();
    }

    private Stream<IncidentState> visible(UUID id, @Nullable Instant mask) {
        var now = histories.incident(id, OptionalLong.empty()).stream()
                .map(told -> told.state())
                .toList();
        if (mask == null || now.stream().allMatch(GuardedTimelines::isAfterTheFact)) {
            return now.stream();
        }
        return histories.incident(id, knownAt(mask)).stream().map(told -> told.state());
    }

    /** Of a moment to come, all that is known now is known. */
    private OptionalLong knownAt(Instant moment) {
        return moment.isAfter(clock.instant()) ? OptionalLong.empty() : OptionalLong.of(log.positionAt(moment));
    }

    private static boolean isAfterTheFact(IncidentState incident) {
        return incident.mode() == IncidentMode.RETROSPECTIVE;
    }

    private static boolean isAfter(GuardedEntry entry, After after) {
        var seen = Comparator.comparing(After::time)
                .thenComparing(After::incidentId)
                .thenComparing(After::sequence);
        return seen.compare(
                        new After(
                                entry.entry().occurredAt().earliest(),
                                entry.incidentId(),
                                entry.entry().sequence()),
                        after)
                > 0;
    }
}
