package dev.hindsight.incident.rest;

import dev.hindsight.contracts.incident.Chain;
import dev.hindsight.contracts.incident.ChainPosition;
import dev.hindsight.contracts.incident.DetectionSource;
import dev.hindsight.contracts.incident.IncidentMode;
import dev.hindsight.contracts.incident.Mark;
import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.contracts.incident.TimelineFacts;
import dev.hindsight.contracts.incident.TimelineKind;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.logkit.StatedTime;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bodies of commands about incidents. */
final class IncidentRequests {

    private IncidentRequests() {}

    /** @param mode LIVE if absent */
    record Declare(
            @NotBlank @Size(max = 300) String title,
            @Nullable @Size(max = 10_000) String summary,
            @NotNull Severity severity,
            @NotBlank @Size(max = 100) String team,
            @Nullable IncidentMode mode,
            @Nullable Boolean triage,
            @Nullable Visibility visibility,
            @Nullable @Size(max = 200) List<@NotBlank @Size(max = 100) String> people,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 100) String> teams,
            @Nullable @Size(max = 100) List<@NotBlank @Size(max = 200) String> systems,
            @Nullable @Size(max = 20) List<@NotNull Chain> chains,
            @Nullable DetectionSource detectionSource,
            @Nullable StatedTime occurredAt,
            @Nullable @Size(max = 10_000) String note) {}

    /** A step in the life of an incident: at which time, with which note. */
    record Step(
            @Nullable StatedTime occurredAt,
            @Nullable @Size(max = 10_000) String note) {}

    record RecordMark(
            @NotNull Mark mark,
            @NotNull StatedTime occurredAt,
            @Nullable @Min(1) Integer episode) {}

    record Entry(
            @NotNull TimelineKind kind,
            @NotBlank @Size(max = 20_000) String text,
            @NotNull StatedTime occurredAt,
            @Nullable @Size(max = 500) String source,
            @Nullable @Size(max = 100) List<@NotNull UUID> evidence,
            @Nullable ChainPosition chainPosition) {

        TimelineFacts facts() {
            return new TimelineFacts(kind, text, occurredAt.occurredAt(), source, orEmpty(evidence), chainPosition);
        }
    }

    /** The whole entry anew, and why. */
    record Correction(
            @NotNull TimelineKind kind,
            @NotBlank @Size(max = 20_000) String text,
            @NotNull StatedTime occurredAt,
            @Nullable @Size(max = 500) String source,
            @Nullable @Size(max = 100) List<@NotNull UUID> evidence,
            @Nullable ChainPosition chainPosition,
            @NotBlank @Size(max = 2_000) String reason) {

        TimelineFacts facts() {
            return new TimelineFacts(kind, text, occurredAt.occurredAt(), source, orEmpty(evidence), chainPosition);
        }
    }

    record ChangeVisibility(
            @NotNull Visibility visibility,
            @Nullable @Size(max = 200) List<@NotBlank @Size(max = 100) String> people,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 100) String> teams,
            @NotBlank @Size(max = 2_000) String reason) {}

    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
