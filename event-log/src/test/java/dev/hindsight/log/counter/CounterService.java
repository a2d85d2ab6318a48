package dev.hindsight.log.counter;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hindsight.log.Conflicts;
import dev.hindsight.log.EventLog;
import dev.hindsight.log.EventLogSettings;
import dev.hindsight.log.Projection;
import dev.hindsight.log.TableSet;
import dev.hindsight.log.counter.CounterCommand.TellCounter;
import dev.hindsight.testkit.JtaPool;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
    private volatile UUID brokenInRebuilds;
    private volatile Gate gateOfRebuilds = Gate.open();

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
        values = new CounterValues(jdbi, TableSet.LIVE);
        var json = JsonMapper.builder()
                .findAndAddModules()
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
        log = new EventLog(pool.database(), pool.jta(), pool.synchronizations(), json, events, settings);
        axon = log.configurer(List.of(new Projection(CounterValues.NAME, this::values)))
                .configureAggregate(log.withSnapshots(Counter.class))
                .buildConfiguration();
    }

    /** Those of a rebuild refuse the same counter as long as it lasts. */
    private CounterValues values(TableSet tables) {
        if (tables == TableSet.LIVE) {
            return values;
        }
        var next = new CounterValues(jdbi, tables);
        next.breakAt(brokenInRebuilds);
        next.waitFor(gateOfRebuilds);
        return next;
    }

    /** From now on rebuilds that start in this replica cannot handle events of this counter; {@code null} cures it. */
    public void breakRebuildsAt(UUID counter) {
        brokenInRebuilds = counter;
    }

    /** Rebuilds that start from now on in this replica wait at this gate. */
    public void holdRebuilds(Gate gate) {
        gateOfRebuilds = gate;
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

    public String tell(UUID counter) {
        return axon.commandGateway().sendAndWait(new TellCounter(counter));
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
