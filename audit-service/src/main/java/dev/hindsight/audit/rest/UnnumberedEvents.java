package dev.hindsight.audit.rest;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Knows what is recorded but has no position yet. */
@Singleton
class UnnumberedEvents {

    private static final String EXISTS = "SELECT EXISTS (SELECT FROM log.event_entry WHERE event_id = :event)";

    private final Jdbi jdbi;

    UnnumberedEvents(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    boolean holds(UUID event) {
        return jdbi.withHandle(db ->
                db.createQuery(EXISTS).bind("event", event).mapTo(boolean.class).one());
    }
}
