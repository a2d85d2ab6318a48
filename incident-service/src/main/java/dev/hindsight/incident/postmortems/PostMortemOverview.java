package dev.hindsight.incident.postmortems;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.hindsight.contracts.postmortem.PostMortemState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the list of post-mortems.
 *
 * @param owner subject id
 * @param draftSharedAt when it was first shared to prepare the meeting
 * @param meetingStartedAt when its first meeting started
 * @param begunAt when its first event was recorded
 * @param version how many events of the post-mortem the row includes
 * @param position the log position of the last of them
 */
public record PostMortemOverview(
        UUID postMortemId,
        List<UUID> incidentIds,
        String team,
        @Nullable String owner,
        @Nullable String facilitator,
        PostMortemState state,
        int documentVersion,
        @Nullable Instant scheduledFor,
        @Nullable Instant draftSharedAt,
        @Nullable Instant meetingStartedAt,
        int hypotheses,
        int actionItems,
        Instant begunAt,
        long version,
        @JsonIgnore long position) {}
