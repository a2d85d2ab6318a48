package dev.hindsight.incident.rest;

import dev.hindsight.contracts.postmortem.MeetingPhase;
import dev.hindsight.contracts.postmortem.MeetingRole;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bodies of commands about the meetings of a post-mortem. People are named by their subject ids. */
final class MeetingRequests {

    private MeetingRequests() {}

    /** @param sent everyone who is invited has been sent it */
    record Agenda(
            @NotEmpty @Size(max = 5) List<@NotNull @Valid Box> phases,
            @Nullable Boolean sent) {}

    record Box(
            @NotNull MeetingPhase phase, @Min(1) @Max(480) int minutes) {}

    /** @param role PARTICIPANT if absent */
    record Invite(
            @NotBlank @Size(max = 100) String person,
            @Nullable MeetingRole role) {}

    record Extend(
            @Min(1) @Max(240) int minutes,
            @Min(0) @Max(1000) int votesFor,
            @Min(0) @Max(1000) int votesAgainst,
            @Nullable Instant occurredAt) {}

    record Note(
            @NotBlank @Size(max = 5000) String text,
            @Nullable MeetingPhase phase) {}

    record NoteCorrection(
            @NotBlank @Size(max = 5000) String text,
            @NotBlank @Size(max = 2000) String reason) {}

    record Text(@NotBlank @Size(max = 5000) String text) {}

    /** @param evidence of the incidents of the post-mortem */
    record TextWithEvidence(
            @NotBlank @Size(max = 5000) String text,
            @Nullable @Size(max = 50) List<@NotNull UUID> evidence) {}

    record Mask(@NotNull Instant moment) {}
}
