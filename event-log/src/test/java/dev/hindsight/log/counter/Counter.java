package dev.hindsight.log.counter;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.hindsight.log.counter.CounterCommand.IncreaseCounter;
import dev.hindsight.log.counter.CounterCommand.StartCounter;
import dev.hindsight.log.counter.CounterCommand.TellCounter;
import dev.hindsight.log.counter.CounterEvent.CounterIncreased;
import dev.hindsight.log.counter.CounterEvent.CounterStarted;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
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

    private int increases;
    private final Set<String> writers = new HashSet<>();

    @CommandHandler
    Counter(StartCounter command) {
        apply(new CounterStarted(command.counterId()));
    }

    @CommandHandler
    void handle(IncreaseCounter command) {
        apply(new CounterIncreased(id, command.writer(), command.step(), command.occurredAt()));
    }

    /** Tells the state, which otherwise nobody sees. */
    @CommandHandler
    String handle(TellCounter command) {
        return "%d by %s".formatted(increases, new TreeSet<>(writers));
    }

    @EventSourcingHandler
    void on(CounterEvent event) {
        id = event.counterId();
        if (event instanceof CounterIncreased increased) {
            increases++;
            writers.add(increased.writer());
        }
    }

    /** For Axon only. */
    protected Counter() {}
}
