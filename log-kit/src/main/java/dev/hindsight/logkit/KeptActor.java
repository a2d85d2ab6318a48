package dev.hindsight.logkit;

import dev.hindsight.kit.identity.Actor;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/** Keeps of a command's metadata with its events the subject of its caller, and nothing else. */
public final class KeptActor implements CorrelationDataProvider {

    @Override
    public Map<String, ?> correlationDataFor(Message<?> command) {
        return command.getMetaData().get(Actor.CALLER) instanceof Actor caller
                ? Map.of("actor", caller.subject())
                : Map.of();
    }
}
