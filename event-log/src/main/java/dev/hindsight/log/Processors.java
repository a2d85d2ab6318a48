package dev.hindsight.log;

import dev.hindsight.log.Failures.Failure;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Makes the processors of a service: one segment, so a total order; a failure stops them, is reported and tried again. */
final class Processors {

    private static final int BATCH = 500;
    private static final ThreadLocal<EventMessage<?>> FAILED = new ThreadLocal<>();

    private final EventNames names;
    private final LogEventStore store;
    private final TokenStore tokens;
    private final JtaTransactions transactions;
    private final Failures failures;
    private final EventLogSettings settings;
    private final Set<String> processors = ConcurrentHashMap.newKeySet();

    Processors(
            EventNames names,
            LogEventStore store,
            TokenStore tokens,
            JtaTransactions transactions,
            Failures failures,
            EventLogSettings settings) {
        this.names = names;
        this.store = store;
        this.tokens = tokens;
        this.transactions = transactions;
        this.failures = failures;
        this.settings = settings;
    }

    void configure(EventProcessingConfigurer processing) {
        processing
                .registerTokenStore(_ -> tokens)
                .registerDefaultListenerInvocationErrorHandler(_ -> PropagatingErrorHandler.INSTANCE)
                .registerDefaultErrorHandler(_ -> this::batchFailed)
                .registerDefaultHandlerInterceptor((_, _) -> Processors::remember)
                .registerEventProcessorFactory(this::processor);
    }

    /** Claims are extended three times within their time-out. */
    private EventProcessor processor(String name, Configuration axon, EventHandlerInvoker handlers) {
        processors.add(name);
        long often = settings.claimTimeout().toMillis() / 3;
        var processing = axon.eventProcessingConfiguration();
        return PooledStreamingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(handlers)
                .rollbackConfiguration(processing.rollbackConfiguration(name))
                .errorHandler(processing.errorHandler(name))
                .messageSource(new ProcessorSource(name, store, failures, () -> handled(processing, name)))
                .tokenStore(tokens)
                .transactionManager(transactions)
                .initialSegmentCount(1)
                .initialToken(StreamableMessageSource::createTailToken)
                .batchSize(BATCH)
                .tokenClaimInterval(often)
                .claimExtensionThreshold(often)
                .enableCoordinatorClaimExtension()
                .coordinatorExecutor(new EagerScheduler("coordinator-" + name, settings.retryPause()))
                .workerExecutor(new EagerScheduler("worker-" + name, Duration.ofDays(1)))
                .build();
    }

    Set<String> names() {
        return Set.copyOf(processors);
    }

    private static Object remember(UnitOfWork<? extends EventMessage<?>> unit, InterceptorChain chain)
            throws Exception {
        try {
            return chain.proceed();
        } catch (Exception e) {
            FAILED.set(unit.getMessage());
            throw e;
        }
    }

    private void batchFailed(ErrorContext context) {
        EventMessage<?> event =
                Objects.requireNonNullElse(FAILED.get(), context.failedEvents().getFirst());
        FAILED.remove();
        var reason = Failures.reason(context.error());
        failures.add(context.eventProcessor(), new Failure(position(event), names.of(event.getPayloadType()), reason));
        throw new ProcessorFailureException(reason, context.error());
    }

    private static long position(EventMessage<?> event) {
        return event instanceof TrackedEventMessage<?> tracked
                ? tracked.trackingToken().position().orElse(0)
                : 0;
    }

    /** Asked of the processor itself, which knows it without a look at the database. */
    private static long handled(EventProcessingConfiguration processing, String processor) {
        return processing
                .eventProcessor(processor, PooledStreamingEventProcessor.class)
                .map(it -> it.processingStatus().get(0))
                .map(status -> status.getCurrentPosition().orElse(0))
                .orElse(0L);
    }
}
