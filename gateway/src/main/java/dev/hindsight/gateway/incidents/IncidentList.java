package dev.hindsight.gateway.incidents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of incidents, newest first, and where the next one starts. */
public record IncidentList(
        List<IncidentSummary> items, @Nullable String nextCursor) {}
