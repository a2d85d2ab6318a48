package dev.hindsight.incident.rest;

import dev.hindsight.contracts.postmortem.ChecklistItem;
import dev.hindsight.contracts.postmortem.CoachAnswer;
import dev.hindsight.contracts.postmortem.LessonKind;
import dev.hindsight.kit.problem.ProblemException;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bodies of commands about the document of a post-mortem. People are named by their subject ids. */
final class PostMortemRequests {

    private PostMortemRequests() {}

    /**
     * @param incidentIds ids or references
     * @param facilitator the caller if absent
     * @param owner the caller if absent
     * @param planned nobody has taken it on yet, so there is neither facilitator nor owner
     */
    record Create(
            @NotEmpty @Size(max = 20) List<@NotBlank @Size(max = 100) String> incidentIds,
            @Nullable @Size(min = 1, max = 100) String facilitator,
            @Nullable @Size(min = 1, max = 100) String owner,
            @Nullable Boolean planned) {}

    record Prepare(
            @NotBlank @Size(max = 100) String owner,
            @NotBlank @Size(max = 100) String facilitator) {}

    record Schedule(
            @NotNull Instant startsAt,
            @Nullable @Size(min = 1, max = 500) String place) {}

    /** @param reason needed where something is missing */
    record Start(
            @Nullable Instant occurredAt,
            @Nullable @Size(min = 1, max = 2000) String reason) {}

    /** @param occurredAt now if absent */
    record Moment(@Nullable Instant occurredAt) {}

    /** @param reviewers whoever takes part if absent */
    record Share(
            @Nullable Instant occurredAt,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 100) String> reviewers) {}

    record Approve(@Nullable @Size(min = 1, max = 2000) String comment) {}

    record Reason(@NotBlank @Size(max = 2000) String reason) {}

    /** @param reason needed where action items are not settled */
    record Close(@Nullable @Size(min = 1, max = 2000) String reason) {}

    record Waive(
            @NotBlank @Size(max = 2000) String reason,
            @NotBlank @Size(max = 100) String approver) {}

    record WaiveItem(
            @NotNull ChecklistItem item,
            @NotBlank @Size(max = 2000) String reason) {}

    record RecordLesson(
            @NotNull LessonKind kind,
            @NotBlank @Size(max = 5000) String text) {}

    /**
     * @param reason needed where the finding is dismissed
     * @param rewording needed where the text is reworded: what it says instead
     */
    record AnswerCoach(
            @NotNull UUID textId,
            @NotBlank @Size(max = 100) String rule,
            @Min(0) int start,
            @Min(1) int end,
            @NotNull CoachAnswer answer,
            @Nullable @Size(min = 1, max = 2000) String reason,
            @Nullable @Size(min = 1, max = 5000) String rewording) {

        /** Refused where a field is missing that this answer needs. */
        AnswerCoach complete() {
            if (end <= start) {
                throw ProblemException.invalid("end", "must come after start");
            }
            if (answer == CoachAnswer.DISMISSED && (reason == null || reason.isBlank())) {
                throw ProblemException.invalid("reason", "must say why the finding is dismissed");
            }
            if (answer == CoachAnswer.REWORDED && (rewording == null || rewording.isBlank())) {
                throw ProblemException.invalid("rewording", "must say what the text says instead");
            }
            return this;
        }
    }

    /** @param reason why somebody else does it now */
    record Assign(
            @NotBlank @Size(max = 100) String owner,
            @NotBlank @Size(max = 100) String facilitator,
            @Nullable @Size(min = 1, max = 2000) String reason) {}
}
