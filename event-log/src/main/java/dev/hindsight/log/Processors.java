package dev.hindsight.log;

import dev.hindsight.log.Failures.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

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
                .registerEventProcessorFactory(this::live);
    }

    private EventProcessor live(String name, Configuration axon, EventHandlerInvoker handlers) {
        processors.add(name);
        return processor(name, axon, handlers, coordinator(name), worker(name));
    }

    /** One that is not yet started, fills the next tables and ends with its rebuild. */
    NextProcessor next(Projection projection, Configuration axon) {
        var name = Projection.next(projection.name());
        var handlers = projection.handlers().apply(TableSet.NEXT);
        var invoker = SimpleEventHandlerInvoker.builder()
                .eventHandlers(handlers)
                .handlerDefinition(axon.handlerDefinition(handlers.getClass()))
                .parameterResolverFactory(axon.parameterResolverFactory())
                .listenerInvocationErrorHandler(PropagatingErrorHandler.INSTANCE)
                .build();
        var coordinator = coordinator(name);
        var worker = worker(name);
        var processor = processor(name, axon, invoker, coordinator, worker);
        processor.registerHandlerInterceptor(Processors::remember);
        return new NextProcessor(processor, List.of(coordinator, worker), () -> failures.forget(name));
    }

    private ScheduledExecutorService coordinator(String name) {
        return new EagerScheduler("coordinator-" + name, settings.retryPause());
    }

    private static ScheduledExecutorService worker(String name) {
        return new EagerScheduler("worker-" + name, Duration.ofDays(1));
    }

    /** Claims are extended three times within their time-out. */
    private PooledStreamingEventProcessor processor(
            String name,
            Configuration axon,
            EventHandlerInvoker handlers,
            ScheduledExecutorService coordinator,
            ScheduledExecutorService worker) {
        long often = settings.claimTimeout().toMillis() / 3;
        var processing = axon.eventProcessingConfiguration();
        var itself = new AtomicReference<@Nullable PooledStreamingEventProcessor>();
        var processor = PooledStreamingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(new EveryEvent(handlers))
                .rollbackConfiguration(processing.rollbackConfiguration(name))
                .errorHandler(processing.errorHandler(name))
                .messageSource(new ProcessorSource(name, store, failures, () -> handled(itself.get())))
                .tokenStore(tokens)
                .transactionManager(transactions)
                .initialSegmentCount(1)
                .initialToken(StreamableMessageSource::createTailToken)
                .batchSize(BATCH)
                .tokenClaimInterval(often)
                .claimExtensionThreshold(often)
                .enableCoordinatorClaimExtension()
                .coordinatorExecutor(coordinator)
                .workerExecutor(worker)
                .build();
        itself.set(processor);
        return processor;
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

    /** A claim that is gone is no failure: another processor goes on from there, or none is to. */
    private void batchFailed(ErrorContext context) {
        EventMessage<?> event =
                Objects.requireNonNullElse(FAILED.get(), context.failedEvents().getFirst());
        FAILED.remove();
        if (context.error() instanceof UnableToClaimTokenException lost) {
            throw lost;
        }
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
    private static long handled(@Nullable PooledStreamingEventProcessor processor) {
        var status = processor == null ? null : processor.processingStatus().get(0);
        return status == null ? 0 : status.getCurrentPosition().orElse(0);
    }
}
