package dev.hindsight.incident.rest;

import dev.hindsight.contracts.postmortem.PostMortemState;
import dev.hindsight.folds.policy.Deadline;
import dev.hindsight.incident.postmortems.PostMortemOverview;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A post-mortem as the list shows it.
 *
 * @param owner subject id
 * @param meeting whether its meeting is due, met or missed by the policy in force
 * @param review the same of the draft that is shared before
 * @param begunAt when its first event was recorded
 */
record ListedPostMortem(
        UUID postMortemId,
        List<UUID> incidentIds,
        String team,
        @Nullable String owner,
        @Nullable String facilitator,
        PostMortemState state,
        int documentVersion,
        @Nullable Instant scheduledFor,
        Deadline meeting,
        Deadline review,
        int hypotheses,
        int actionItems,
        Instant begunAt,
        long version) {

    static ListedPostMortem of(PostMortemOverview row, Deadline meeting, Deadline review) {
        return new ListedPostMortem(
                row.postMortemId(),
                row.incidentIds(),
                row.team(),
                row.owner(),
                row.facilitator(),
                row.state(),
                row.documentVersion(),
                row.scheduledFor(),
                meeting,
                review,
                row.hypotheses(),
                row.actionItems(),
                row.begunAt(),
                row.version());
    }
}
