package dev.hindsight.benchmarks.log;

import dev.hindsight.contracts.EventCatalogue;
import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.kit.json.EventJson;
import dev.hindsight.log.EventLog;
import dev.hindsight.log.EventLogSettings;
import dev.hindsight.log.ProcessorProgress;
import dev.hindsight.testkit.JtaPool;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jdbi.v3.core.Jdbi;

/** The log as incident-service uses it: same role, same pool, same settings, its sequencer running. */
final class LogClient implements AutoCloseable {

    private static final int CONNECTIONS = 24;

    private final JtaPool pool;
    private final EventLog log;

    /** @param projection makes what is to follow the log from its start, or nothing */
    LogClient(String url, Function<Jdbi, List<Object>> projection) throws SQLException {
        pool = new JtaPool(url, LogDatabase.LOGIN, LogDatabase.PASSWORD, CONNECTIONS);
        log = new EventLog(
                pool.database(),
                pool.jta(),
                pool.synchronizations(),
                EventJson.mapper(),
                EventCatalogue.types(),
                EventLogSettings.of("incident", "benchmark-" + UUID.randomUUID()));
        var jdbi = Jdbi.create(pool.database())
                .registerArrayType(String.class, "text")
                .registerArrayType(UUID.class, "uuid");
        var configurer = log.configurer();
        configurer.eventProcessing(processing ->
                projection.apply(jdbi).forEach(handlers -> processing.registerEventHandler(_ -> handlers)));
        log.start(configurer.buildConfiguration());
    }

    static LogClient appending(String url) throws SQLException {
        return new LogClient(url, _ -> List.of());
    }

    /** As a command's transaction does it: begin, append, commit. */
    void append(DomainEventMessage<IncidentEvent> event) {
        pool.inTransaction(() -> log.eventStore().publish(event));
    }

    List<ProcessorProgress> progress() {
        return log.progress();
    }

    JtaPool pool() {
        return pool;
    }

    @Override
    public void close() {
        log.close();
        pool.close();
    }
}
