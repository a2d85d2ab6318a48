package dev.hindsight.incident.postmortems;

import dev.hindsight.contracts.postmortem.PostMortemEvent;
import dev.hindsight.log.Batch;
import dev.hindsight.log.TableSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Keeps {@code post_mortem_overview} and {@code post_mortem_factor} in step with the log: each batch reads the rows it
 * touches once and writes each once. An event that a row already includes changes nothing.
 */
@ProcessingGroup(PostMortemOverviewProjection.NAME)
public class PostMortemOverviewProjection {

    public static final String NAME = "post-mortem-overview";

    private static final String TOUCHED =
            "SELECT * FROM incident.post_mortem_overview<set> WHERE post_mortem_id = ANY(:ids)";
    private static final String UPSERT = """
            INSERT INTO incident.post_mortem_overview<set> AS row (
                post_mortem_id, incident_ids, team, owner, facilitator, state, document_version, scheduled_for,
                draft_shared_at, meeting_started_at, hypotheses, action_items, begun_at, version, position)
            VALUES (
                :postMortemId, :incidentIds, :team, :owner, :facilitator, :state, :documentVersion, :scheduledFor,
                :draftSharedAt, :meetingStartedAt, :hypotheses, :actionItems, :begunAt, :version, :position)
            ON CONFLICT (post_mortem_id) DO UPDATE SET
                owner = excluded.owner, facilitator = excluded.facilitator, state = excluded.state,
                document_version = excluded.document_version, scheduled_for = excluded.scheduled_for,
                draft_shared_at = excluded.draft_shared_at, meeting_started_at = excluded.meeting_started_at,
                hypotheses = excluded.hypotheses, action_items = excluded.action_items,
                version = excluded.version, position = excluded.position
            WHERE row.version < excluded.version
            """;

    private final Jdbi jdbi;
    private final String set;

    public PostMortemOverviewProjection(Jdbi jdbi, TableSet tables) {
        this.jdbi = jdbi;
        this.set = tables.suffix();
    }

    @EventHandler
    void on(PostMortemEvent event, @SequenceNumber long sequence, @Timestamp Instant recordedAt, TrackingToken token) {
        var noted = new Noted(event, sequence, recordedAt, token.position().orElseThrow());
        Batch.<Map<UUID, List<Noted>>>of(NAME, LinkedHashMap::new, this::write)
                .computeIfAbsent(event.postMortemId(), _ -> new ArrayList<>())
                .add(noted);
    }

    private void write(Map<UUID, List<Noted>> batch) {
        jdbi.useHandle(db -> {
            var rows = new LinkedHashMap<UUID, PostMortemRow>();
            db.createQuery(TOUCHED)
                    .define("set", set)
                    .bindArray("ids", UUID.class, List.copyOf(batch.keySet()))
                    .map(ConstructorMapper.of(PostMortemOverview.class))
                    .forEach(row -> rows.put(row.postMortemId(), PostMortemRow.of(row)));
            var factors = new FactorRows(set);
            var upsert = db.prepareBatch(UPSERT).define("set", set);
            batch.forEach((id, events) -> {
                var row = rows.computeIfAbsent(id, _ -> new PostMortemRow());
                events.forEach(noted -> {
                    row.add(noted.event, noted.sequence, noted.recordedAt, noted.position);
                    factors.add(noted.event, noted.position);
                });
                upsert.bindMethods(row.row())
                        .bindArray("incidentIds", UUID.class, row.row().incidentIds())
                        .add();
            });
            upsert.execute();
            factors.write(db);
        });
    }

    private record Noted(PostMortemEvent event, long sequence, Instant recordedAt, long position) {}
}
