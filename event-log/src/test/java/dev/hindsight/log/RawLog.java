package dev.hindsight.log;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hindsight.log.counter.CounterDatabase;
import dev.hindsight.log.counter.CounterEvent;
import dev.hindsight.log.counter.CounterService;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;

/** A migrated log used without Axon and transactions: for what must hold of database, sequencer and watcher alone. */
final class RawLog implements AutoCloseable {

    private static final String APPEND = """
            INSERT INTO log.event_entry (event_id, aggregate_type, aggregate_id, sequence, event_type, payload, metadata)
            VALUES (gen_random_uuid(), 'counter', :counter, :sequence, 'counter-started', :payload, '{}')
            """;

    private final CounterDatabase database = new CounterDatabase();

    CounterDatabase database() {
        return database;
    }

    Jdbi superuser() {
        return database.superuser();
    }

    /** Connections of the service's login, a new one each time. */
    DataSource service() {
        return service(new PGSimpleDataSource());
    }

    DataSource service(PGSimpleDataSource source) {
        source.setUrl(database.url());
        source.setUser(CounterService.LOGIN);
        source.setPassword(CounterService.PASSWORD);
        return source;
    }

    LogReader reader() {
        return new LogReader(Jdbi.create(service()), new EventNames(new JsonMapper(), CounterEvent.NAMES));
    }

    /** Appends entries of one aggregate, each in a transaction of its own. */
    void append(UUID counter, int firstSequence, int count) {
        database.service().useHandle(db -> {
            for (var sequence = firstSequence; sequence < firstSequence + count; sequence++) {
                db.createUpdate(APPEND)
                        .bind("counter", counter)
                        .bind("sequence", sequence)
                        .bind("payload", "{\"counterId\":\"%s\"}".formatted(counter))
                        .execute();
            }
        });
    }

    int number() {
        return database.service()
                .withHandle(db -> db.createQuery("SELECT log.number_pending()")
                        .mapTo(int.class)
                        .one());
    }

    long head() {
        return reader().head();
    }

    /** Every position given, in the order in which the entries drew their index. */
    List<Long> positions() {
        return superuser()
                .withHandle(db -> db.createQuery("SELECT position FROM log.log_position ORDER BY global_index")
                        .mapTo(long.class)
                        .list());
    }

    @Override
    public void close() {
        database.close();
    }
}
