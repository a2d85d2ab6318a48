package dev.hindsight.log;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hindsight.log.schema.SchemaCheck;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The log as one service replica uses it: wired once from the data source that also holds its tokens and projections. */
public final class EventLog implements AutoCloseable {

    /** So many entries are read in a few milliseconds; a snapshot costs about as much again. */
    private static final int ENTRIES_PER_SNAPSHOT = 100;

    private final DataSource database;
    private final EventLogSettings settings;
    private final EventNames names;
    private final Serializer messages;
    private final JtaTransactions transactions;
    private final LogReader reader;
    private final HeadWatcher head;
    private final Sequencer sequencer;
    private final LogEventStore store;
    private final Progress progress;
    private final Processors processors;
    private final ProjectionRows rows;
    private final Rebuilds rebuilds;
    private final LogWatch watch;
    private final Snapshots snapshots;
    private final ExecutorService snapshotThread = Snapshotting.thread();
    private final TransactionSynchronizationRegistry synchronizations;
    private @Nullable Configuration axon;

    /** @param eventTypes the events of the service by the stable names they are stored under */
    public EventLog(
            DataSource database,
            UserTransaction jta,
            TransactionSynchronizationRegistry synchronizations,
            ObjectMapper json,
            Map<String, Class<?>> eventTypes,
            EventLogSettings settings) {
        this.database = database;
        this.settings = settings;
        this.synchronizations = synchronizations;
        var jdbi = Jdbi.create(database).registerArrayType(UUID.class, "uuid");
        var failures = new Failures();
        var tokenJson = JacksonSerializer.defaultSerializer();
        names = new EventNames(json.copy(), eventTypes);
        messages = JacksonSerializer.builder().objectMapper(json.copy()).build();
        transactions = new JtaTransactions(jta);
        reader = new LogReader(jdbi, names);
        head = new HeadWatcher(database, reader);
        snapshots = new Snapshots(jdbi, json, settings.schema());
        sequencer = new Sequencer(database, settings.sequencerPause().toMillis());
        store = new LogEventStore(
                new LogEngine(database, transactions, names, snapshots),
                synchronizations,
                sequencer::wake,
                reader,
                head);
        progress = new Progress(jdbi, tokenJson, reader, settings.schema());
        processors = new Processors(names, store, tokens(tokenJson), transactions, failures, settings);
        rows = new ProjectionRows(jdbi, settings.schema());
        rebuilds = new Rebuilds(rows, processors, this::tryAgain);
        watch = new LogWatch(jdbi, reader, progress, failures, processors::names, rows, settings, this::tryAgain);
    }

    public EventStore eventStore() {
        return store;
    }

    public LogReader reader() {
        return reader;
    }

    public TransactionManager transactions() {
        return transactions;
    }

    public PositionWait positionWait() {
        return new PositionWait(progress);
    }

    public LogArrivals arrivals() {
        return new LogArrivals(head);
    }

    /** The same for a service without projections. */
    public Configurer configurer() {
        return configurer(List.of());
    }

    /**
     * An Axon configurer with all that concerns the log set, and nothing that calls home: add aggregates, and handlers
     * that are never rebuilt.
     *
     * @param projections follow the log, and can be rebuilt
     */
    public Configurer configurer(List<Projection> projections) {
        rebuilds.add(projections);
        var configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(_ -> messages)
                .configureMessageSerializer(_ -> messages)
                .configureEventSerializer(_ -> names)
                .configureTransactionManager(_ -> transactions)
                .configureEventStore(_ -> store)
                .configureSnapshotter(axonParts ->
                        new Snapshotting(axonParts, store, transactions, synchronizations, snapshots, snapshotThread));
        configurer.eventProcessing(processors::configure);
        projections.forEach(projection -> configurer.eventProcessing(processing -> follow(processing, projection)));
        return configurer;
    }

