package dev.hindsight.incident.domain;

import dev.hindsight.contracts.postmortem.ChecklistItem;
import dev.hindsight.contracts.postmortem.HypothesisState;
import dev.hindsight.contracts.postmortem.LessonKind;
import dev.hindsight.contracts.postmortem.PostMortemEvent;
import dev.hindsight.contracts.postmortem.StatedFollowUp;
import dev.hindsight.rights.Access;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What people may ask of a post-mortem. */
public sealed interface PostMortemCommand {

    /**
     * @param incidents what each incident says of who may read and change it, in the order of their ids; the first one's
     *     team will own the post-mortem
     */
    record CreatePostMortem(
            @TargetAggregateIdentifier UUID postMortemId,
            List<UUID> incidentIds,
            List<Access> incidents,
            String owner,
            String facilitator)
            implements PostMortemCommand {}

    /** An incident is due a post-mortem that nobody has taken on yet. */
    record PlanPostMortem(@TargetAggregateIdentifier UUID postMortemId, List<UUID> incidentIds, List<Access> incidents)
            implements PostMortemCommand {}

    /** The same, asked for by nobody but the policy. */
    record PlanByPolicy(@TargetAggregateIdentifier UUID postMortemId, List<UUID> incidentIds, String team)
            implements PostMortemCommand {}

    /**
     * Puts on record what needs no more than the rules of its kind.
     *
     * @param incidents what the incidents of the post-mortem say of who may read and change them
     */
    record PutOnRecord(@TargetAggregateIdentifier UUID postMortemId, List<Access> incidents, PostMortemEvent fact)
            implements PostMortemCommand {}

    /** @param missing what the checklist still asks for */
    record StartMeeting(
            @TargetAggregateIdentifier UUID postMortemId,
            List<Access> incidents,
            Instant startedAt,
            boolean facilitatorResponded,
            List<ChecklistItem> missing,
            @Nullable String reason)
            implements PostMortemCommand {}

    record EndMeeting(@TargetAggregateIdentifier UUID postMortemId, List<Access> incidents, Instant endedAt)
            implements PostMortemCommand {}

    /** @param overrideReason why it may lack what an analysis should have */
    record ConcludeAnalysis(
            @TargetAggregateIdentifier UUID postMortemId,
            List<Access> incidents,
            Instant concludedAt,
            @Nullable String overrideReason)
            implements PostMortemCommand {}

    /** Agrees an action item, or parks it while the analysis goes on. */
    record ProposeSolution(
            @TargetAggregateIdentifier UUID postMortemId,
            List<Access> incidents,
            UUID solutionId,
            String title,
            @Nullable String owner,
            @Nullable LocalDate due)
            implements PostMortemCommand {}

    /** @param title null to leave it as it was proposed */
    record AgreeParkedSolution(
            @TargetAggregateIdentifier UUID postMortemId,
            List<Access> incidents,
            UUID parkedId,
            UUID actionItemId,
            @Nullable String title,
            String owner,
            LocalDate due)
            implements PostMortemCommand {}

    /** @param needed how many approvals are enough, by the policy in force */
    record ApproveReview(
            @TargetAggregateIdentifier UUID postMortemId,
            List<Access> incidents,
            @Nullable String comment,
            int needed) implements PostMortemCommand {}

    record PublishPostMortem(@TargetAggregateIdentifier UUID postMortemId, List<Access> incidents, Instant publishedAt)
            implements PostMortemCommand {}

    record AmendPostMortem(@TargetAggregateIdentifier UUID postMortemId, List<Access> incidents, String reason)
            implements PostMortemCommand {}

    /** @param unsettled how many of its action items are not settled */
    record ClosePostMortem(
            @TargetAggregateIdentifier UUID postMortemId,
            List<Access> incidents,
            int unsettled,
            @Nullable String reason)
            implements PostMortemCommand {}

    /** The analysis of an imported record, as published elsewhere. */
    record ImportPostMortem(
            @TargetAggregateIdentifier UUID postMortemId,
            UUID incidentId,
            String team,
            String recordId,
            @Nullable String statedCause,
            List<ImportedHypothesis> hypotheses,
            List<ImportedFactor> factors,
            List<ImportedAction> actionItems,
            List<ImportedLesson> lessons)
            implements PostMortemCommand {}

    /** @param statedAs the record's own word for the state */
    record ImportedHypothesis(
            UUID hypothesisId,
            String statement,
            @Nullable String evidence,
            HypothesisState state,
            @Nullable String statedAs) {}

    record ImportedFactor(UUID factorId, String statement) {}

    record ImportedAction(UUID actionItemId, String title, StatedFollowUp stated) {}

    record ImportedLesson(UUID lessonId, LessonKind kind, String text) {}
}
