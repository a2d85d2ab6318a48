package dev.hindsight.log.counter;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of a counter. */
public sealed interface CounterCommand {

    record StartCounter(@TargetAggregateIdentifier UUID counterId) implements CounterCommand {}

    record IncreaseCounter(@TargetAggregateIdentifier UUID counterId, String writer, long step, Instant occurredAt)
            implements CounterCommand {}

    record TellCounter(@TargetAggregateIdentifier UUID counterId) implements CounterCommand {}
}
