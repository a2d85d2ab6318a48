package dev.hindsight.incident.records;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hindsight.contracts.incident.Severity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record of an outage as it may be imported. Nothing but id, title and severity is required: what a report does not
 * say stays a gap. Fields that are not here are refused, so that nothing is lost without a word.
 */
public record OutageRecord(
        String id,
        String title,
        @Nullable String team,
        @Nullable String organisation,
        @Nullable String network,
        @Nullable Source source,
        @Nullable String sourceCoverage,
        Severity severityGuess,
        @Nullable String category,
        @Nullable String assessmentBasis,
        @Nullable Instant impactStartedAt,
        @Nullable Instant detectedAt,
        @Nullable Instant mitigatedAt,
        @Nullable Instant resolvedAt,
        @Nullable LocalDate resolvedDate,
        @Nullable List<String> timeNotes,
        @Nullable String summary,
        @Nullable List<Entry> timeline,
        @Nullable List<StatedHypothesis> hypotheses,
        @Nullable List<String> contributingFactors,
        @Nullable String rootCause,
        @Nullable List<StatedAction> actionItems,
        @Nullable List<String> whatWentWell,
        @Nullable List<String> whatWentPoorly,
        @Nullable List<String> whereWeGotLucky,
        @Nullable List<Figure> metricsCited,
        @Nullable List<Episode> episodes) {

    record Source(
            @JsonProperty("ref") @Nullable String reference,
            @Nullable String url,
            @JsonProperty("license") @Nullable String licence) {}

    /** @param precision {@code day} where no finer time was stated */
    record Entry(
            Instant at,
            String kind,
            String text,
            @Nullable String source,
            @Nullable Boolean approx,
            @Nullable String precision) {}

    record StatedHypothesis(
            String text, @Nullable String status, @Nullable String evidence) {}

    /** @param owner refused unless null: an event names people by opaque ids only */
    record StatedAction(
            String text,
            @Nullable String owner,
            @Nullable String due,
            @Nullable String type,
            @Nullable String ownerImplied,
            @Nullable String status,
            @Nullable LocalDate completedOn,
            @Nullable String link) {}

    /** @param values a list, or an object of values by label */
    record Figure(
            String name,
            @Nullable String unit,
            @Nullable Boolean approx,
            @Nullable JsonNode value,
            @Nullable JsonNode from,
            @Nullable JsonNode to,
            @Nullable JsonNode values) {}

    record Episode(
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable List<Long> epochs) {}
}
