package dev.hindsight.actionitem.chase;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hindsight.contracts.actionitem.ActionItemEvent;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemOpened;
import dev.hindsight.contracts.policy.PolicyEvent.ActionItemPolicySet;
import dev.hindsight.contracts.policy.PolicyEvent.TeamPolicySet;
import dev.hindsight.folds.chase.ChaseState;
import dev.hindsight.folds.chase.Ladder;
import dev.hindsight.kit.json.EventJson;
import dev.hindsight.log.Batch;
import dev.hindsight.log.TableSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Keeps {@code action_item_chase} in step with the log: of each item what decides when somebody is reminded, and when that is
 * next by the policies in force. It only says where to look; what is decided, the item itself decides.
 */
@ProcessingGroup(ChaseProjection.NAME)
public class ChaseProjection {

    public static final String NAME = "action-item-chase";

    private static final String READ = """
            SELECT action_item_id, state, version FROM actionitem.action_item_chase<set>
             WHERE action_item_id = ANY (:ids)
            """;
    private static final String WRITE = """
            INSERT INTO actionitem.action_item_chase<set> (action_item_id, team, state, next_at, version)
            VALUES (:actionItemId, :team, :state, :nextAt, :version)
            ON CONFLICT (action_item_id) DO UPDATE
               SET team = excluded.team, state = excluded.state, next_at = excluded.next_at, version = excluded.version
            """;
    private static final String PAGE = """
            SELECT action_item_id, state, version FROM actionitem.action_item_chase<set>
             WHERE (:team::text IS NULL OR team = :team) AND action_item_id > :after
             ORDER BY action_item_id LIMIT 1000
            """;
    private static final UUID FIRST = new UUID(0, 0);
    private static final ObjectMapper JSON = EventJson.mapper();

    private final Jdbi jdbi;
    private final TableSet tables;
    private final PoliciesInForce policies;

    public ChaseProjection(Jdbi jdbi, TableSet tables, PoliciesInForce policies) {
        this.jdbi = jdbi;
        this.tables = tables;
        this.policies = policies;
    }

    @EventHandler
    void on(ActionItemEvent event, @SequenceNumber long sequence, @Timestamp Instant at, TrackingToken token) {
        noted(token).changes.add(new Change(event, at, sequence + 1));
    }

    @EventHandler
    void on(ActionItemPolicySet event, TrackingToken token) {
        noted(token).everyTeam = true;
    }

    @EventHandler
    void on(TeamPolicySet event, TrackingToken token) {
        noted(token).teams.add(event.team());
    }

    private Noted noted(TrackingToken token) {
        var noted = Batch.of(NAME, Noted::new, this::write);
        noted.position = token.position().orElseThrow();
        return noted;
    }

    private void write(Noted noted) {
        var ladders = new Ladders(OptionalLong.of(noted.position));
        jdbi.useHandle(db -> {
            writeChanges(db, noted.changes, ladders);
            if (noted.everyTeam) {
                scheduleAnew(db, null, ladders);
            } else {
                noted.teams.forEach(team -> scheduleAnew(db, team, ladders));
            }
        });
    }

    private void writeChanges(Handle db, List<Change> changes, Ladders ladders) {
        if (changes.isEmpty()) {
            return;
        }
        var known = new LinkedHashMap<UUID, Known>();
        db.createQuery(READ)
                .define("set", tables.suffix())
                .bindArray(
                        "ids",
                        UUID.class,
                        changes.stream()
                                .map(change -> change.event().actionItemId())
                                .distinct()
                                .toList())
                .map((row, _) -> Known.of(
                        row.getObject("action_item_id", UUID.class), row.getString("state"), row.getLong("version")))
                .forEach(each -> known.put(each.actionItemId(), each));
        var changed = new LinkedHashMap<UUID, Known>();
        for (var change : changes) {
            var before = known.get(change.event().actionItemId());
            if (before == null || before.version() < change.version()) {
                var after = change.after(before);
                known.put(after.actionItemId(), after);
                changed.put(after.actionItemId(), after);
            }
        }
        write(db, changed.values(), ladders);
    }

    private void scheduleAnew(Handle db, @Nullable String team, Ladders ladders) {
        var after = FIRST;
        while (true) {
            var page = db.createQuery(PAGE)
                    .define("set", tables.suffix())
                    .bind("team", team)
                    .bind("after", after)
                    .map((row, _) -> Known.of(
                            row.getObject("action_item_id", UUID.class),
                            row.getString("state"),
                            row.getLong("version")))
                    .list();
            if (page.isEmpty()) {
                return;
            }
            write(db, page, ladders);
            after = page.getLast().actionItemId();
        }
    }

    private void write(Handle db, Iterable<Known> rows, Ladders ladders) {
        var batch = db.prepareBatch(WRITE).define("set", tables.suffix());
        for (var row : rows) {
            batch.bind("actionItemId", row.actionItemId())
                    .bind("team", row.state().team())
                    .bind("state", json(row.state()))
                    .bind(
                            "nextAt",
                            ladders.of(row.state().team()).next(row.state()).orElse(null))
                    .bind("version", row.version())
                    .add();
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private static String json(ChaseState state) {
        try {
            return JSON.writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was read from the log cannot be written", e);
        }
    }

    /** What one batch of the log says. */
    private static final class Noted {

        private final List<Change> changes = new ArrayList<>();
        private final Set<String> teams = new LinkedHashSet<>();
        private boolean everyTeam;
        private long position;
    }

    /** @param version how many events of the item there are with this one */
    private record Change(ActionItemEvent event, Instant recordedAt, long version) {

        Known after(@Nullable Known before) {
            var state = event instanceof ActionItemOpened opened
                    ? ChaseState.of(opened, recordedAt)
                    : Objects.requireNonNull(before, "an item begins with its opening")
                            .state()
                            .after(event, recordedAt);
            return new Known(event.actionItemId(), state, version);
        }
    }

    /** @param version how many events of the item the state includes */
    private record Known(UUID actionItemId, ChaseState state, long version) {

        static Known of(UUID actionItemId, String json, long version) {
            try {
                return new Known(actionItemId, JSON.readValue(json, ChaseState.class), version);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("A row holds a state that this build does not understand", e);
            }
        }
    }

    /** The ladder of each team, by the policies as they were at a position. */
    private final class Ladders {

        private final OptionalLong upTo;
        private final Map<String, Ladder> byTeam = new HashMap<>();

        Ladders(OptionalLong upTo) {
            this.upTo = upTo;
        }

        Ladder of(String team) {
            return byTeam.computeIfAbsent(team, it -> policies.of(it, upTo).ladder());
        }
    }
}
