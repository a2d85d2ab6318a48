package dev.hindsight.log;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the database knows of the last rebuild of a projection; all null if there never was one. */
record ProjectionRow(
        String name,
        @Nullable String outcome,
        @Nullable String requestedBy,
        @Nullable Instant requestedAt,
        @Nullable Long target,
        @Nullable Long reached,
        @Nullable Instant endedAt) {

    boolean running() {
        return Rebuild.State.RUNNING.name().equals(outcome);
    }

    @Nullable
    Rebuild ended() {
        return outcome == null ? null : rebuild(reached == null ? 0 : reached, false, null);
    }

    Rebuild underWay(ProcessorProgress next) {
        return rebuild(next.position(), next.failing(), next.error());
    }

    private Rebuild rebuild(long position, boolean failing, @Nullable String error) {
        long end = target == null ? 0 : target;
        return new Rebuild(
                Rebuild.State.valueOf(Objects.requireNonNull(outcome)),
                Objects.requireNonNull(requestedBy),
                Objects.requireNonNull(requestedAt),
                end,
                position,
                position >= end ? 100 : (int) (position * 100 / end),
                failing,
                error,
                endedAt);
    }
}
