package dev.hindsight.reporting.executive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report is about.
 *
 * @param from the earliest start of an incident; null for none
 * @param to which no start reaches; null for none
 * @param asOf the day (UTC) before which a due date makes an open action item overdue
 * @param teams whose incidents and action items, by name; null for those of all teams
 * @param readable which of them the reader may see, in words
 */
public record ReportScope(
        @Nullable Instant from,
        @Nullable Instant to,
        LocalDate asOf,
        @Nullable List<String> teams,
        String readable) {}
