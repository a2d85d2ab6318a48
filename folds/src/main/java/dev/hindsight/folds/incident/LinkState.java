package dev.hindsight.folds.incident;

import dev.hindsight.contracts.incident.LinkRelation;
import dev.hindsight.folds.Recorded;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the incident has to do with another one.
 *
 * @param retraction null while the link holds
 */
public record LinkState(
        LinkRelation relation,
        UUID otherId,
        @Nullable String note,
        Instant recordedAt,
        @Nullable String recordedBy,
        @Nullable Retraction retraction) {

    static LinkState linked(LinkRelation relation, UUID otherId, @Nullable String note, Recorded<?> by) {
        return new LinkState(relation, otherId, note, by.recordedAt(), by.recordedBy(), null);
    }

    boolean holds(LinkRelation inRelation, UUID with) {
        return retraction == null && relation == inRelation && otherId.equals(with);
    }

    LinkState unlinked(String reason, Recorded<?> by) {
        return new LinkState(relation, otherId, note, recordedAt, recordedBy, Retraction.of(reason, by));
    }
}
