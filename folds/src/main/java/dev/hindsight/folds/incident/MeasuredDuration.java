package dev.hindsight.folds.incident;

import dev.hindsight.contracts.incident.IncidentStatus;
import dev.hindsight.contracts.incident.Mark;
import dev.hindsight.contracts.time.OccurredAt;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The time from the first start of the impact to the first detection or acknowledgement, or to the last mitigation or
 * resolution.
 *
 * @param seconds whole seconds where both ends are instants, else null
 * @param leastSeconds the shortest that the stated times allow; null where nothing can be said
 * @param mostSeconds the longest that the stated times allow; null where nothing can be said
 * @param reason why the value is what it is, in words
 */
public record MeasuredDuration(
        DurationName name,
        DurationStatus status,
        @Nullable Long seconds,
        @Nullable Long leastSeconds,
        @Nullable Long mostSeconds,
        String reason) {

    private static final Comparator<OccurredAt> BY_TIME =
            Comparator.comparing(OccurredAt::earliest).thenComparing(OccurredAt::latest);

    /** All that is measured, in the order of {@link DurationName}; for read models that keep marks themselves as well. */
    public static List<MeasuredDuration> allOf(Marks marks, IncidentStatus status) {
        return Arrays.stream(DurationName.values())
                .map(name -> of(name, marks, status))
                .toList();
    }

    /** The start of what goes on, as its end lies ahead; empty where it has ended, or no start of the impact is recorded. */
    public static Optional<OccurredAt> goesOnSince(DurationName name, Marks marks, IncidentStatus status) {
        return isAhead(name, marks, status) ? start(marks) : Optional.empty();
    }

    private static MeasuredDuration of(DurationName name, Marks marks, IncidentStatus status) {
        if (status == IncidentStatus.DECLINED || status == IncidentStatus.MERGED) {
            return unknown(name, DurationStatus.NOT_APPLICABLE, "Not measured: the incident is " + word(status) + ".");
        }
        var start = start(marks);
        if (start.isEmpty()) {
            return unknown(name, DurationStatus.PENDING, "No start of the impact is recorded.");
        }
        var end = end(name, marks);
        if (end.isPresent() && isAhead(name, marks, status)) {
            return unknown(
                    name,
                    DurationStatus.PENDING,
                    "The incident was reopened; its %s lies ahead.".formatted(name.words));
        }
        return end.map(at -> between(name, start.get(), at))
                .orElseGet(() -> unknown(name, DurationStatus.PENDING, "No time of " + name.words + " is recorded."));
    }

    /** What was reached in an earlier episode is not the end of an incident that goes on. */
    private static boolean isAhead(DurationName name, Marks marks, IncidentStatus status) {
        var open = switch (status) {
            case TRIAGE, ACTIVE -> name.end == Mark.MITIGATED || name.end == Mark.RESOLVED;
            case MITIGATED -> name.end == Mark.RESOLVED;
            case RESOLVED, CLOSED, DECLINED, MERGED -> false;
        };
        return open && counting(marks, name.end).noneMatch(mark -> mark.episode() == marks.episode());
    }

    private static Optional<OccurredAt> start(Marks marks) {
        return times(marks, Mark.IMPACT_STARTED).stream().min(BY_TIME);
    }

    private static Optional<OccurredAt> end(DurationName name, Marks marks) {
        var ends = times(marks, name.end).stream();
        return name.end == Mark.DETECTED || name.end == Mark.ACKNOWLEDGED ? ends.min(BY_TIME) : ends.max(BY_TIME);
    }

    private static MeasuredDuration between(DurationName name, OccurredAt start, OccurredAt end) {
        long least = Duration.between(start.latest(), end.earliest()).toSeconds();
        long most = Duration.between(start.earliest(), end.latest()).toSeconds();
        if (most < 0) {
            return unknown(
                    name,
                    DurationStatus.INVALID,
                    "The recorded time of %s (%s) lies before the start of the impact (%s)."
                            .formatted(name.words, end.earliest(), start.earliest()));
        }
        if (start.exact() && end.exact()) {
            return new MeasuredDuration(
                    name,
                    DurationStatus.RECORDED,
                    most,
                    most,
                    most,
                    "From the start of the impact to the " + name.words + ".");
        }
        return new MeasuredDuration(
                name,
                DurationStatus.INTERVAL,
                null,
                Math.max(0, least),
                most,
                "At least one of the two times is known only as an interval.");
    }

    private static List<OccurredAt> times(Marks marks, Mark mark) {
        return counting(marks, mark).map(MarkState::occurredAt).toList();
    }

    private static Stream<MarkState> counting(Marks marks, Mark mark) {
        return marks.all().stream().filter(state -> state.mark() == mark && state.counts());
    }

    private static MeasuredDuration unknown(DurationName name, DurationStatus status, String reason) {
        return new MeasuredDuration(name, status, null, null, null, reason);
    }

    private static String word(IncidentStatus status) {
        return status == IncidentStatus.DECLINED ? "a false alarm" : "merged into another";
    }
}
