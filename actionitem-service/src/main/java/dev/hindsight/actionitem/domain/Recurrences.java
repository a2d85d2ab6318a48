package dev.hindsight.actionitem.domain;

import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemRecurred;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Remembers of which later incidents, and of which factors of them, it is recorded that they share one with the item. */
final class Recurrences {

    private final Set<Of> recorded = new HashSet<>();

    private record Of(UUID incident, @Nullable UUID factor) {}

    void add(ActionItemRecurred recurred) {
        recorded.add(of(recurred));
    }

    /** Whether it adds nothing: that incidents are linked says no more than that they share a factor. */
    boolean tell(ActionItemRecurred found) {
        return recorded.contains(of(found))
                || found.factorId() == null
                        && recorded.stream().anyMatch(one -> one.incident().equals(found.incidentId()));
    }

    private static Of of(ActionItemRecurred recurred) {
        return new Of(recurred.incidentId(), recurred.factorId());
    }
}
