package dev.hindsight.contracts.incident;

import dev.hindsight.contracts.time.OccurredAt;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a timeline entry says. A correction states it anew as a whole, so that both readings stay complete.
 *
 * @param source where this was learnt: a channel, a document, a person's role; never a person's name
 */
public record TimelineFacts(
        TimelineKind kind,
        String text,
        OccurredAt occurredAt,
        @Nullable String source,
        List<UUID> evidence,
        @Nullable ChainPosition chainPosition) {}
