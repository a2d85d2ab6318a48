package dev.hindsight.logkit;

import dev.hindsight.contracts.EventCatalogue;
import dev.hindsight.kit.command.Commands;
import dev.hindsight.kit.json.EventJson;
import dev.hindsight.log.Conflicts;
import dev.hindsight.log.EventLog;
import dev.hindsight.log.EventLogSettings;
import dev.hindsight.log.LogArrivals;
import dev.hindsight.log.LogMetrics;
import dev.hindsight.log.LogReader;
import dev.hindsight.log.PositionWait;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.Configuration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** Assembles what every service has of the log, and starts and stops it with the service. */
@Singleton
class LogWiring {

    private final String schema;
    private final String service;

    /** @param schema of the service's tokens, projections and idempotency keys */
    LogWiring(
            @ConfigProperty(name = "hindsight.schema") String schema,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.schema = schema;
        this.service = service;
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Jdbi jdbi(DataSource database) {
        return Jdbi.create(database).registerArrayType(String.class, "text").registerArrayType(UUID.class, "uuid");
    }

    @Produces
    @Singleton
    EventLog log(DataSource database, UserTransaction jta, TransactionSynchronizationRegistry synchronizations) {
        return new EventLog(
                database,
                jta,
                synchronizations,
                EventJson.mapper(),
                EventCatalogue.types(),
                EventLogSettings.of(schema, service + "-" + UUID.randomUUID()));
    }

    @Produces
    @Singleton
    LogReader reader(EventLog log) {
        return log.reader();
    }

    @Produces
    @Singleton
    LogArrivals arrivals(EventLog log) {
        return log.arrivals();
    }

    @Produces
    @Singleton
    PositionWait wait(EventLog log) {
        return log.positionWait();
    }

    @Produces
    @Singleton
    Configuration axon(EventLog log, ServiceHandlers handlers) {
        var configurer =
                log.configurer(handlers.projections()).configureCorrelationDataProviders(_ -> List.of(new KeptActor()));
        handlers.others().addTo(configurer);
        return configurer.buildConfiguration();
    }

    @Produces
    @Singleton
    CommandGateway gateway(Configuration axon) {
        return axon.commandGateway();
    }

    @Produces
    @Singleton
    Commands commands(Jdbi jdbi, UserTransaction jta) {
        return new Commands(jdbi, schema + ".idempotency_key", jta, Conflicts::isConflict);
    }

    void start(@Observes StartupEvent event, EventLog log, Configuration axon, MeterRegistry meters) {
        log.start(axon);
        new LogMetrics(log).bindTo(meters);
    }

    void stop(@Observes ShutdownEvent event, EventLog log) {
        log.close();
    }
}
