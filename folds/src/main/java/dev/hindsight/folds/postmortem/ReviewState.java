package dev.hindsight.folds.postmortem;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the review of the current version of the document is.
 *
 * @param reviewers subject ids; empty if anyone of the circle may approve
 * @param publishedAt null until this version is published
 */
public record ReviewState(
        @Nullable Instant sharedAt,
        List<String> reviewers,
        List<Approval> approvals,
        @Nullable Instant publishedAt) {

    static final ReviewState NONE = new ReviewState(null, List.of(), List.of(), null);

    /** @param approver subject id */
    public record Approval(
            @Nullable String approver, @Nullable String comment, Instant recordedAt) {}
}
