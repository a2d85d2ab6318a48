package dev.hindsight.folds.digest;

import dev.hindsight.contracts.digest.DigestedNotice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One digest as it stood after some number of its events.
 *
 * @param recipient subject id
 * @param messageId of the mail, the same however often it was sent
 * @param withheld how many of its notices the recipient was not told, having no right to read them; null until it is settled
 * @param overtaken how many were not told as they did not hold any more; null until it is settled, or where that was not counted
 * @param attempts to send it, oldest first
 * @param version how many of its events this state includes
 */
public record DigestState(
        UUID digestId,
        String recipient,
        LocalDate day,
        List<DigestedNotice> notices,
        String messageId,
        Instant composedAt,
        DigestStatus status,
        @Nullable Integer withheld,
        @Nullable Integer overtaken,
        List<Attempt> attempts,
        long version) {

    /** The same with these notices, for those who may not know all of each. */
    public DigestState withNotices(List<DigestedNotice> others) {
        return new DigestState(
                digestId,
                recipient,
                day,
                others,
                messageId,
                composedAt,
                status,
                withheld,
                overtaken,
                attempts,
                version);
    }

    /** When it is to be sent, or sent again; empty once nothing more becomes of it. */
    public Optional<Instant> nextAt() {
        if (status != DigestStatus.WAITING) {
            return Optional.empty();
        }
        return Optional.of(
                attempts.isEmpty()
                        ? composedAt
                        : Retries.after(attempts.size(), attempts.getLast().at()));
    }

    /**
     * One try to send it.
     *
     * @param answer what the mail server said; null where it failed, or nothing was left to send
     * @param reason why it failed; null where it did not
     */
    public record Attempt(
            int attempt,
            Instant at,
            @Nullable String answer,
            @Nullable String reason) {}
}
