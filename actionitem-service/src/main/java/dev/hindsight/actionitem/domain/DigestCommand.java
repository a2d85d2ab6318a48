package dev.hindsight.actionitem.domain;

import dev.hindsight.contracts.digest.DigestedNotice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What the service asks of a digest. The caller supplies ids and times, so handling is repeatable. */
public sealed interface DigestCommand {

    UUID digestId();

    record ComposeDigest(
            @TargetAggregateIdentifier UUID digestId,
            String recipient,
            LocalDate day,
            List<DigestedNotice> notices,
            String messageId,
            Instant now)
            implements DigestCommand {}

    /** @param answer of the mail server; null where nothing was left to send */
    record RecordDelivery(
            @TargetAggregateIdentifier UUID digestId,
            int withheld,
            int overtaken,
            @Nullable String answer,
            Instant now) implements DigestCommand {}

    record RecordFailure(@TargetAggregateIdentifier UUID digestId, String reason, Prospect prospect, Instant now)
            implements DigestCommand {}

    /** Whether it helps to try again. */
    enum Prospect {
        /** It cannot. */
        NONE,
        /** It may, for a day. */
        DOUBTFUL,
        /** As soon as others do their part again, who are neither the recipient nor to do with the message. */
        GOOD
    }
}
