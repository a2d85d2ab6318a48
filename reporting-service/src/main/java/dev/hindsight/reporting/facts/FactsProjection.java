package dev.hindsight.reporting.facts;

import dev.hindsight.contracts.actionitem.ActionItemEvent;
import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.contracts.postmortem.PostMortemEvent;
import dev.hindsight.log.Batch;
import dev.hindsight.log.TableSet;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.jdbi.v3.core.Jdbi;

/**
 * Keeps what reports are computed from in step with the log: incidents, post-mortems and action items together, and the
 * position of the last event among them. An event that a row already includes changes nothing.
 */
@ProcessingGroup(FactsProjection.NAME)
public class FactsProjection {

    public static final String NAME = "report-facts";

    private static final String KNOWN_UP_TO = """
            INSERT INTO reporting.known_up_to<set> AS known (only_row, position) VALUES (true, :position)
            ON CONFLICT (only_row) DO UPDATE SET position = greatest(known.position, excluded.position)
            """;

    private final Jdbi jdbi;
    private final String set;

    public FactsProjection(Jdbi jdbi, TableSet tables) {
        this.jdbi = jdbi;
        this.set = tables.suffix();
    }

    @EventHandler
    void on(IncidentEvent event, @SequenceNumber long sequence, @Timestamp Instant recordedAt, TrackingToken token) {
        changes(token).incidents.add(event, sequence, recordedAt, position(token));
    }

    @EventHandler
    void on(PostMortemEvent event, @Timestamp Instant recordedAt, TrackingToken token) {
        changes(token).followUps.add(event, recordedAt, position(token));
    }

    @EventHandler
    void on(ActionItemEvent event, @Timestamp Instant recordedAt, TrackingToken token) {
        changes(token).followUps.add(event, recordedAt, position(token));
    }

    private Changes changes(TrackingToken token) {
        var changes = Batch.of(NAME, Changes::new, this::write);
        changes.position = position(token);
        return changes;
    }

    private static long position(TrackingToken token) {
        return token.position().orElseThrow();
    }

    private void write(Changes changes) {
        jdbi.useHandle(db -> {
            changes.incidents.write(db, set);
            changes.followUps.write(db, set);
            db.createUpdate(KNOWN_UP_TO)
                    .define("set", set)
                    .bind("position", changes.position)
                    .execute();
        });
    }

    /** What a batch of events changes. */
    private static final class Changes {
        private final IncidentChanges incidents = new IncidentChanges();
        private final FollowUpChanges followUps = new FollowUpChanges();
        private long position;
    }
}
