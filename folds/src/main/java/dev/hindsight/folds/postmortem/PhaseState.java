package dev.hindsight.folds.postmortem;

import dev.hindsight.contracts.postmortem.MeetingPhase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One phase of the meeting and its time box.
 *
 * @param runs from when to when it was open; more than one if it was taken up again
 * @param minutesAllowed its box with all extensions
 * @param actualSeconds how long it was open in the runs that are over
 * @param overrunSeconds how much longer than allowed that was
 * @param endsAt when its time is up; null while it is not open
 */
public record PhaseState(
        MeetingPhase phase,
        int boxMinutes,
        List<Extension> extensions,
        List<Run> runs,
        int minutesAllowed,
        long actualSeconds,
        long overrunSeconds,
        @Nullable Instant endsAt) {

    /** More time, as the people in the room voted. */
    public record Extension(int minutes, int votesFor, int votesAgainst, Instant extendedAt) {}

    /** @param closedAt null while it is open */
    public record Run(Instant openedAt, @Nullable Instant closedAt) {

        private long seconds() {
            return closedAt == null
                    ? 0
                    : Math.max(0, Duration.between(openedAt, closedAt).toSeconds());
        }
    }

    static PhaseState of(MeetingPhase phase, int boxMinutes, List<Extension> extensions, List<Run> runs) {
        int allowed =
                boxMinutes + extensions.stream().mapToInt(Extension::minutes).sum();
        long actual = runs.stream().mapToLong(Run::seconds).sum();
        var endsAt = runs.stream()
                .filter(run -> run.closedAt() == null)
                .map(run -> run.openedAt().plusSeconds(60L * allowed - actual))
                .findFirst()
                .orElse(null);
        return new PhaseState(
                phase,
                boxMinutes,
                List.copyOf(extensions),
                List.copyOf(runs),
                allowed,
                actual,
                Math.max(0, actual - 60L * allowed),
                endsAt);
    }

    boolean isOver() {
        return !runs.isEmpty() && endsAt == null;
    }
}
