package dev.hindsight.log.counter;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Everything that can happen to a counter. */
public sealed interface CounterEvent {

    Map<String, Class<?>> NAMES =
            Map.of("counter-started", CounterStarted.class, "counter-increased", CounterIncreased.class);

    /** What the next build knows. */
    Map<String, Class<?>> NAMES_OF_THE_NEXT_BUILD = Map.of(
            "counter-started",
            CounterStarted.class,
            "counter-increased",
            CounterIncreased.class,
            "counter-renamed",
            CounterRenamed.class);

    UUID counterId();

    record CounterStarted(UUID counterId) implements CounterEvent {}

    /** The steps of one writer are made one after the other: each is the cause of the next. */
    record CounterIncreased(UUID counterId, String writer, long step, Instant occurredAt) implements CounterEvent {}

    record CounterRenamed(UUID counterId) implements CounterEvent {}
}
