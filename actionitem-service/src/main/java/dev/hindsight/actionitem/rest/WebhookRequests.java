package dev.hindsight.actionitem.rest;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of commands about webhooks. */
final class WebhookRequests {

    private static final String NOT_BLANK = "[\\s\\S]*\\S[\\s\\S]*";

    private WebhookRequests() {}

    /**
     * @param url where messages are posted to
     * @param eventTypes stored names of events; if none is named, all of action items
     * @param team only what belongs to this team is told
     * @param description what it is for
     */
    record Subscribe(
            @NotBlank @Size(max = 2_000) String url,
            @Nullable @Size(max = 200) List<@NotBlank @Size(max = 100) String> eventTypes,

            @Nullable @Pattern(regexp = NOT_BLANK, message = "must not be blank") @Size(max = 100)
            String team,

            @Nullable @Pattern(regexp = NOT_BLANK, message = "must not be blank") @Size(max = 500)
            String description) {}

    /** @param fromPosition the first position of the log that is told again */
    record Replay(@NotNull @Min(1) Long fromPosition) {}

    /** Nothing is to be said but what the path says. */
    record Nothing() {}
}
