package dev.hindsight.folds.postmortem;

import dev.hindsight.contracts.postmortem.AnalysisEvent;
import dev.hindsight.contracts.postmortem.HypothesisState;
import dev.hindsight.contracts.postmortem.MeetingEvent;
import dev.hindsight.contracts.postmortem.MeetingEvent.MeetingEnded;
import dev.hindsight.contracts.postmortem.PostMortemEvent;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ActionItemAgreed;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ChecklistItemWaived;
import dev.hindsight.contracts.postmortem.PostMortemEvent.CoachFindingAnswered;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ContributingFactorIdentified;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisLeftInconclusive;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisProposed;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisRefuted;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisSupported;
import dev.hindsight.contracts.postmortem.PostMortemEvent.LessonRecorded;
import dev.hindsight.contracts.postmortem.PostMortemEvent.MeetingScheduled;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemAmended;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemApproved;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemAssigned;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemClosed;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemCreated;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemImported;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemPlanned;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemPublished;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemWaived;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PreparationBegun;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ReviewApproved;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ReviewShared;
import dev.hindsight.contracts.postmortem.PostMortemState;
import dev.hindsight.folds.Recorded;
import dev.hindsight.folds.postmortem.ReviewState.Approval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gathers the events of one post-mortem, oldest first, into its state. */
public final class PostMortemFold {

    private final MeetingFold meeting = new MeetingFold();
    private final AnalysisFold analysis = new AnalysisFold();
    private final List<WaivedItem> checklistWaived = new ArrayList<>();
    private final List<Lesson> lessons = new ArrayList<>();
    private final List<AnsweredFinding> coachAnswers = new ArrayList<>();
    private final List<Amendment> amendments = new ArrayList<>();
    private final List<PostMortemStep> steps = new ArrayList<>();
    private @Nullable UUID postMortemId;
    private List<UUID> incidentIds = List.of();
    private String team = "";
    private @Nullable String owner;
    private @Nullable String facilitator;
    private PostMortemState state = PostMortemState.PLANNED;
    private int documentVersion = 1;
    private @Nullable String statedCause;
    private @Nullable Instant scheduledFor;
    private @Nullable String place;
    private ReviewState review = ReviewState.NONE;
    private @Nullable Waiver waiver;
    private @Nullable String closed;
    private long version;

    /** The state after all of these events, or nothing if there are none. */
    public static Optional<PostMortemStatus> of(Iterable<? extends Recorded<? extends PostMortemEvent>> history) {
        var fold = new PostMortemFold();
        history.forEach(fold::add);
        return fold.state();
    }

    public void add(Recorded<? extends PostMortemEvent> recorded) {
        var before = state;
        state = PostMortemLifecycle.after(recorded.event(), state);
        if (state != before || recorded.sequence() == 0) {
            steps.add(PostMortemStep.of(state, recorded));
        }
        switch (recorded.event()) {
            case MeetingEvent e -> {
                meeting.add(e, recorded);
                if (e instanceof MeetingEnded) {
                    review = review.anew();
                }
            }
            case AnalysisEvent e -> analysis.add(e, recorded);
            case PostMortemCreated e -> {
                begin(e.postMortemId(), e.incidentIds(), e.team());
                owner = e.owner();
                facilitator = e.facilitator();
            }
            case PostMortemPlanned e -> begin(e.postMortemId(), e.incidentIds(), e.team());
            case PreparationBegun e -> {
                owner = e.owner();
                facilitator = e.facilitator();
            }
            case PostMortemAssigned e -> {
                owner = e.owner();
                facilitator = e.facilitator();
            }
            case PostMortemImported e -> statedCause = e.statedCause();
            case HypothesisProposed e -> analysis.proposed(e, recorded);
            case HypothesisSupported e ->
                analysis.judged(e.hypothesisId(), HypothesisState.SUPPORTED, e.reasoning(), e.statedAs(), recorded);
            case HypothesisRefuted e ->
                analysis.judged(e.hypothesisId(), HypothesisState.REFUTED, e.reasoning(), e.statedAs(), recorded);
            case HypothesisLeftInconclusive e ->
                analysis.judged(e.hypothesisId(), HypothesisState.INCONCLUSIVE, e.reasoning(), e.statedAs(), recorded);
            case ContributingFactorIdentified e -> analysis.identified(e);
            case ActionItemAgreed e -> analysis.agreed(e);
            case LessonRecorded e -> lessons.add(new Lesson(e.lessonId(), e.kind(), e.text()));
            case ChecklistItemWaived e ->
                checklistWaived.add(new WaivedItem(e.item(), e.reason(), recorded.recordedAt(), recorded.recordedBy()));
            case MeetingScheduled e -> {
                scheduledFor = e.startsAt();
                place = e.place();
            }
            case ReviewShared e ->
                review = state == PostMortemState.IN_REVIEW
                        ? review.shared(e.sharedAt(), e.reviewers())
                        : review.draftShared(e.sharedAt());
            case ReviewApproved e ->
                review = review.approved(new Approval(e.approver(), e.comment(), recorded.recordedAt()));
            case PostMortemApproved _ -> {
                // the state tells it
            }
            case PostMortemPublished e -> review = review.published(e.publishedAt());
            case PostMortemAmended e -> {
                documentVersion = e.documentVersion();
                review = review.anew();
                closed = null;
                amendments.add(
                        new Amendment(e.documentVersion(), e.reason(), recorded.recordedAt(), recorded.recordedBy()));
            }
            case PostMortemClosed e -> closed = e.reason();
            case PostMortemWaived e ->
                waiver = new Waiver(e.reason(), e.approver(), recorded.recordedAt(), recorded.recordedBy());
            case CoachFindingAnswered e -> coachAnswers.add(answered(e, recorded));
        }
        version = recorded.sequence() + 1;
    }

    public Optional<PostMortemStatus> state() {
        return Optional.ofNullable(postMortemId)
                .map(id -> new PostMortemStatus(
                        id,
                        state,
                        documentVersion,
                        incidentIds,
                        team,
                        owner,
                        facilitator,
                        statedCause,
                        scheduledFor,
                        place,
                        List.copyOf(checklistWaived),
                        meeting.state(),
                        analysis.hypotheses(),
                        analysis.matrix(),
                        analysis.conclusion(),
                        analysis.factors(),
                        analysis.parked(),
                        analysis.actionItems(),
                        List.copyOf(lessons),
                        review,
                        List.copyOf(coachAnswers),
                        List.copyOf(amendments),
                        waiver,
                        closed,
                        List.copyOf(steps),
                        version));
    }

    private void begin(UUID id, List<UUID> incidents, String ofTeam) {
        postMortemId = id;
        incidentIds = incidents;
        team = ofTeam;
    }

    private static AnsweredFinding answered(CoachFindingAnswered e, Recorded<?> by) {
        return new AnsweredFinding(
                e.textId(),
                e.rule(),
                e.start(),
                e.end(),
                e.answer(),
                e.reason(),
                e.rewording(),
                by.recordedAt(),
                by.recordedBy());
    }
}
