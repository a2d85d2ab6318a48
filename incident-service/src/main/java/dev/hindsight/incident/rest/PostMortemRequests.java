package dev.hindsight.incident.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of commands about post-mortems. */
final class PostMortemRequests {

    private PostMortemRequests() {}

    /**
     * @param incidentIds ids or references
     * @param facilitator subject id; the caller if absent
     * @param owner subject id; the caller if absent
     */
    record Create(
            @NotEmpty @Size(max = 20) List<@NotBlank @Size(max = 100) String> incidentIds,
            @Nullable @Size(min = 1, max = 100) String facilitator,
            @Nullable @Size(min = 1, max = 100) String owner) {}

    /** @param owner subject id */
    record AgreeActionItem(
            @NotBlank @Size(max = 300) String title,
            @NotBlank @Size(max = 100) String owner,
            @NotNull LocalDate due) {}
}
