package dev.hindsight.folds.postmortem;

import dev.hindsight.contracts.postmortem.AnalysisGap;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The end of the analysis.
 *
 * @param gaps what it lacked
 * @param overrideReason why it was concluded all the same; null if nothing was lacking
 */
public record Conclusion(
        Instant concludedAt,
        List<AnalysisGap> gaps,
        @Nullable String overrideReason,
        @Nullable String recordedBy) {}
