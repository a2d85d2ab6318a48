package dev.hindsight.folds.postmortem;

import dev.hindsight.contracts.postmortem.ChecklistItem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that the checklist asks for and that is not needed here. */
public record WaivedItem(
        ChecklistItem item,
        String reason,
        Instant recordedAt,
        @Nullable String recordedBy) {}
