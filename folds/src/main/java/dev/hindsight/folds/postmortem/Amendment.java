package dev.hindsight.folds.postmortem;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Why a version of the document was begun after an earlier one was published. */
public record Amendment(
        int documentVersion,
        String reason,
        Instant recordedAt,
        @Nullable String recordedBy) {}
