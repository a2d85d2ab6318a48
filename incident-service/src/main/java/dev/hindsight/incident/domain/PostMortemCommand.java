package dev.hindsight.incident.domain;

import dev.hindsight.contracts.postmortem.HypothesisState;
import dev.hindsight.contracts.postmortem.LessonKind;
import dev.hindsight.contracts.postmortem.StatedFollowUp;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What people may ask of a post-mortem. */
public sealed interface PostMortemCommand {

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
