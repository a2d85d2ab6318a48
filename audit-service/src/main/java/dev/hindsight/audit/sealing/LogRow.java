package dev.hindsight.audit.sealing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the log, exactly as it is stored.
 *
 * @param payloadSalt hexadecimal
 * @param metadataSalt hexadecimal
 */
public record LogRow(
        long position,
        UUID eventId,
        String aggregateType,
        UUID aggregateId,
        long sequence,
        String eventType,
        @Nullable String revision,
        String payload,
        String metadata,
        String payloadSalt,
        String metadataSalt,
        Instant appendedAt,
        String appendedBy,
        Instant recordedAt) {

    static LogRow of(ResultSet row) throws SQLException {
        return new LogRow(
                row.getLong("position"),
                row.getObject("event_id", UUID.class),
                row.getString("aggregate_type"),
                row.getObject("aggregate_id", UUID.class),
                row.getLong("sequence"),
                row.getString("event_type"),
                row.getString("revision"),
                row.getString("payload"),
                row.getString("metadata"),
                HexFormat.of().formatHex(row.getBytes("payload_salt")),
                HexFormat.of().formatHex(row.getBytes("metadata_salt")),
                row.getObject("appended_at", OffsetDateTime.class).toInstant(),
                row.getString("appended_by"),
                row.getObject("sequenced_at", OffsetDateTime.class).toInstant());
    }
}
