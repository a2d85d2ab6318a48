package dev.hindsight.actionitem.rest;

import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemDescribed;
import dev.hindsight.contracts.actionitem.ActionItemKind;
import dev.hindsight.contracts.actionitem.ActionItemPriority;
import dev.hindsight.contracts.actionitem.ActionItemStrength;
import dev.hindsight.logkit.StatedTime;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The bodies of commands about action items. */
final class ActionItemRequests {

    private static final String NOT_BLANK = "[\\s\\S]*\\S[\\s\\S]*";

    private ActionItemRequests() {}

    /**
     * @param incidentIds ids or references
     * @param team that of the incidents, if nothing is said
     * @param owner subject id; with a due date the item is accepted at once
     */
    record Propose(
            @NotBlank @Size(max = 500) String title,
            @NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 100) String> incidentIds,

            @Nullable @Pattern(regexp = NOT_BLANK, message = "must not be blank") @Size(max = 100)
            String team,

            @Nullable @Pattern(regexp = NOT_BLANK, message = "must not be blank") @Size(max = 100)
            String owner,

            @Nullable LocalDate due,
            @Nullable ActionItemKind kind,
            @Nullable ActionItemStrength strength,
            @Nullable ActionItemPriority priority,

            @Nullable @Pattern(regexp = NOT_BLANK, message = "must not be blank") @Size(max = 2_000)
            String doneWhen,

            @Nullable @Pattern(regexp = NOT_BLANK, message = "must not be blank") @Size(max = 2_000)
            String measure,

            @Nullable @Pattern(regexp = NOT_BLANK, message = "must not be blank") @Size(max = 100)
            String executive,

            @Nullable @Size(max = 50) List<@NotNull UUID> factors) {

        Details details() {
            return new Details(kind, strength, priority, doneWhen, measure, executive, factors);
        }
    }

    /** @param owner subject id */
    record Accept(
            @NotBlank @Size(max = 100) String owner,
            @NotNull LocalDate due) {}

    /** Why a step is taken. */
    record Reason(
            @NotBlank @Size(max = 10_000) String reason,
            @Nullable StatedTime occurredAt) {}

    /** A step that needs nothing. */
    record Note(
            @Nullable @Size(max = 10_000) String note,
            @Nullable StatedTime occurredAt) {}

    /** @param roadblock what is in the way */
    record Block(
            @NotBlank @Size(max = 10_000) String roadblock,
            @Nullable StatedTime occurredAt) {}

    /** @param evidence that it is done: links, or words */
    record Complete(
            @NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 2_000) String> evidence,
            @Nullable @Size(max = 10_000) String note,
            @Nullable StatedTime occurredAt) {}

    /**
     * @param risk what may happen while it waits
     * @param until the day on which it comes back
     */
    record Defer(
            @NotBlank @Size(max = 10_000) String risk,
            @NotNull LocalDate until,
            @Nullable StatedTime occurredAt) {}

    /** @param owner subject id */
    record Reassign(
            @NotBlank @Size(max = 100) String owner,
            @NotBlank @Size(max = 10_000) String reason) {}

    /** @param due by when it is to be done from now on */
    record Reschedule(
            @NotNull LocalDate due,
            @NotBlank @Size(max = 10_000) String reason) {}

    /** @param reason why the step that was suggested is not taken */
    record Dismiss(@NotBlank @Size(max = 10_000) String reason) {}
    /** @param team the one that follows it up from now on */
    record Transfer(
            @NotBlank @Size(max = 100) String team,
            @NotBlank @Size(max = 10_000) String reason) {}

    /** What somebody says of it. */
    record Comment(@NotBlank @Size(max = 10_000) String text) {}

    /** @param url of what belongs to it elsewhere */
    record Link(
            @NotNull
            @Size(max = 2_000)
            @Pattern(regexp = "https?://\\S+", message = "must be an address, http or https")
            String url,

            @Nullable @Pattern(regexp = NOT_BLANK, message = "must not be blank") @Size(max = 200)
            String label) {}

    /** What is not named stays as it was. */
    record Details(
            @Nullable ActionItemKind kind,
            @Nullable ActionItemStrength strength,
            @Nullable ActionItemPriority priority,

            @Nullable @Pattern(regexp = NOT_BLANK, message = "must not be blank") @Size(max = 2_000)
            String doneWhen,

            @Nullable @Pattern(regexp = NOT_BLANK, message = "must not be blank") @Size(max = 2_000)
            String measure,

            @Nullable @Pattern(regexp = NOT_BLANK, message = "must not be blank") @Size(max = 100)
            String executive,

            @Nullable @Size(max = 50) List<@NotNull UUID> factors) {

        boolean sayNothing() {
            return Stream.of(kind, strength, priority, doneWhen, measure, executive, factors)
                    .allMatch(Objects::isNull);
        }

        ActionItemDescribed of(UUID actionItemId) {
            return new ActionItemDescribed(
                    actionItemId, kind, strength, priority, doneWhen, measure, executive, factors);
        }
    }
}
