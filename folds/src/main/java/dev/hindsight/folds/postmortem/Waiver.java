package dev.hindsight.folds.postmortem;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why there is no post-mortem.
 *
 * @param approver subject id
 */
public record Waiver(
        String reason,
        String approver,
        Instant recordedAt,
        @Nullable String recordedBy) {}
