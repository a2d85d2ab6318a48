package dev.hindsight.actionitem.chase;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hindsight.actionitem.chase.NaiveChase.Told;
import dev.hindsight.contracts.EventCatalogue;
import dev.hindsight.contracts.actionitem.ActionItemEvent;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemResumed;
import dev.hindsight.contracts.actionitem.ChaseEvent.ActionItemEscalated;
import dev.hindsight.contracts.actionitem.ChaseEvent.ActionItemReminded;
import dev.hindsight.kit.json.EventJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Reads from the log what was decided. */
final class DecidedChase {

    private DecidedChase() {}

    /** What the log says was decided, in the words of the model. */
    static List<Told> in(Jdbi truth, People people) {
        var names = new LinkedHashMap<UUID, String>();
        people.items().forEach(item -> names.put(People.id(item), item.name));
        return truth.withHandle(db -> db.createQuery("""
                        SELECT event_type, payload FROM log.event_entry
                         WHERE event_type IN ('action-item-reminded', 'action-item-escalated', 'action-item-resumed')
                        """)
                .map((row, _) -> told(row.getString("event_type"), row.getString("payload"), names))
                .list());
    }

    private static Told told(String type, String payload, Map<UUID, String> names) {
        try {
            var event = (ActionItemEvent)
                    EventJson.mapper().readValue(payload, EventCatalogue.types().get(type));
            var item = names.get(event.actionItemId());
            return switch (event) {
                case ActionItemReminded e ->
                    new Told(
                            e.reminder().name(),
                            item,
                            e.days(),
                            e.about(),
                            e.scheduledFor(),
                            e.decidedAt(),
                            e.recipients());
                case ActionItemEscalated e ->
                    new Told(
                            "%s to %s".formatted(e.cause(), e.rung()),
                            item,
                            e.days(),
                            e.about(),
                            e.scheduledFor(),
                            e.decidedAt(),
                            e.recipients());
                case ActionItemResumed e ->
                    new Told(
                            "back",
                            item,
                            0,
                            null,
                            e.occurredAt().latest(),
                            e.occurredAt().latest(),
                            List.of());
                default -> throw new IllegalStateException("not asked for");
            };
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
