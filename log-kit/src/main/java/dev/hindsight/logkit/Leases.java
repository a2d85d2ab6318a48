package dev.hindsight.logkit;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/**
 * Elects the one replica that does a recurring task, by a row in the table {@code lease} of the service's schema and the clock
 * of the database. A replica that stops, however it does, loses the task when its time is over. Two may believe to have it
 * for a moment, one of them frozen in between: what they do must not depend on being alone.
 */
@Singleton
public class Leases {

    private static final String TAKE = """
            INSERT INTO <schema>.lease AS held (task, holder, until)
            VALUES (:task, :holder, clock_timestamp() + :millis * interval '1 millisecond')
            ON CONFLICT (task) DO UPDATE SET holder = excluded.holder, until = excluded.until
            WHERE held.holder = excluded.holder OR held.until < clock_timestamp()
            """;
    private static final String GIVE_UP = "DELETE FROM <schema>.lease WHERE task = :task AND holder = :holder";

    private final Jdbi jdbi;
    private final String schema;
    private final String holder = UUID.randomUUID().toString();

    /** @param schema of the service's tables */
    public Leases(Jdbi jdbi, @ConfigProperty(name = "hindsight.schema") String schema) {
        this.jdbi = jdbi;
        this.schema = schema;
    }

    /** Whether this replica has the task for so long from now on; to be asked again well before. */
    public boolean take(String task, Duration time) {
        return jdbi.withHandle(db -> db.createUpdate(TAKE)
                        .define("schema", schema)
                        .bind("task", task)
                        .bind("holder", holder)
                        .bind("millis", time.toMillis())
                        .execute())
                == 1;
    }

    /** Another replica need not wait. */
    public void giveUp(String task) {
        jdbi.useHandle(db -> db.createUpdate(GIVE_UP)
                .define("schema", schema)
                .bind("task", task)
                .bind("holder", holder)
                .execute());
    }
}
