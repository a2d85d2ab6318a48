package dev.hindsight.folds.postmortem;

import dev.hindsight.contracts.postmortem.HypothesisState;
import dev.hindsight.contracts.postmortem.PostMortemEvent;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ActionItemAgreed;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ContributingFactorIdentified;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisLeftInconclusive;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisProposed;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisRefuted;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisSupported;
import dev.hindsight.contracts.postmortem.PostMortemEvent.LessonRecorded;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemCreated;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemImported;
import dev.hindsight.contracts.postmortem.PostMortemState;
import dev.hindsight.folds.Recorded;
import dev.hindsight.folds.postmortem.PostMortemStatus.AgreedAction;
import dev.hindsight.folds.postmortem.PostMortemStatus.Factor;
import dev.hindsight.folds.postmortem.PostMortemStatus.Gap;
import dev.hindsight.folds.postmortem.PostMortemStatus.Hypothesis;
import dev.hindsight.folds.postmortem.PostMortemStatus.Lesson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gathers the events of one post-mortem, oldest first, into its state. */
public final class PostMortemFold {

    private final Map<UUID, Hypothesis> hypotheses = new LinkedHashMap<>();
    private final List<Factor> factors = new ArrayList<>();
    private final List<AgreedAction> actionItems = new ArrayList<>();
    private final List<Lesson> lessons = new ArrayList<>();
    private @Nullable PostMortemCreated created;
    private PostMortemState state = PostMortemState.PREPARING;
    private @Nullable String statedCause;
    private long version;

    /** The state after all of these events, or nothing if there are none. */
    public static Optional<PostMortemStatus> of(Iterable<? extends Recorded<? extends PostMortemEvent>> history) {
        var fold = new PostMortemFold();
        history.forEach(fold::add);
        return fold.state();
    }

    public void add(Recorded<? extends PostMortemEvent> recorded) {
        switch (recorded.event()) {
            case PostMortemCreated e -> created = e;
            case PostMortemImported e -> {
                state = PostMortemState.PUBLISHED;
                statedCause = e.statedCause();
            }
            case HypothesisProposed e ->
                hypotheses.put(
                        e.hypothesisId(),
                        new Hypothesis(
                                e.hypothesisId(), e.statement(), e.evidence(), HypothesisState.PROPOSED, null, null));
            case HypothesisSupported e ->
                judge(e.hypothesisId(), HypothesisState.SUPPORTED, e.reasoning(), e.statedAs());
            case HypothesisRefuted e -> judge(e.hypothesisId(), HypothesisState.REFUTED, e.reasoning(), e.statedAs());
            case HypothesisLeftInconclusive e ->
                judge(e.hypothesisId(), HypothesisState.INCONCLUSIVE, e.reasoning(), e.statedAs());
            case ContributingFactorIdentified e ->
                factors.add(new Factor(e.factorId(), e.statement(), e.role(), e.layer(), e.kind()));
            case ActionItemAgreed e -> actionItems.add(agreed(e));
            case LessonRecorded e -> lessons.add(new Lesson(e.lessonId(), e.kind(), e.text()));
        }
        version = recorded.sequence() + 1;
    }

    public Optional<PostMortemStatus> state() {
        return Optional.ofNullable(created)
                .map(e -> new PostMortemStatus(
                        e.postMortemId(),
                        state,
                        e.incidentIds(),
                        e.team(),
                        e.owner(),
                        e.facilitator(),
                        statedCause,
                        List.copyOf(hypotheses.values()),
                        List.copyOf(factors),
                        List.copyOf(actionItems),
                        List.copyOf(lessons),
                        version));
    }

    private void judge(UUID id, HypothesisState verdict, @Nullable String reasoning, @Nullable String statedAs) {
        hypotheses.computeIfPresent(
                id,
                (_, known) -> new Hypothesis(id, known.statement(), known.evidence(), verdict, reasoning, statedAs));
    }

    private static AgreedAction agreed(ActionItemAgreed e) {
        var gaps = new ArrayList<Gap>();
        if (e.owner() == null) {
            gaps.add(Gap.UNOWNED);
        }
        if (e.due() == null) {
            gaps.add(Gap.UNDATED);
        }
        return new AgreedAction(e.actionItemId(), e.title(), e.owner(), e.due(), List.copyOf(gaps), e.stated());
    }
}
