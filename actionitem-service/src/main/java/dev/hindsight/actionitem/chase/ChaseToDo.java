package dev.hindsight.actionitem.chase;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Finds the action items of which something is to be decided, those first that have waited longest. */
@Singleton
public class ChaseToDo {

    private static final String DUE = """
            SELECT action_item_id, team, next_at FROM actionitem.action_item_chase
             WHERE next_at <= :now AND (next_at, action_item_id) > (:afterTime, :afterItem)
             ORDER BY next_at, action_item_id LIMIT :limit
            """;
    private static final String LONGEST = "SELECT min(next_at) FROM actionitem.action_item_chase";
    private static final Instant BEFORE_ALL = Instant.EPOCH;

    private final Jdbi jdbi;

    public ChaseToDo(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** One item of which something is to be decided. */
    public record ToDo(UUID actionItemId, String team, Instant nextAt) {}

    /** @param after the last one known; null to begin */
    public List<ToDo> due(Instant now, @Nullable ToDo after, int limit) {
        return jdbi.withHandle(db -> db.createQuery(DUE)
                .bind("now", now)
                .bind("afterTime", after == null ? BEFORE_ALL : after.nextAt())
                .bind("afterItem", after == null ? new UUID(0, 0) : after.actionItemId())
                .bind("limit", limit)
                .map(ConstructorMapper.of(ToDo.class))
                .list());
    }

    /** When the next decision of all is due, also if that has passed. */
    public Optional<Instant> next() {
        return jdbi.withHandle(
                db -> db.createQuery(LONGEST).mapTo(Instant.class).findOne());
    }
}
