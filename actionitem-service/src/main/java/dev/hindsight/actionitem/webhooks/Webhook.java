package dev.hindsight.actionitem.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A subscription: who is told of which events.
 *
 * @param team only what belongs to this team is told; null for what belongs to any
 * @param eventTypes stored names of events
 * @param createdBy subject id
 * @param rotatedBy who had the last secret drawn in place of another; null if nobody had
 * @param disabledBecause why nothing is told any more; null while something is
 * @param disabledBy null where nobody but the receiver asked for it
 * @param replayedFrom the position from which it was told again last; null if it never was
 * @param replayedTo as far as that is on its way
 * @param replayUpTo the last position that is told again
 * @param replayedBy who asked for that
 * @param secret what its messages are signed with; null but in the answer that it is drawn for
 * @param version how often it was changed
 */
public record Webhook(
        UUID webhookId,
        String url,
        @Nullable String description,
        @Nullable String team,
        List<String> eventTypes,
        Instant createdAt,
        String createdBy,
        @Nullable String rotatedBy,
        @Nullable Instant disabledAt,
        @Nullable String disabledBecause,
        @Nullable String disabledBy,
        @Nullable Long replayedFrom,
        @Nullable Long replayedTo,
        @Nullable Long replayUpTo,
        @Nullable String replayedBy,
        @Nullable String secret,
        long version) {

    /** The same, with the secret that belongs to its version. */
    public Webhook with(String drawn) {
        return new Webhook(
                webhookId,
                url,
                description,
                team,
                eventTypes,
                createdAt,
                createdBy,
                rotatedBy,
                disabledAt,
                disabledBecause,
                disabledBy,
                replayedFrom,
                replayedTo,
                replayUpTo,
                replayedBy,
                drawn,
                version);
    }

    /** Whether nothing is told any more. */
    public boolean hasEnded() {
        return disabledAt != null;
    }

    /** Whether it is still being told again. */
    public boolean hasMoreToReplay() {
        return replayedTo != null && replayUpTo != null && replayedTo < replayUpTo && !hasEnded();
    }

    /** Where it leads to may be a secret, and is for no log. */
    @Override
    public String toString() {
        return "webhook " + webhookId;
    }
}
