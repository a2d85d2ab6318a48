package dev.hindsight.folds.postmortem;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the review of the current version of the document is.
 *
 * @param draftSharedAt when it was first shared to prepare the meeting; null if it was not
 * @param sharedAt when what came of the meeting was last shared
 * @param reviewers subject ids; empty if anyone of the circle may approve
 * @param publishedAt null until this version is published
 */
public record ReviewState(
        @Nullable Instant draftSharedAt,
        @Nullable Instant sharedAt,
        List<String> reviewers,
        List<Approval> approvals,
        @Nullable Instant publishedAt) {

    static final ReviewState NONE = new ReviewState(null, null, List.of(), List.of(), null);

    /** @param approver subject id */
    public record Approval(
            @Nullable String approver, @Nullable String comment, Instant recordedAt) {}

    ReviewState draftShared(Instant at) {
        return new ReviewState(draftSharedAt == null ? at : draftSharedAt, sharedAt, reviewers, approvals, publishedAt);
    }

    ReviewState shared(Instant at, List<String> with) {
        return new ReviewState(draftSharedAt, at, with, approvals, publishedAt);
    }

    ReviewState approved(Approval approval) {
        var all = new ArrayList<>(approvals);
        all.add(approval);
        return new ReviewState(draftSharedAt, sharedAt, reviewers, List.copyOf(all), publishedAt);
    }

    /** Of the next version of the document. */
    ReviewState anew() {
        return new ReviewState(draftSharedAt, null, List.of(), List.of(), null);
    }

    ReviewState published(Instant at) {
        return new ReviewState(draftSharedAt, sharedAt, reviewers, approvals, at);
    }
}
