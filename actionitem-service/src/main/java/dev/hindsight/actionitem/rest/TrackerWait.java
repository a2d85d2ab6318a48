package dev.hindsight.actionitem.rest;

import dev.hindsight.actionitem.access.IncidentAccessProjection;
import dev.hindsight.actionitem.opening.ActionItemOpening;
import dev.hindsight.actionitem.opening.ActionItemReferences;
import dev.hindsight.actionitem.overview.ActionItemOverviewProjection;
import dev.hindsight.kit.rest.Parameters;
import dev.hindsight.log.LogEntry;
import dev.hindsight.log.LogReader;
import dev.hindsight.log.PositionWait;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes reads wait for what the client has just written, here or in another service: until the items that were agreed up
 * to that entry are opened, and the list shows their openings.
 */
@Singleton
class TrackerWait {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final PositionWait wait;
    private final LogReader log;
    private final ActionItemReferences references;

    TrackerWait(PositionWait wait, LogReader log, ActionItemReferences references) {
        this.wait = wait;
        this.log = log;
        this.references = references;
    }

    /** Whether the list has not come as far in the time allowed. */
    boolean isStale(@Nullable String logEntry) throws InterruptedException {
        if (logEntry == null) {
            return false;
        }
        var entry = Parameters.id("Log-Entry", logEntry);
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        return !(passed(ActionItemOpening.NAME, entry, end)
                && passed(IncidentAccessProjection.NAME, entry, end)
                && passed(ActionItemOverviewProjection.NAME, entry, end)
                && passed(ActionItemOverviewProjection.NAME, lastOpening(entry), end));
    }

    /** A single item is read from its own entries, so only its opening has to be waited for. */
    void awaitOpening(@Nullable String logEntry) throws InterruptedException {
        if (logEntry != null) {
            wait.await(ActionItemOpening.NAME, Parameters.id("Log-Entry", logEntry), LONGEST_WAIT);
        }
    }

    /** Openings are recorded in the order of what they were made for, so the last one stands for all before it. */
    private UUID lastOpening(UUID entry) {
        long position = log.positionOf(entry).orElseThrow();
        return references
                .lastOpenedFor(position)
                .flatMap(log::first)
                .map(LogEntry::eventId)
                .orElse(entry);
    }

    private boolean passed(String processor, UUID entry, long end) throws InterruptedException {
        return wait.await(processor, entry, Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    }
}
