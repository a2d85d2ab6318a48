package dev.hindsight.actionitem.webhooks;

import dev.hindsight.contracts.EventCatalogue;
import dev.hindsight.contracts.actionitem.ActionItemEvent;
import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.contracts.postmortem.PostMortemEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The events that webhooks may be told of, by the names under which they are stored. */
public final class WebhookEvents {

    /** What is told where nothing is named. */
    public static final List<String> OF_ACTION_ITEMS =
            names(ActionItemEvent.class).toList();

    public static final Set<String> ALL = Stream.of(ActionItemEvent.class, IncidentEvent.class, PostMortemEvent.class)
            .flatMap(WebhookEvents::names)
            .collect(Collectors.toUnmodifiableSet());

    private WebhookEvents() {}

    private static Stream<String> names(Class<?> family) {
        return EventCatalogue.eventsOf(family).stream().map(EventCatalogue::nameOf);
    }
}
