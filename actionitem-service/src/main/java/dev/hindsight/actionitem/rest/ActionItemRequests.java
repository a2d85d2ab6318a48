package dev.hindsight.actionitem.rest;

import dev.hindsight.logkit.StatedTime;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of commands about action items. */
final class ActionItemRequests {

    private ActionItemRequests() {}

    /** @param owner subject id */
    record Accept(
            @NotBlank @Size(max = 100) String owner,
            @NotNull LocalDate due) {}

    /** @param evidence that it is done: links, or words */
    record Complete(
            @NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 2_000) String> evidence,
            @Nullable @Size(max = 10_000) String note,
            @Nullable StatedTime occurredAt) {}
}
