package dev.hindsight.actionitem.effectiveness;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A verified item and another incident that shares a factor with it; whether that incident is later is still to be seen.
 *
 * @param verifiedAt not before it was opened, whatever was said
 * @param postMortemId where the factor of the incident was identified; null where the incidents are linked
 * @param addressed the factor that the item addresses; null where the incidents are linked
 * @param factorId the factor of the incident; null where the incidents are linked
 */
public record Candidate(
        UUID actionItemId,
        Instant verifiedAt,
        UUID incidentId,
        @Nullable UUID postMortemId,
        @Nullable UUID addressed,
        @Nullable UUID factorId) {}
