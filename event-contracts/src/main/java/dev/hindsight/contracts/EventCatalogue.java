package dev.hindsight.contracts;

import dev.hindsight.contracts.actionitem.ActionItemEvent;
import dev.hindsight.contracts.digest.DigestEvent;
import dev.hindsight.contracts.glossary.GlossaryEvent;
import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.contracts.policy.PolicyEvent;
import dev.hindsight.contracts.postmortem.PostMortemEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds every event by its stored name. */
public final class EventCatalogue {

    /** The sealed interfaces that together hold every event. */
    public static final List<Class<?>> FAMILIES = List.of(
            IncidentEvent.class,
            PostMortemEvent.class,
            ActionItemEvent.class,
            GlossaryEvent.class,
            PolicyEvent.class,
            DigestEvent.class);

    private EventCatalogue() {}

    /** Stored name to record, in the order of the catalogue. */
    public static Map<String, Class<?>> types() {
        var types = new LinkedHashMap<String, Class<?>>();
        for (var family : FAMILIES) {
            for (var event : eventsOf(family)) {
                var other = types.put(nameOf(event), event);
                if (other != null) {
                    throw new IllegalStateException(
                            "%s and %s are both stored as %s".formatted(other, event, nameOf(event)));
                }
            }
        }
        return types;
    }

    /** The records of a family, also those that a part of it holds. */
    public static List<Class<?>> eventsOf(Class<?> family) {
        return Stream.of(family.getPermittedSubclasses())
                .flatMap(member -> member.isInterface() ? eventsOf(member).stream() : Stream.of(member))
                .toList();
    }

    public static String nameOf(Class<?> event) {
        var type = event.getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalStateException(event + " has no @EventType");
        }
        return type.value();
    }
}
