package dev.hindsight.folds.postmortem;

import dev.hindsight.contracts.postmortem.MeetingPhase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One phase of the meetings and its time box, which each session gives anew.
 *
 * @param runs from when to when it was open; more than one if it was taken up again
 * @param minutesAllowed its box with the extensions of the latest session that held it
 * @param actualSeconds how long it was open in the runs that are over
 * @param overrunSeconds how much longer than allowed that was, in all sessions
 * @param endsAt when its time is up; null while it is not open
 * @param invalid why its times tell nothing; null if they do
 */
public record PhaseState(
        MeetingPhase phase,
        int boxMinutes,
        List<Extension> extensions,
        List<Run> runs,
        int minutesAllowed,
        long actualSeconds,
        long overrunSeconds,
        @Nullable Instant endsAt,
        @Nullable String invalid) {

    /** More time, as the people in the room voted. */
    public record Extension(int session, int minutes, int votesFor, int votesAgainst, Instant extendedAt) {}

    /** @param closedAt null while it is open */
    public record Run(
            int session, Instant openedAt, @Nullable Instant closedAt) {

        private long seconds() {
            return closedAt == null
                    ? 0
                    : Math.max(0, Duration.between(openedAt, closedAt).toSeconds());
        }

        private boolean isBackwards() {
            return closedAt != null && closedAt.isBefore(openedAt);
        }
    }

    static PhaseState of(MeetingPhase phase, int boxMinutes, List<Extension> extensions, List<Run> runs) {
        int latest = runs.stream().mapToInt(Run::session).max().orElse(0);
        long actual = runs.stream().mapToLong(Run::seconds).sum();
        long overrun = runs.stream()
                .mapToInt(Run::session)
                .distinct()
                .mapToLong(
                        session -> Math.max(0, actual(runs, session) - 60L * allowed(boxMinutes, extensions, session)))
                .sum();
        var endsAt = runs.stream()
                .filter(run -> run.closedAt() == null)
                .map(run -> run.openedAt()
                        .plusSeconds(
                                60L * allowed(boxMinutes, extensions, run.session()) - actual(runs, run.session())))
                .findFirst()
                .orElse(null);
        return new PhaseState(
                phase,
                boxMinutes,
                List.copyOf(extensions),
                List.copyOf(runs),
                allowed(boxMinutes, extensions, latest),
                actual,
                overrun,
                endsAt,
                runs.stream().anyMatch(Run::isBackwards)
                        ? "It is said to have been closed before it was opened."
                        : null);
    }

    private static long actual(List<Run> runs, int session) {
        return runs.stream()
                .filter(run -> run.session() == session)
                .mapToLong(Run::seconds)
                .sum();
    }

    private static int allowed(int boxMinutes, List<Extension> extensions, int session) {
        return boxMinutes
                + extensions.stream()
                        .filter(extension -> extension.session() == session)
                        .mapToInt(Extension::minutes)
                        .sum();
    }

    boolean isOver() {
        return !runs.isEmpty() && endsAt == null;
    }
}
