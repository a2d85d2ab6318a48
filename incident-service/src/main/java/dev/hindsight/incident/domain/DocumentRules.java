package dev.hindsight.incident.domain;

import dev.hindsight.contracts.postmortem.MeetingEvent.MeetingEnded;
import dev.hindsight.contracts.postmortem.MeetingEvent.MeetingStarted;
import dev.hindsight.contracts.postmortem.PostMortemEvent;
import dev.hindsight.contracts.postmortem.PostMortemEvent.MeetingScheduled;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemAmended;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemApproved;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemAssigned;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemClosed;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemCreated;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemImported;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemPublished;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemWaived;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PreparationBegun;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ReviewApproved;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ReviewShared;
import dev.hindsight.contracts.postmortem.PostMortemState;
import dev.hindsight.kit.problem.ProblemException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of the document: which step follows which, what may be added when, and who approves. */
final class DocumentRules {

    private static final Set<PostMortemState> OPEN = EnumSet.of(
            PostMortemState.PREPARING,
            PostMortemState.SCHEDULED,
            PostMortemState.IN_SESSION,
            PostMortemState.IN_REVIEW);
    private static final Set<PostMortemState> PUBLISHED = EnumSet.of(PostMortemState.PUBLISHED, PostMortemState.CLOSED);

    private PostMortemState state = PostMortemState.PLANNED;
    private int version = 1;
    private @Nullable String owner;
    private @Nullable String facilitator;
    private boolean shared;
    private Set<String> reviewers = Set.of();
    private final Set<String> approvers = new HashSet<>();

    void require(PostMortemTransition step) {
        if (!step.from().contains(state)) {
            throw impossible(step.name().toLowerCase(Locale.ROOT));
        }
    }

    void requireStateFor(PostMortemEvent fact) {
        switch (fact) {
            case PreparationBegun _ -> require(PostMortemTransition.PREPARE);
            case MeetingScheduled _ -> require(PostMortemTransition.SCHEDULE);
            case PostMortemWaived _ -> require(PostMortemTransition.WAIVE);
            case ReviewShared _ -> require(PostMortemTransition.SHARE);
            default -> {
                if (PostMortemFacts.isOfTheRoom(fact)) {
                    requireSession();
                } else {
                    requireOpen();
                }
            }
        }
    }

    void requireSession() {
        PostMortem.require(state == PostMortemState.IN_SESSION, PostMortemRule.MEETING_NOT_IN_SESSION);
    }

    /** Something can still be added to it. */
    void requireOpen() {
        PostMortem.require(!PUBLISHED.contains(state), PostMortemRule.POST_MORTEM_PUBLISHED);
        if (!OPEN.contains(state)) {
            throw impossible("add to");
        }
    }

    /** A solution is never turned away while the document is open, nor before anybody has taken it on. */
    void requireTakingSolutions() {
        if (state != PostMortemState.PLANNED) {
            requireOpen();
        }
    }

    void requireFacilitatorNamed() {
        PostMortem.require(facilitator != null, PostMortemRule.NOBODY_ASSIGNED);
    }

    boolean isReviewer(String person) {
        return reviewers.contains(person);
    }

    void requireApprover(String person) {
        PostMortem.require(owner != null, PostMortemRule.NOBODY_ASSIGNED);
        PostMortem.require(shared, PostMortemRule.REVIEW_NOT_SHARED);
        PostMortem.require(!person.equals(owner), PostMortemRule.OWNER_CANNOT_APPROVE);
        PostMortem.require(!approvers.contains(person), PostMortemRule.APPROVED_ALREADY);
        PostMortem.require(reviewers.isEmpty() || reviewers.contains(person), PostMortemRule.NOT_A_REVIEWER);
    }

    boolean is(PostMortemState wanted) {
        return state == wanted;
    }

    int version() {
        return version;
    }

    int approvals() {
        return approvers.size();
    }

    void on(PostMortemEvent event) {
        switch (event) {
            case PostMortemCreated e -> prepareFor(e.owner(), e.facilitator());
            case PreparationBegun e -> prepareFor(e.owner(), e.facilitator());
            case PostMortemAssigned e -> {
                owner = e.owner();
                facilitator = e.facilitator();
            }
            case MeetingScheduled _ -> state = PostMortemState.SCHEDULED;
            case MeetingStarted _ -> state = PostMortemState.IN_SESSION;
            case MeetingEnded _ -> {
                state = PostMortemState.IN_REVIEW;
                shared = false; // what was shared before the meeting does not tell what came of it
                approvers.clear();
            }
            case PostMortemApproved _ -> state = PostMortemState.APPROVED;
            case PostMortemImported _, PostMortemPublished _ -> state = PostMortemState.PUBLISHED;
            case PostMortemClosed _ -> state = PostMortemState.CLOSED;
            case PostMortemWaived _ -> state = PostMortemState.WAIVED;
            case ReviewShared e -> {
                shared = true;
                reviewers = Set.copyOf(e.reviewers());
            }
            case ReviewApproved e -> approvers.add(e.approver());
            case PostMortemAmended e -> {
                state = PostMortemState.IN_REVIEW;
                version = e.documentVersion();
                shared = false;
                approvers.clear();
            }
            default -> {
                // no rule about the document depends on it
            }
        }
    }

    private void prepareFor(@Nullable String author, @Nullable String leader) {
        state = PostMortemState.PREPARING;
        owner = author;
        facilitator = leader;
    }

    private ProblemException impossible(String step) {
        return new ProblemException(
                PostMortemRule.POST_MORTEM_STEP_NOT_POSSIBLE, "It is %s; one cannot %s it.".formatted(state, step));
    }
}
