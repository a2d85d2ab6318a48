package dev.hindsight.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * States of aggregates, kept in the table {@code snapshot} of the service's schema so that a long history need not be read
 * for each command. They are a cache beside the log and no part of it: whatever is wrong with one, and when all are
 * deleted, the events tell the same.
 */
public final class Snapshots {

    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);

    private final Jdbi jdbi;
    private final ObjectMapper events;
    private final String find;
    private final String store;
    private final String discard;
    private final Map<String, SnapshotForm<?>> forms = new ConcurrentHashMap<>();
    private final LongAdder taken = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder unreadable = new LongAdder();

    Snapshots(Jdbi jdbi, ObjectMapper events, String schema) {
        this.jdbi = jdbi;
        this.events = events;
        var table = schema + ".snapshot";
        find = """
                SELECT aggregate_type, sequence, revision, state, taken_at FROM %s
                 WHERE aggregate_id = :aggregate
                """.formatted(table);
        store = """
                INSERT INTO %s AS kept (aggregate_id, aggregate_type, sequence, revision, state)
                VALUES (:aggregate, :type, :sequence, :revision, :state)
                    ON CONFLICT (aggregate_id) DO UPDATE
                   SET sequence = excluded.sequence, revision = excluded.revision, state = excluded.state,
                       taken_at = excluded.taken_at
                 WHERE kept.sequence <= excluded.sequence OR kept.revision <> excluded.revision
                """.formatted(table);
        discard = "DELETE FROM %s WHERE aggregate_id = :aggregate".formatted(table);
    }

    void add(Class<?> aggregate) {
        var form = SnapshotForm.of(aggregate, events);
        forms.put(form.type(), form);
    }

    /** The state that was kept of this aggregate, as Axon takes it, if this build can use it. */
    Optional<DomainEventMessage<?>> find(UUID aggregateId) {
        return forms.isEmpty()
                ? Optional.empty()
                : jdbi.withHandle(db -> db.createQuery(find)
                                .bind("aggregate", aggregateId)
                                .map((row, _) -> new Kept(
                                        row.getString("aggregate_type"),
                                        row.getLong("sequence"),
                                        row.getString("revision"),
                                        row.getString("state"),
                                        row.getObject("taken_at", OffsetDateTime.class)))
                                .findOne())
                        .flatMap(kept -> read(aggregateId, kept));
    }

    private Optional<DomainEventMessage<?>> read(UUID aggregateId, Kept kept) {
        var form = forms.get(kept.type());
        if (form == null || !form.revision().equals(kept.revision())) {
            return Optional.empty();
        }
        try {
            return Optional.of(new GenericDomainEventMessage<>(
                    kept.type(),
                    aggregateId.toString(),
                    kept.sequence(),
                    form.read(kept.state()),
                    MetaData.emptyInstance(),
                    UUID.randomUUID().toString(),
                    kept.takenAt().toInstant()));
        } catch (JsonProcessingException e) {
            unreadable.increment();
            LOG.warn("The snapshot of {} {} cannot be read; its events are", kept.type(), aggregateId);
            return Optional.empty();
        }
    }

    /** @throws IllegalStateException if the state could not be read again */
    void store(DomainEventMessage<?> snapshot) {
        var form = forms.get(snapshot.getType());
        if (form == null) {
            return;
        }
        jdbi.useHandle(db -> db.createUpdate(store)
                .bind("aggregate", UUID.fromString(snapshot.getAggregateIdentifier()))
                .bind("type", form.type())
                .bind("sequence", snapshot.getSequenceNumber())
                .bind("revision", form.revision())
                .bind("state", readable(form, snapshot.getPayload()))
                .execute());
        taken.increment();
    }

    private static String readable(SnapshotForm<?> form, Object state) {
        try {
            var written = form.write(state);
            form.read(written);
            return written;
        } catch (JsonProcessingException e) {
            // the message would quote the state
            throw new IllegalStateException("The state of a %s has a form that cannot be kept: %s"
                    .formatted(form.type(), e.getClass().getSimpleName()));
        }
    }

    /**
     * Deletes what was kept of an aggregate, for when its entries no longer say what they said. Called in the transaction
     * that changes them, so that a snapshot which is being taken meanwhile is either deleted here or made from what they
     * say then.
     */
    public void discard(UUID aggregateId) {
        jdbi.useTransaction(db -> {
            lock(db, aggregateId);
            db.createUpdate(discard).bind("aggregate", aggregateId).execute();
        });
    }

    /** Held to the end of the transaction; to be taken before the entries are read. */
    void lock(UUID aggregateId) {
        jdbi.useHandle(db -> lock(db, aggregateId));
    }

    private static void lock(Handle db, UUID aggregateId) {
        db.createQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(:of, 0))) AS locked")
                .bind("of", "snapshot " + aggregateId)
                .mapTo(int.class)
                .one();
    }

    void failed() {
        failed.increment();
    }

    long countOfTaken() {
        return taken.sum();
    }

    long countOfFailed() {
        return failed.sum();
    }

    long countOfUnreadable() {
        return unreadable.sum();
    }

    private record Kept(String type, long sequence, String revision, String state, OffsetDateTime takenAt) {}
}
