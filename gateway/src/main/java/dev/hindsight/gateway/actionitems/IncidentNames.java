package dev.hindsight.gateway.actionitems;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the incidents are called that action items know by id. */
public record IncidentNames(Map<String, Name> known) {

    /** @param title null where it could not be read: then the reference is the id */
    public record Name(String reference, @Nullable String title) {}

    public Name of(String id) {
        return known.getOrDefault(id, unread(id));
    }

    static Name unread(String id) {
        return new Name(id, null);
    }
}
