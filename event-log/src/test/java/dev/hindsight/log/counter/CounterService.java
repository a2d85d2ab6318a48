package dev.hindsight.log.counter;

import com.arjuna.ats.arjuna.common.CoordinatorEnvironmentBean;
import com.arjuna.ats.arjuna.common.ObjectStoreEnvironmentBean;
import com.arjuna.ats.internal.arjuna.objectstore.VolatileStore;
import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import com.arjuna.common.internal.util.propertyservice.BeanPopulator;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hindsight.log.Conflicts;
import dev.hindsight.log.EventLog;
import dev.hindsight.log.EventLogSettings;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.agroal.narayana.NarayanaTransactionIntegration;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
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

    private final AgroalDataSource database;
    private final UserTransaction jta;
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
        for (var store : new String[] {null, "communicationStore", "stateStore"}) {
            BeanPopulator.getNamedInstance(ObjectStoreEnvironmentBean.class, store)
                    .setObjectStoreType(VolatileStore.class.getName());
        }
        BeanPopulator.getDefaultInstance(CoordinatorEnvironmentBean.class).setDefaultTimeout(60);
        var synchronizations = new TransactionSynchronizationRegistryImple();
        jta = com.arjuna.ats.jta.UserTransaction.userTransaction();
        database = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(24)
                        .exceptionSorter(new PostgreSQLExceptionSorter()) // as Quarkus sets it
                        .transactionIntegration(new NarayanaTransactionIntegration(
                                com.arjuna.ats.jta.TransactionManager.transactionManager(), synchronizations))
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url)
                                .principal(new NamePrincipal(LOGIN))
                                .credential(new SimplePassword(PASSWORD))
                                .jdbcProperty("reWriteBatchedInserts", "true"))));
        jdbi = Jdbi.create(database);
        values = new CounterValues(jdbi);
        var json = JsonMapper.builder()
                .findAndAddModules()
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
        log = new EventLog(database, jta, synchronizations, json, events, settings);
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
                inOneTransaction(work);
                return;
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !Conflicts.isConflict(e)) {
                    throw e;
                }
            }
        }
    }

    private void inOneTransaction(Runnable work) {
        try {
            jta.begin();
            try {
                work.run();
                jta.commit();
            } finally {
                if (jta.getStatus() != Status.STATUS_NO_TRANSACTION) {
                    jta.rollback();
                }
            }
        } catch (jakarta.transaction.NotSupportedException
                | jakarta.transaction.SystemException
                | jakarta.transaction.RollbackException
                | jakarta.transaction.HeuristicMixedException
                | jakarta.transaction.HeuristicRollbackException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        log.close();
        database.close();
    }
}
