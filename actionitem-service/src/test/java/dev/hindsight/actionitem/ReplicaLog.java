package dev.hindsight.actionitem;

import dev.hindsight.contracts.EventCatalogue;
import dev.hindsight.kit.json.EventJson;
import dev.hindsight.log.EventLog;
import dev.hindsight.log.EventLogSettings;
import dev.hindsight.log.Projection;
import dev.hindsight.logkit.Histories;
import dev.hindsight.logkit.KeptActor;
import dev.hindsight.testkit.JtaPool;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.axonframework.config.Configurer;
import org.jdbi.v3.core.Jdbi;

/** The database and the log as a replica has them; another one takes over a second after it is killed. */
public final class ReplicaLog implements AutoCloseable {

    private final JtaPool pool;
    private final EventLog log;
    private final Jdbi jdbi;
    private final Histories histories;

    public ReplicaLog(String node, String url, String password) throws SQLException {
        pool = new JtaPool(url, "actionitem_service", password, 8);
        log = new EventLog(
                pool.database(),
                pool.jta(),
                pool.synchronizations(),
                EventJson.mapper(),
                EventCatalogue.types(),
                EventLogSettings.of("actionitem", node + "-" + UUID.randomUUID())
                        .withClaimTimeout(Duration.ofSeconds(1))
                        .withRetryPause(Duration.ofMillis(200)));
        jdbi = Jdbi.create(pool.database())
                .registerArrayType(String.class, "text")
                .registerArrayType(UUID.class, "uuid");
        histories = new Histories(log.reader());
    }

    public EventLog log() {
        return log;
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    public Histories histories() {
        return histories;
    }

    /** To which the parts of this replica are still to be added. */
    public Configurer configurer(Projection... projections) {
        return log.configurer(List.of(projections)).configureCorrelationDataProviders(_ -> List.of(new KeptActor()));
    }

    @Override
    public void close() {
        log.close();
        pool.close();
    }
}
