package dev.hindsight.incident.domain;

import dev.hindsight.contracts.postmortem.HypothesisState;
import dev.hindsight.contracts.postmortem.LessonKind;
import dev.hindsight.contracts.postmortem.StatedFollowUp;
import dev.hindsight.rights.Access;
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

    /** @param incidents what the incidents of the post-mortem say of who may read and change them */
    record AgreeActionItem(
            @TargetAggregateIdentifier UUID postMortemId,
            UUID actionItemId,
            String title,
            String owner,
            LocalDate due,
            List<Access> incidents)
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
