package dev.hindsight.contracts.incident;

import dev.hindsight.contracts.time.OccurredAt;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One piece of evidence and how it came here. Content is kept beside the log, by its digest.
 *
 * @param collectedAt when it was taken from its source
 * @param collector what kind of person or program took it, never a name; who recorded it is with the event
 * @param tool by which it was taken, with its version
 * @param url where it is found; for a link
 * @param transaction for a transaction
 * @param blockRange for a range of blocks
 * @param series what a metric series holds, for a metric series
 * @param content what is kept; null where there is only a reference
 */
public record EvidenceFacts(
        EvidenceKind kind,
        String title,
        OccurredAt collectedAt,
        @Nullable String collector,
        @Nullable String tool,
        @Nullable String url,
        @Nullable TransactionReference transaction,
        @Nullable BlockRange blockRange,
        @Nullable MetricSeries series,
        @Nullable StoredContent content) {

    /** @param hash as its chain writes it */
    public record TransactionReference(
            String chain, String hash, @Nullable Long height) {}

    /** Both ends are included. */
    public record BlockRange(String chain, long firstHeight, long lastHeight) {}

    /**
     * A series of values over time, in the order of time; the points are the content.
     *
     * @param earliest time of the first point
     * @param latest time of the last point
     */
    public record MetricSeries(
            String name,
            @Nullable String unit,
            int points,
            Instant earliest,
            Instant latest,
            BigDecimal least,
            BigDecimal greatest) {}

    /**
     * Bytes that are kept.
     *
     * @param contentId under which they are kept
     * @param digest SHA-256, hexadecimal in lower case
     * @param size in bytes
     * @param mediaType as found in the bytes
     * @param fileName as its sender called it; null if it had no name
     */
    public record StoredContent(
            UUID contentId,
            String digest,
            long size,
            String mediaType,
            @Nullable String fileName) {}
}
