package dev.hindsight.incident.postmortems;

import dev.hindsight.contracts.postmortem.MeetingEvent.MeetingStarted;
import dev.hindsight.contracts.postmortem.PostMortemEvent;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ActionItemAgreed;
import dev.hindsight.contracts.postmortem.PostMortemEvent.Beginning;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisProposed;
import dev.hindsight.contracts.postmortem.PostMortemEvent.MeetingScheduled;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemAmended;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemAssigned;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemCreated;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PreparationBegun;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ReviewShared;
import dev.hindsight.contracts.postmortem.PostMortemState;
import dev.hindsight.folds.postmortem.PostMortemLifecycle;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of the list while a batch of events changes it. */
final class PostMortemRow {

    private @Nullable PostMortemOverview row;

    static PostMortemRow of(PostMortemOverview row) {
        var begun = new PostMortemRow();
        begun.row = row;
        return begun;
    }

    /** Takes an event over, unless the row already includes it. */
    void add(PostMortemEvent event, long sequence, Instant recordedAt, long position) {
        if (event instanceof Beginning begins && row == null) {
            row = begun(begins, recordedAt);
        }
        var before = row();
        if (sequence < before.version()) {
            return;
        }
        var prepared = event instanceof PreparationBegun e ? e : null;
        var assigned = event instanceof PostMortemAssigned e ? e : null;
        row = new PostMortemOverview(
                before.postMortemId(),
                before.incidentIds(),
                before.team(),
                prepared != null ? prepared.owner() : assigned != null ? assigned.owner() : before.owner(),
                prepared != null
                        ? prepared.facilitator()
                        : assigned != null ? assigned.facilitator() : before.facilitator(),
                PostMortemLifecycle.after(event, before.state()),
                event instanceof PostMortemAmended e ? e.documentVersion() : before.documentVersion(),
                event instanceof MeetingScheduled e ? e.startsAt() : before.scheduledFor(),
                draftSharedAt(before, event),
                event instanceof MeetingStarted e && e.session() == 1 ? e.startedAt() : before.meetingStartedAt(),
                before.hypotheses() + (event instanceof HypothesisProposed ? 1 : 0),
                before.actionItems() + (event instanceof ActionItemAgreed ? 1 : 0),
                before.begunAt(),
                sequence + 1,
                position);
    }

    PostMortemOverview row() {
        if (row == null) {
            throw new IllegalStateException("a post-mortem begins with what it is about");
        }
        return row;
    }

    /** What is shared under review is what came of the meeting. */
    private static @Nullable Instant draftSharedAt(PostMortemOverview before, PostMortemEvent event) {
        return before.draftSharedAt() == null
                        && event instanceof ReviewShared e
                        && before.state() != PostMortemState.IN_REVIEW
                ? e.sharedAt()
                : before.draftSharedAt();
    }

    private static PostMortemOverview begun(Beginning event, Instant recordedAt) {
        var created = event instanceof PostMortemCreated e ? e : null;
        return new PostMortemOverview(
                event.postMortemId(),
                List.copyOf(event.incidentIds()),
                event.team(),
                created == null ? null : created.owner(),
                created == null ? null : created.facilitator(),
                PostMortemState.PLANNED,
                1,
                null,
                null,
                null,
                0,
                0,
                recordedAt,
                0,
                0);
    }
}
