package dev.hindsight.actionitem.digest;

import dev.hindsight.folds.digest.DigestStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the list of digests.
 *
 * @param recipient subject id
 * @param notices how many it tells
 * @param attempts how often it was tried to send it
 * @param nextAt when it is to be sent, or sent again; null once nothing more becomes of it
 * @param withheld how many of its notices the recipient was not told, having no right to read them
 * @param overtaken how many of its notices were not told, as they did not hold any more
 * @param answer what the mail server said; null where nothing was left to send
 * @param reason why the last attempt failed; null where it did not
 */
public record DigestRow(
        UUID digestId,
        String recipient,
        LocalDate day,
        int notices,
        String messageId,
        Instant composedAt,
        DigestStatus state,
        int attempts,
        @Nullable Instant attemptedAt,
        @Nullable Instant nextAt,
        @Nullable Integer withheld,
        @Nullable Integer overtaken,
        @Nullable String answer,
        @Nullable String reason,
        long version) {}
