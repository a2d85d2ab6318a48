package dev.hindsight.incident.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the coach is asked. */
final class CoachRequests {

    private CoachRequests() {}

    /** @param people names that count as people's wherever they stand; others are recognised by how they are written */
    record Check(
            @NotNull String text, @Nullable @Size(max = 200) List<@NotNull @Size(min = 1, max = 200) String> people) {}
}
