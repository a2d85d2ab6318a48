package dev.hindsight.contracts.digest;

import dev.hindsight.contracts.EventType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can happen to a digest: one message to one person, which tells what was decided about action items.
 *
 * <p>Names and fields are stored for ever: add optional fields, never rename or remove. People are opaque subject ids; neither
 * their addresses nor what the message says is kept.
 */
public sealed interface DigestEvent {

    /** Under this name the entries of digests are stored. */
    String AGGREGATE_TYPE = "digest";

    UUID digestId();

    /**
     * What it tells is decided, for good.
     *
     * @param recipient subject id
     * @param day by the calendar of the team whose notice came first
     * @param messageId of the mail, the same however often it is sent
     */
    @EventType("digest-composed")
    record DigestComposed(
            UUID digestId,
            String recipient,
            LocalDate day,
            List<DigestedNotice> notices,
            String messageId,
            Instant composedAt)
            implements DigestEvent {}

    /**
     * A mail server has taken it, or nothing of it was left to send.
     *
     * @param attempt counted from 1
     * @param withheld how many of its notices the recipient may not read
     * @param answer what the mail server said, beginning with its code; null where nothing was left to send
     * @param overtaken how many of its notices did not hold any more; null where that was not counted yet
     */
    @EventType("digest-delivered")
    record DigestDelivered(
            UUID digestId,
            int attempt,
            Instant at,
            int withheld,
            @Nullable String answer,
            @Nullable Integer overtaken) implements DigestEvent {}

    /**
     * It could not be sent.
     *
     * @param attempt counted from 1
     * @param last it is not tried again
     * @param outage whether others were to blame than the recipient and the message, so that it is tried for ever; null if not
     */
    @EventType("digest-delivery-failed")
    record DigestDeliveryFailed(
            UUID digestId,
            int attempt,
            Instant at,
            String reason,
            boolean last,
            @Nullable Boolean outage) implements DigestEvent {

        /** A failure that is the recipient's or the message's. */
        public DigestDeliveryFailed(UUID digestId, int attempt, Instant at, String reason, boolean last) {
            this(digestId, attempt, at, reason, last, null);
        }
    }
}
