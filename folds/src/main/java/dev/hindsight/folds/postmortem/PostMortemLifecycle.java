package dev.hindsight.folds.postmortem;

import dev.hindsight.contracts.postmortem.MeetingEvent.MeetingEnded;
import dev.hindsight.contracts.postmortem.MeetingEvent.MeetingStarted;
import dev.hindsight.contracts.postmortem.PostMortemEvent;
import dev.hindsight.contracts.postmortem.PostMortemEvent.MeetingScheduled;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemAmended;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemApproved;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemClosed;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemCreated;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemImported;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemPlanned;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemPublished;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemWaived;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PreparationBegun;
import dev.hindsight.contracts.postmortem.PostMortemState;

/** Tells to which state of the document an event leads. */
public final class PostMortemLifecycle {

    private PostMortemLifecycle() {}

    /** @param before what the state was; it stays unless the event is a step */
    public static PostMortemState after(PostMortemEvent event, PostMortemState before) {
        return switch (event) {
            case PostMortemPlanned _ -> PostMortemState.PLANNED;
            case PostMortemCreated _, PreparationBegun _ -> PostMortemState.PREPARING;
            case MeetingScheduled _ -> PostMortemState.SCHEDULED;
            case MeetingStarted _ -> PostMortemState.IN_SESSION;
            case MeetingEnded _, PostMortemAmended _ -> PostMortemState.IN_REVIEW;
            case PostMortemApproved _ -> PostMortemState.APPROVED;
            case PostMortemImported _, PostMortemPublished _ -> PostMortemState.PUBLISHED;
            case PostMortemClosed _ -> PostMortemState.CLOSED;
            case PostMortemWaived _ -> PostMortemState.WAIVED;
            default -> before;
        };
    }
}
