package dev.hindsight.contracts.digest;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a digest tells.
 *
 * @param eventId the event that somebody is told of
 * @param actionItemId the item that it is about; null, and only shown so, to those who may not read it
 */
public record DigestedNotice(UUID eventId, @Nullable UUID actionItemId) {

    /** That there is one, without what it is about. */
    public DigestedNotice withoutItem() {
        return new DigestedNotice(eventId, null);
    }
}
