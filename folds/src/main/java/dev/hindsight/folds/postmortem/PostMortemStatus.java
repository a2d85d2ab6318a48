package dev.hindsight.folds.postmortem;

import dev.hindsight.contracts.postmortem.FactorKind;
import dev.hindsight.contracts.postmortem.FactorLayer;
import dev.hindsight.contracts.postmortem.FactorRole;
import dev.hindsight.contracts.postmortem.HypothesisState;
import dev.hindsight.contracts.postmortem.LessonKind;
import dev.hindsight.contracts.postmortem.PostMortemState;
import dev.hindsight.contracts.postmortem.StatedFollowUp;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One post-mortem as it stood after some number of its events.
 *
 * @param statedCause the cause in the words of an imported document
 * @param version how many of its events this state includes
 */
public record PostMortemStatus(
        UUID postMortemId,
        PostMortemState state,
        List<UUID> incidentIds,
        String team,
        @Nullable String owner,
        @Nullable String facilitator,
        @Nullable String statedCause,
        List<Hypothesis> hypotheses,
        List<Factor> factors,
        List<AgreedAction> actionItems,
        List<Lesson> lessons,
        long version) {

    /** @param statedAs the verdict in the word of an imported record */
    public record Hypothesis(
            UUID hypothesisId,
            String statement,
            @Nullable String evidence,
            HypothesisState state,
            @Nullable String reasoning,
            @Nullable String statedAs) {}

    public record Factor(UUID factorId, String statement, FactorRole role, FactorLayer layer, FactorKind kind) {}

    /** @param gaps what an action item should have and this one lacks, such as {@code UNOWNED} */
    public record AgreedAction(
            UUID actionItemId,
            String title,
            @Nullable String owner,
            @Nullable LocalDate due,
            List<Gap> gaps,
            @Nullable StatedFollowUp stated) {}

    public enum Gap {
        UNOWNED,
        UNDATED
    }

    public record Lesson(UUID lessonId, LessonKind kind, String text) {}
}
