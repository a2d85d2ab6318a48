package dev.hindsight.incident.domain;

import static dev.hindsight.contracts.postmortem.PostMortemState.APPROVED;
import static dev.hindsight.contracts.postmortem.PostMortemState.CLOSED;
import static dev.hindsight.contracts.postmortem.PostMortemState.IN_REVIEW;
import static dev.hindsight.contracts.postmortem.PostMortemState.IN_SESSION;
import static dev.hindsight.contracts.postmortem.PostMortemState.PLANNED;
import static dev.hindsight.contracts.postmortem.PostMortemState.PREPARING;
import static dev.hindsight.contracts.postmortem.PostMortemState.PUBLISHED;
import static dev.hindsight.contracts.postmortem.PostMortemState.SCHEDULED;
import static dev.hindsight.contracts.postmortem.PostMortemState.WAIVED;

import dev.hindsight.contracts.postmortem.PostMortemState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which step of a post-mortem may follow which state of its document. */
public enum PostMortemTransition {
    PREPARE(PREPARING, "owner and facilitator", PLANNED),
    SCHEDULE(SCHEDULED, "a time", PREPARING, SCHEDULED),
    START(
            IN_SESSION,
            "a facilitator; a reason if it was not scheduled or the checklist is incomplete",
            PREPARING,
            SCHEDULED,
            IN_REVIEW),
    END(IN_REVIEW, "no parked solution that waits", IN_SESSION),
    SHARE(null, "–", PREPARING, SCHEDULED, IN_REVIEW),
    APPROVE(APPROVED, "enough approvals, none of them the owner's", IN_REVIEW),
    PUBLISH(PUBLISHED, "–", APPROVED),
    AMEND(IN_REVIEW, "a reason; it begins the next version", PUBLISHED, CLOSED),
    CLOSE(CLOSED, "every action item settled, or a reason", PUBLISHED),
    WAIVE(WAIVED, "a reason, and an approver who is somebody else", PLANNED, PREPARING, SCHEDULED);

    private final @Nullable PostMortemState to;
    private final String needs;
    private final List<PostMortemState> from;

    PostMortemTransition(@Nullable PostMortemState to, String needs, PostMortemState... from) {
        this.to = to;
        this.needs = needs;
        this.from = List.of(from);
    }

    /** The states from which the step may be taken. */
    public List<PostMortemState> from() {
        return from;
    }

    /** The state it leads to; null if the document stays in the one it is in. */
    public @Nullable PostMortemState to() {
        return to;
    }

    /** What it needs, in words. */
    public String needs() {
        return needs;
    }
}