    /**
     * An aggregate that is loaded from its last snapshot and the entries after it; a snapshot is taken after a command that
     * had to read many. The service's schema has a table {@code snapshot} for it.
     */
    public <A> AggregateConfigurer<A> withSnapshots(Class<A> aggregate) {
        snapshots.add(aggregate);
        return AggregateConfigurer.defaultConfiguration(aggregate)
                .configureSnapshotTrigger(
                        it -> new EventCountSnapshotTriggerDefinition(it.snapshotter(), ENTRIES_PER_SNAPSHOT));
    }

    /** The states kept of aggregates with snapshots. */
    public Snapshots snapshots() {
        return snapshots;
    }

    private static void follow(EventProcessingConfigurer processing, Projection projection) {
        var handlers = projection.handlers().apply(TableSet.LIVE);
        processing
                .registerEventHandler(_ -> handlers)
                .assignHandlerInstancesMatching(projection.name(), handlers::equals);
    }

    /**
     * Checks rights and schemas, then starts all that runs by itself, the processors last.
     *
     * @throws IllegalStateException if the role could change the log, a schema is of another version, or a projection
     *     has no row in it
     */
    public void start(Configuration configuration) {
        LogRights.check(database);
        SchemaCheck.check(database, List.of("log", settings.schema()));
        rebuilds.check();
        configuration.eventProcessingConfiguration().eventProcessors().keySet().forEach(progress::register);
        axon = configuration;
        head.start();
        sequencer.start();
        configuration.start();
        rebuilds.start(configuration);
        watch.start();
    }

    /** Stops the processors first: they need the rest until their last batch is done. */
    @Override
    public void close() {
        watch.close();
        rebuilds.close();
        rebuilds.stopAll();
        if (axon != null) {
            axon.shutdown();
        }
        snapshotThread.shutdownNow();
        sequencer.close();
        head.close();
    }

    /** The names of all processors of this service. */
    public Set<String> processors() {
        return processors.names();
    }

    /** The names of those that can be rebuilt. */
    public Set<String> projectionNames() {
        return rebuilds.names();
    }

    /** How far each processor is, asked now; the same in every replica but for failures that only their owner met. */
    public List<ProcessorProgress> progress() {
        return watch.look().processors();
    }

    /** How far each projection is and its last rebuild, by name. */
    public List<ProjectionState> projections() {
        return watch.look().projections();
    }

    public Optional<ProjectionState> projection(String name) {
        return projections().stream().filter(it -> it.name().equals(name)).findFirst();
    }

    /**
     * Has a projection built anew from the first entry, into its next tables, which then take over from the live ones.
     * Joins a transaction of the caller.
     *
     * @param requestedBy the subject who asks for it
     * @return whether it starts; false while one is running
     */
    public boolean rebuild(String name, String requestedBy) {
        return rows.start(known(name), requestedBy, reader.head());
    }

    /** Ends a rebuild without a change to what is read; whether there was one running. */
    public boolean cancelRebuild(String name) {
        return rows.cancel(known(name));
    }

    private String known(String name) {
        if (!rows.knows(name)) {
            throw new IllegalArgumentException("No such projection: " + name);
        }
        return name;
    }

    LogWatch.Sight lastSight() {
        return watch.last();
    }

    /** Without this, a processor that failed n times stands for up to a minute after the cure. */
    private void tryAgain(String processor) {
        if (axon != null) {
            axon.eventProcessingConfiguration()
                    .eventProcessor(processor, PooledStreamingEventProcessor.class)
                    .filter(it -> it.processingStatus().isEmpty())
                    .ifPresent(it -> it.claimSegment(0));
            rebuilds.claimAgain(processor);
        }
    }

    private TokenStore tokens(Serializer json) {
        return new ClaimedTokens(JdbcTokenStore.builder()
                .connectionProvider(database::getConnection)
                .serializer(json)
                .nodeId(settings.node())
                .claimTimeout(settings.claimTimeout())
                .schema(TokenSchema.builder()
                        .setTokenTable(settings.schema() + ".token_entry")
                        .setProcessorNameColumn("processor_name")
                        .setTokenTypeColumn("token_type")
                        .setTimestampColumn("updated_at")
                        .build()));
    }
}
