package dev.hindsight.incident.rest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.hindsight.contracts.incident.EvidenceFacts;
import dev.hindsight.contracts.incident.EvidenceFacts.BlockRange;
import dev.hindsight.contracts.incident.EvidenceFacts.MetricSeries;
import dev.hindsight.contracts.incident.EvidenceFacts.StoredContent;
import dev.hindsight.contracts.incident.EvidenceFacts.TransactionReference;
import dev.hindsight.contracts.incident.EvidenceKind;
import dev.hindsight.incident.evidence.SeriesPoint;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.logkit.StatedTime;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The bodies of commands about evidence. */
final class EvidenceRequests {

    private static final String WEB_ADDRESS = "https?://[^\\s/?#].*";
    private static final String SHA_256 = "[0-9a-fA-F]{64}";
    private static final int MOST_POINTS = 100_000;
    private static final int MOST_DIGITS = 30;
    private static final int MOST_DECIMALS = 18;

    private EvidenceRequests() {}

    /**
     * Evidence without a file. Which of the fields belong to it is a matter of its kind.
     *
     * @param collectedAt when it was taken from its source; now if absent
     * @param collector what kind of person or program took it, never a name
     * @param tool by which it was taken, with its version
     * @param name of a metric series; its title if absent
     * @param unit of a metric series
     * @param points of a metric series, in the order of time, at most 100000
     * @param text of a log excerpt, incident report or communication record
     * @param digest of the text in UTF-8: SHA-256, hexadecimal
     */
    record Record(
            @NotNull EvidenceKind kind,
            @NotBlank @Size(max = 300) String title,
            @Nullable StatedTime collectedAt,
            @Nullable @Size(max = 300) String collector,
            @Nullable @Size(max = 300) String tool,

            @Nullable @Size(max = 2_000) @Pattern(regexp = WEB_ADDRESS, message = "must be a web address")
            String url,

            @Nullable @Valid Transaction transaction,
            @Nullable @Valid Blocks blockRange,
            @Nullable @Size(max = 200) String name,
            @Nullable @Size(max = 100) String unit,
            @Nullable @Size(min = 1, max = MOST_POINTS) List<Point> points,
            @Nullable @Size(min = 1, max = 1_000_000) String text,

            @Nullable @Pattern(regexp = SHA_256, message = "must be a SHA-256 in hexadecimal")
            String digest) {

        /** What belongs to one kind is refused with another: it would be lost. */
        Record requireFitting() {
            var fields = fields();
            required().stream()
                    .filter(field -> !fields.contains(field))
                    .findFirst()
                    .ifPresent(field -> {
                        throw ProblemException.invalid(field, "must be given with a " + kind);
                    });
            var fitting = fitting();
            fields.stream()
                    .filter(field -> !fitting.contains(field))
                    .findFirst()
                    .ifPresent(field -> {
                        throw ProblemException.invalid(field, "does not belong to a " + kind);
                    });
            if (isText() && text == null && url == null) {
                throw ProblemException.invalid("text", "or url must be given with a " + kind);
            }
            if (digest != null && text == null) {
                throw ProblemException.invalid("digest", "is that of the text, which is missing");
            }
            return this;
        }

        /** The points in the order of time, their values exact; none if it is no series. */
        @JsonIgnore
        List<SeriesPoint> series() {
            var series = new ArrayList<SeriesPoint>();
            for (var point : points == null ? List.<Point>of() : points) {
                var at = point == null || point.at() == null
                        ? null
                        : point.at().toInstant().truncatedTo(ChronoUnit.MICROS);
                var value = point == null ? null : point.value();
                if (at == null || value == null || !isPlausible(value)) {
                    throw ProblemException.invalid(
                            "points[%d]".formatted(series.size()),
                            "must have a time and a value of at most %d digits and %d decimals"
                                    .formatted(MOST_DIGITS, MOST_DECIMALS));
                }
                if (!series.isEmpty() && at.isBefore(series.getLast().at())) {
                    throw ProblemException.invalid(
                            "points[%d].at".formatted(series.size()), "must not be before the point before it");
                }
                series.add(new SeriesPoint(at, value));
            }
            return series;
        }

        EvidenceFacts facts(Instant now, List<SeriesPoint> series, @Nullable StoredContent content) {
            return new EvidenceFacts(
                    kind,
                    title,
                    StatedTime.orNow(collectedAt, now),
                    collector,
                    tool,
                    url,
                    transaction == null ? null : transaction.reference(),
                    blockRange == null ? null : blockRange.range(),
                    series.isEmpty() ? null : summary(series),
                    content);
        }

        private MetricSeries summary(List<SeriesPoint> series) {
            return new MetricSeries(
                    name == null ? title : name,
                    unit,
                    series.size(),
                    series.getFirst().at(),
                    series.getLast().at(),
                    series.stream()
                            .map(SeriesPoint::value)
                            .min(Comparator.naturalOrder())
                            .orElseThrow(),
                    series.stream()
                            .map(SeriesPoint::value)
                            .max(Comparator.naturalOrder())
                            .orElseThrow());
        }

        private Set<String> required() {
            return switch (kind) {
                case LINK -> Set.of("url");
                case TRANSACTION -> Set.of("transaction");
                case BLOCK_RANGE -> Set.of("blockRange");
                case METRIC_SERIES -> Set.of("points");
                case LOG_EXCERPT, INCIDENT_REPORT, COMMUNICATION_RECORD -> Set.of();
                case FILE -> throw ProblemException.invalid("kind", "FILE is sent as multipart/form-data");
            };
        }

        private Set<String> fitting() {
            return switch (kind) {
                case LINK, FILE -> Set.of("url");
                case TRANSACTION -> Set.of("transaction", "url");
                case BLOCK_RANGE -> Set.of("blockRange", "url");
                case METRIC_SERIES -> Set.of("points", "name", "unit", "url");
                case LOG_EXCERPT, INCIDENT_REPORT, COMMUNICATION_RECORD -> Set.of("text", "url", "digest");
            };
        }

        private boolean isText() {
            return kind == EvidenceKind.LOG_EXCERPT
                    || kind == EvidenceKind.INCIDENT_REPORT
                    || kind == EvidenceKind.COMMUNICATION_RECORD;
        }

        private List<String> fields() {
            var fields = new ArrayList<String>();
            addIf(url, "url", fields);
            addIf(transaction, "transaction", fields);
            addIf(blockRange, "blockRange", fields);
            addIf(name, "name", fields);
            addIf(unit, "unit", fields);
            addIf(points, "points", fields);
            addIf(text, "text", fields);
            addIf(digest, "digest", fields);
            return fields;
        }

        private static void addIf(@Nullable Object value, String field, List<String> fields) {
            if (value != null) {
                fields.add(field);
            }
        }

        private static boolean isPlausible(BigDecimal value) {
            return value.scale() <= MOST_DECIMALS && (long) value.precision() - value.scale() <= MOST_DIGITS;
        }
    }

