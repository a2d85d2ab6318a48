package dev.hindsight.log;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfiguration;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jdbi.v3.core.JdbiException;

/**
 * Takes snapshots on a thread of its own, after the transaction that gave rise to them, from what is committed by then. What
 * goes wrong costs that snapshot and a line of the service's own log.
 */
final class Snapshotting extends AggregateSnapshotter {

    private static final int WAITING = 1000;

    private final TransactionSynchronizationRegistry jta;
    private final Snapshots snapshots;

    Snapshotting(
            Configuration axon,
            EventStore store,
            TransactionManager transactions,
            TransactionSynchronizationRegistry jta,
            Snapshots snapshots,
            ExecutorService thread) {
        super(builder(axon, store, transactions, thread));
        this.jta = jta;
        this.snapshots = snapshots;
    }

    private static Builder builder(
            Configuration axon, EventStore store, TransactionManager transactions, ExecutorService thread) {
        return AggregateSnapshotter.builder()
                .eventStore(store)
                .executor(thread)
                .transactionManager(transactions)
                .aggregateFactories(axon.findModules(AggregateConfiguration.class).stream()
                        .<AggregateFactory<?>>map(it -> ((AggregateConfiguration<?>) it).aggregateFactory())
                        .toList())
                .repositoryProvider(axon::repository)
                .parameterResolverFactory(axon.parameterResolverFactory())
                .handlerDefinition(axon.handlerDefinition(Object.class));
    }

    /** One thread is enough and cannot crowd out commands; its queue is bounded, as no snapshot is needed. */
    static ExecutorService thread() {
        return new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(WAITING),
                Thread.ofPlatform().daemon().name("snapshots").factory());
    }

    @Override
    public void scheduleSnapshot(Class<?> aggregateType, String aggregateId) {
        switch (jta.getTransactionStatus()) {
            case Status.STATUS_NO_TRANSACTION -> enqueue(aggregateType, aggregateId);
            case Status.STATUS_ACTIVE ->
                jta.registerInterposedSynchronization(new Synchronization() {
                    @Override
                    public void beforeCompletion() {}

                    @Override
                    public void afterCompletion(int status) {
                        if (status == Status.STATUS_COMMITTED) {
                            enqueue(aggregateType, aggregateId);
                        }
                    }
                });
            default -> {
                // nothing came of that transaction
            }
        }
    }

    private void enqueue(Class<?> aggregateType, String aggregateId) {
        try {
            super.scheduleSnapshot(aggregateType, aggregateId);
        } catch (RejectedExecutionException e) {
            snapshots.failed();
        }
    }

    @Override
    protected Runnable createSnapshotterTask(Class<?> aggregateType, String aggregateId) {
        var task = super.createSnapshotterTask(aggregateType, aggregateId);
        return () -> {
            try {
                snapshots.lock(UUID.fromString(aggregateId));
                task.run();
            } catch (RuntimeException e) {
                snapshots.failed();
                throw new IllegalStateException(
                        "%s %s: %s".formatted(aggregateType.getSimpleName(), aggregateId, reason(e)));
            }
        };
    }

    /** Messages of the database's failures quote the state. */
    private static String reason(Throwable failure) {
        return switch (failure) {
            case SQLException sql -> "SQL state " + sql.getSQLState();
            case JdbiException jdbi when jdbi.getCause() != null -> reason(jdbi.getCause());
            case JdbiException jdbi -> jdbi.getClass().getSimpleName();
            default -> failure.toString();
        };
    }
}
