package dev.hindsight.incident.rest;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bodies of commands about suggested severities. */
final class SeverityRequests {

    private SeverityRequests() {}

    /**
     * Facts that a severity may follow from: either a series of blocks or a share of nodes.
     *
     * @param series evidenceId of a metric series with one point for each block, at the time of the block; its values, such
     *     as heights, are not looked at
     * @param at until when blocks were waited for; the last block of the series if absent
     * @param nodesDownPercent which share of the nodes is down
     */
    record Suggest(
            @Nullable UUID series,
            @Nullable OffsetDateTime at,

            @Nullable @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 6)
            BigDecimal nodesDownPercent) {}

    /** Nothing has to be said. */
    record Accept() {}
}
