package dev.hindsight.gateway.incidents;

import org.jspecify.annotations.Nullable;

/** What a timeline entry says, in one of its versions. */
public record Statement(
        String kind,
        String text,
        Moment occurredAt,
        @Nullable String source,
        @Nullable ChainPosition chainPosition) {}
