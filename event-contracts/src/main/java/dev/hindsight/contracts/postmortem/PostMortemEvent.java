package dev.hindsight.contracts.postmortem;

import dev.hindsight.contracts.EventType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can happen to a post-mortem.
 *
 * <p>Names and fields are stored for ever: add optional fields, never rename or remove. People are opaque subject ids.
 */
public sealed interface PostMortemEvent {

    /** Under this name the entries of post-mortems are stored. */
    String AGGREGATE_TYPE = "postmortem";

    UUID postMortemId();

    /** @param owner subject id; null where history does not say */
    @EventType("post-mortem-created")
    record PostMortemCreated(
            UUID postMortemId,
            List<UUID> incidentIds,
            String team,
            @Nullable String owner,
            @Nullable String facilitator)
            implements PostMortemEvent {}

    /**
     * The document was published elsewhere before it was recorded here.
     *
     * @param statedCause the cause in the words of that document
     */
    @EventType("post-mortem-imported")
    record PostMortemImported(
            UUID postMortemId, String recordId, @Nullable String statedCause) implements PostMortemEvent {}

    /** @param evidence what its proposer points to, in words */
    @EventType("hypothesis-proposed")
    record HypothesisProposed(
            UUID postMortemId,
            UUID hypothesisId,
            String statement,
            @Nullable String evidence) implements PostMortemEvent {}

    /** @param statedAs the word of an imported record, such as {@code confirmed} */
    @EventType("hypothesis-supported")
    record HypothesisSupported(
            UUID postMortemId,
            UUID hypothesisId,
            @Nullable String reasoning,
            @Nullable String statedAs) implements PostMortemEvent {}

    /** @param statedAs the word of an imported record, such as {@code rejected} */
    @EventType("hypothesis-refuted")
    record HypothesisRefuted(
            UUID postMortemId,
            UUID hypothesisId,
            @Nullable String reasoning,
            @Nullable String statedAs) implements PostMortemEvent {}

    /** @param statedAs the word of an imported record, such as {@code open} */
    @EventType("hypothesis-left-inconclusive")
    record HypothesisLeftInconclusive(
            UUID postMortemId,
            UUID hypothesisId,
            @Nullable String reasoning,
            @Nullable String statedAs) implements PostMortemEvent {}

    @EventType("contributing-factor-identified")
    record ContributingFactorIdentified(
            UUID postMortemId, UUID factorId, String statement, FactorRole role, FactorLayer layer, FactorKind kind)
            implements PostMortemEvent {}

    /**
     * @param actionItemId chosen here, so that opening the item is idempotent
     * @param owner subject id; null only in imported history
     * @param due null only in imported history
     * @param stated null unless imported
     */
    @EventType("action-item-agreed")
    record ActionItemAgreed(
            UUID postMortemId,
            UUID actionItemId,
            String title,
            @Nullable String owner,
            @Nullable LocalDate due,
            @Nullable StatedFollowUp stated)
            implements PostMortemEvent {}

    @EventType("lesson-recorded")
    record LessonRecorded(UUID postMortemId, UUID lessonId, LessonKind kind, String text) implements PostMortemEvent {}
}