    /** One value of a series. */
    record Point(@Nullable OffsetDateTime at, @Nullable BigDecimal value) {}

    /** @param hash as its chain writes it */
    record Transaction(
            @NotBlank @Size(max = 100) String chain,
            @NotBlank @Size(max = 200) String hash,
            @Nullable @Min(0) Long height) {

        TransactionReference reference() {
            return new TransactionReference(chain, hash, height);
        }
    }

    /** Both ends are included. */
    record Blocks(
            @NotBlank @Size(max = 100) String chain,
            @NotNull @Min(0) Long firstHeight,
            @NotNull @Min(0) Long lastHeight) {

        BlockRange range() {
            if (lastHeight < firstHeight) {
                throw ProblemException.invalid("blockRange.lastHeight", "must not be before firstHeight");
            }
            return new BlockRange(chain, firstHeight, lastHeight);
        }
    }

    /** A file, sent as a form. What its media type is, is found in its bytes. */
    record Form(
            @Schema(type = SchemaType.STRING, format = "binary") @NotNull
            String file,

            @NotNull FileKind kind,
            @NotBlank @Size(max = 300) String title,
            @Nullable StatedTime collectedAt,
            @Nullable @Size(max = 300) String collector,
            @Nullable @Size(max = 300) String tool,

            @Nullable @Size(max = 2_000) @Pattern(regexp = WEB_ADDRESS, message = "must be a web address")
            String url,

            @Nullable @Pattern(regexp = SHA_256, message = "must be a SHA-256 in hexadecimal")
            String digest) {

        EvidenceFacts facts(Instant now, StoredContent content) {
            return new EvidenceFacts(
                    EvidenceKind.valueOf(kind.name()),
                    title,
                    StatedTime.orNow(collectedAt, now),
                    collector,
                    tool,
                    url,
                    null,
                    null,
                    null,
                    content);
        }
    }

    /** The kinds of evidence that can be a file. */
    enum FileKind {
        FILE,
        LOG_EXCERPT,
        INCIDENT_REPORT,
        COMMUNICATION_RECORD
    }

    /** A series with fewer points: those by which it still looks the same. @param recorded how many there are */
    record Thinned(String name, @Nullable String unit, int recorded, List<SeriesPoint> points) {}
}
