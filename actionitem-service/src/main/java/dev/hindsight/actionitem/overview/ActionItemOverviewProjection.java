package dev.hindsight.actionitem.overview;

import dev.hindsight.contracts.actionitem.ActionItemEvent;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemOpened;
import dev.hindsight.log.Batch;
import dev.hindsight.log.TableSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.jdbi.v3.core.Jdbi;

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
                :actionItemId, :reference, :title, :status, :team, :owner, :due, :postMortemId::uuid, :incidentIds,
                :openedAt, :version, :position)
            ON CONFLICT (action_item_id) DO NOTHING
            """;
    /**
     * What an event does not say stays; since when it was blocked, and until when deferred, is told while it is. Of very many
     * comments the last are searched.
     */
    private static final String CHANGE = """
            UPDATE actionitem.action_item_overview<set>
               SET status = coalesce(:status::text, status), owner = coalesce(:owner::text, owner),
                   due = coalesce(:due::date, due), blocked_since = coalesce(:blockedSince::timestamptz, blocked_since),
                   roadblock = coalesce(:roadblock::text, roadblock),
                   deferred_until = coalesce(:deferredUntil::date, deferred_until), kind = coalesce(:kind::text, kind),
                   strength = coalesce(:strength::text, strength), priority = coalesce(:priority::text, priority),
                   executive = coalesce(:executive::text, executive), factors = coalesce(:factors::uuid[], factors),
                   done_when = coalesce(:doneWhen::text, done_when), measure = coalesce(:measure::text, measure),
                   team = coalesce(:team::text, team), recurrences = recurrences + :recurrences,
                   comments = CASE WHEN :comment::text IS NULL THEN comments
                                   ELSE right(concat_ws(' ', comments, :comment::text), 100000) END,
                   version = :version, position = :position
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
        if (event instanceof ActionItemOpened opened) {
            noted.opened.add(new Opened(opened, recordedAt, version, position));
        } else {
            noted.changed.add(Changed.by(event, version, position));
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
                noted.changed.forEach(changed -> changed.bindTo(change));
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
}
