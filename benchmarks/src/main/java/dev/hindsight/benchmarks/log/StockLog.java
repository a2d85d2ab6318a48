package dev.hindsight.benchmarks.log;

import dev.hindsight.kit.json.EventJson;
import dev.hindsight.log.JtaTransactions;
import dev.hindsight.testkit.JtaPool;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.json.JacksonSerializer;
import org.jdbi.v3.core.Jdbi;

/** Axon's own store on PostgreSQL with all its defaults, followed as Axon follows it: by asking again and again. */
final class StockLog implements AutoCloseable {

    /** As Axon's table factory makes them, in a schema of their own. */
    static final String TABLES = """
            CREATE SCHEMA IF NOT EXISTS stock;
            CREATE TABLE stock.domain_event_entry (
                globalindex bigserial PRIMARY KEY, aggregateidentifier varchar(255) NOT NULL, sequencenumber bigint NOT NULL,
                type varchar(255), eventidentifier varchar(255) NOT NULL UNIQUE, metadata bytea, payload bytea NOT NULL,
                payloadrevision varchar(255), payloadtype varchar(255) NOT NULL, timestamp varchar(255) NOT NULL,
                UNIQUE (aggregateidentifier, sequencenumber));
            CREATE TABLE stock.token_entry (
                processorname varchar(255) NOT NULL, segment int NOT NULL, token bytea, tokentype varchar(255),
                timestamp varchar(255), owner varchar(255), PRIMARY KEY (processorname, segment));
            GRANT USAGE ON SCHEMA stock TO incident_service;
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA stock TO incident_service;
            GRANT USAGE ON ALL SEQUENCES IN SCHEMA stock TO incident_service;
            """;

    private final JtaPool pool;
    private final Configuration axon;

    /** @param projection makes what is to follow the log from its start, or nothing */
    StockLog(String url, Function<Jdbi, List<Object>> projection) throws SQLException {
        pool = new JtaPool(url, LogDatabase.LOGIN, LogDatabase.PASSWORD, 8);
        var transactions = new JtaTransactions(pool.jta());
        ConnectionProvider connections = pool.database()::getConnection;
        var json = JacksonSerializer.builder().objectMapper(EventJson.mapper()).build();
        var engine = JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(transactions)
                .eventSerializer(json)
                .snapshotSerializer(json)
                .schema(EventSchema.builder()
                        .eventTable("stock.domain_event_entry")
                        .build())
                .build();
        var configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(_ -> json)
                .configureTransactionManager(_ -> transactions)
                .configureEventStore(
                        _ -> EmbeddedEventStore.builder().storageEngine(engine).build());
        configurer.eventProcessing(processing -> {
            processing
                    .usingPooledStreamingEventProcessors()
                    .registerTokenStore(_ -> JdbcTokenStore.builder()
                            .connectionProvider(connections)
                            .serializer(json)
                            .schema(TokenSchema.builder()
                                    .setTokenTable("stock.token_entry")
                                    .build())
                            .build());
            projection
                    .apply(Jdbi.create(pool.database()))
                    .forEach(handlers -> processing.registerEventHandler(_ -> handlers));
        });
        axon = configurer.buildConfiguration();
        axon.start();
    }

    EventStore events() {
        return axon.eventStore();
    }

    JtaPool pool() {
        return pool;
    }

    @Override
    public void close() {
        axon.shutdown();
        pool.close();
    }
}
