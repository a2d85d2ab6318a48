package dev.hindsight.folds.postmortem;

import dev.hindsight.contracts.postmortem.CoachAnswer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was made of a finding of the blameless coach.
 *
 * @param start and {@code end}: where the finding is in the text, as an index of its characters
 */
public record AnsweredFinding(
        UUID textId,
        String rule,
        int start,
        int end,
        CoachAnswer answer,
        @Nullable String reason,
        @Nullable String rewording,
        Instant recordedAt,
        @Nullable String recordedBy) {}
