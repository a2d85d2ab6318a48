package dev.hindsight.folds.postmortem;

import dev.hindsight.contracts.postmortem.PostMortemState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One post-mortem as it stood after some number of its events.
 *
 * @param documentVersion 1 until it is amended
 * @param owner subject id of the author; null where nobody has taken it on
 * @param statedCause the cause in the words of an imported document
 * @param scheduledFor when the next meeting is to start
 * @param closed why it was closed with action items unsettled
 * @param version how many of its events this state includes
 */
public record PostMortemStatus(
        UUID postMortemId,
        PostMortemState state,
        int documentVersion,
        List<UUID> incidentIds,
        String team,
        @Nullable String owner,
        @Nullable String facilitator,
        @Nullable String statedCause,
        @Nullable Instant scheduledFor,
        @Nullable String place,
        List<WaivedItem> checklistWaived,
        MeetingState meeting,
        List<Hypothesis> hypotheses,
        EvidenceMatrix matrix,
        @Nullable Conclusion conclusion,
        List<Factor> factors,
        List<ParkedSolution> parked,
        List<AgreedAction> actionItems,
        List<Lesson> lessons,
        ReviewState review,
        List<AnsweredFinding> coachAnswers,
        List<Amendment> amendments,
        @Nullable Waiver waiver,
        @Nullable String closed,
        List<PostMortemStep> steps,
        long version) {}
