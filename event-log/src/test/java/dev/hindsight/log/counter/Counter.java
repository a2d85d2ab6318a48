package dev.hindsight.log.counter;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.hindsight.log.counter.CounterCommand.IncreaseCounter;
import dev.hindsight.log.counter.CounterCommand.StartCounter;
import dev.hindsight.log.counter.CounterEvent.CounterIncreased;
import dev.hindsight.log.counter.CounterEvent.CounterStarted;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;

/** A counter that is started once and then increased. */
@AggregateRoot(type = "counter")
public class Counter {

    @AggregateIdentifier
    private UUID id;

    @CommandHandler
    Counter(StartCounter command) {
        apply(new CounterStarted(command.counterId()));
    }

    @CommandHandler
    void handle(IncreaseCounter command) {
        apply(new CounterIncreased(id, command.writer(), command.step(), command.occurredAt()));
    }

    @EventSourcingHandler
    void on(CounterEvent event) {
        id = event.counterId();
    }

    /** For Axon only. */
    protected Counter() {}
}
