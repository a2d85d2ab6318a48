package dev.hindsight.gateway.actionitems;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of action items in the order of the service, and where the next one starts. */
public record ActionItemList(
        List<ActionItemSummary> items, @Nullable String nextCursor) {

    List<String> incidents() {
        return items.stream().flatMap(item -> item.incidentIds().stream()).toList();
    }
}
