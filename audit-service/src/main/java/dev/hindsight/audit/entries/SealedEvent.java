package dev.hindsight.audit.entries;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One sealed entry of the log as auditors read it.
 *
 * @param recordedAt when the log numbered it
 * @param actor subject of the caller; null where the system itself recorded it
 * @param withheld true if the payload is left out, as it belongs to a restricted incident
 * @param payload the JSON that is stored
 */
public record SealedEvent(
        long position,
        UUID eventId,
        String aggregateType,
        UUID aggregateId,
        long sequence,
        String type,
        @Nullable String revision,
        Instant recordedAt,
        Instant appendedAt,
        String appendedBy,
        @Nullable String actor,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean withheld,

        @JsonInclude(JsonInclude.Include.NON_NULL) @JsonRawValue @Nullable @Schema(type = SchemaType.OBJECT)
        String payload) {}
