package dev.hindsight.actionitem.overview;

import dev.hindsight.contracts.actionitem.ActionItemEvent;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemAccepted;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemCompleted;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemOpened;
import dev.hindsight.contracts.actionitem.ActionItemStatus;
import dev.hindsight.log.Batch;
import dev.hindsight.log.TableSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Keeps {@code action_item_overview} in step with the log: of each batch first what was opened, then what changed, in the
 * order of the log. An event that a row already includes changes nothing.
 */
@ProcessingGroup(ActionItemOverviewProjection.NAME)
public class ActionItemOverviewProjection {

    public static final String NAME = "action-item-overview";

    private static final String OPEN = """
            INSERT INTO actionitem.action_item_overview<set> (
                action_item_id, reference, title, status, team, owner, due, post_mortem_id, incident_ids, opened_at,
                version, position)
            VALUES (
                :actionItemId, :reference, :title, :status, :team, :owner, :due, :postMortemId, :incidentIds, :openedAt,
                :version, :position)
            ON CONFLICT (action_item_id) DO NOTHING
            """;
    private static final String CHANGE = """
            UPDATE actionitem.action_item_overview<set>
               SET status = :status, owner = coalesce(:owner, owner), due = coalesce(:due, due), version = :version,
                   position = :position
             WHERE action_item_id = :actionItemId AND version < :version
            """;

    private final Jdbi jdbi;
    private final TableSet tables;

    public ActionItemOverviewProjection(Jdbi jdbi, TableSet tables) {
        this.jdbi = jdbi;
        this.tables = tables;
    }

    /** Handles whatever is recorded: how far it is is stored only with what it handles, and lists wait for that. */
    @EventHandler
    void on(Object event, @SequenceNumber long sequence, @Timestamp Instant recordedAt, TrackingToken token) {
        if (event instanceof ActionItemEvent changed) {
            note(changed, sequence, recordedAt, token);
        }
    }

    private void note(ActionItemEvent event, long sequence, Instant recordedAt, TrackingToken token) {
        var noted = Batch.of(NAME, Noted::new, this::write);
        long version = sequence + 1;
        long position = token.position().orElseThrow();
        switch (event) {
            case ActionItemOpened e -> noted.opened.add(new Opened(e, recordedAt, version, position));
            case ActionItemAccepted e ->
                noted.changed.add(new Changed(
                        e.actionItemId(), ActionItemStatus.ACCEPTED, e.owner(), e.due(), version, position));
            case ActionItemCompleted e ->
                noted.changed.add(new Changed(e.actionItemId(), ActionItemStatus.DONE, null, null, version, position));
        }
    }

    private void write(Noted noted) {
        jdbi.useHandle(db -> {
            if (!noted.opened.isEmpty()) {
                var open = db.prepareBatch(OPEN).define("set", tables.suffix());
                noted.opened.forEach(opened ->
                        open.bindMethods(opened.event).bindMethods(opened).add());
                open.execute();
            }
            if (!noted.changed.isEmpty()) {
                var change = db.prepareBatch(CHANGE).define("set", tables.suffix());
                noted.changed.forEach(changed -> change.bindMethods(changed).add());
                change.execute();
            }
        });
    }

    /** What one batch of the log says. */
    private static final class Noted {

        private final List<Opened> opened = new ArrayList<>();
        private final List<Changed> changed = new ArrayList<>();
    }

    /** An item that begins. */
    public record Opened(ActionItemOpened event, Instant openedAt, long version, long position) {}

    /** @param owner null where the event says nothing of it */
    public record Changed(
            UUID actionItemId,
            ActionItemStatus status,
            @Nullable String owner,
            @Nullable LocalDate due,
            long version,
            long position) {}
}
