package dev.hindsight.log.counter;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hindsight.log.Conflicts;
import dev.hindsight.log.EventLog;
import dev.hindsight.log.EventLogSettings;
import dev.hindsight.testkit.JtaPool;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.axonframework.config.Configuration;
import org.jdbi.v3.core.Jdbi;

/** A whole small service on the log: pool, transactions, aggregate and projection. */
public final class CounterService implements AutoCloseable {

    private static final int ATTEMPTS = 100;
    public static final String LOGIN = "counter_service";
    public static final String PASSWORD = "counter";

    private final JtaPool pool;
    private final EventLog log;
    private final Configuration axon;
    private final Jdbi jdbi;
    private final CounterValues values;

    public CounterService(String url, String node) throws SQLException {
        this(url, node, CounterEvent.NAMES);
    }

    /** A build that knows these events. */
    public CounterService(String url, String node, Map<String, Class<?>> events) throws SQLException {
        var settings = EventLogSettings.of("counter", node)
                .withClaimTimeout(Duration.ofSeconds(3))
                .withRetryPause(Duration.ofSeconds(1));
        pool = new JtaPool(url, LOGIN, PASSWORD, 24);
        jdbi = Jdbi.create(pool.database());
        values = new CounterValues(jdbi);
        var json = JsonMapper.builder()
                .findAndAddModules()
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
        log = new EventLog(pool.database(), pool.jta(), pool.synchronizations(), json, events, settings);
        var configurer = log.configurer().configureAggregate(Counter.class);
        configurer.eventProcessing(processing -> processing.registerEventHandler(_ -> values));
        axon = configurer.buildConfiguration();
    }

    public void start() {
        log.start(axon);
    }

    public EventLog log() {
        return log;
    }

    public CounterValues values() {
        return values;
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    public void send(CounterCommand command) {
        axon.commandGateway().sendAndWait(command);
    }

    /** Decides anew after a conflict, as the edge of a service does. */
    public void sendUntilAccepted(CounterCommand command) {
        inTransaction(() -> send(command));
    }

    /** Work in one transaction, which is begun again after a conflict. */
    public void inTransaction(Runnable work) {
        for (int attempt = 1; ; attempt++) {
            try {
                pool.inTransaction(work);
                return;
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !Conflicts.isConflict(e)) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void close() {
        log.close();
        pool.close();
    }
}
