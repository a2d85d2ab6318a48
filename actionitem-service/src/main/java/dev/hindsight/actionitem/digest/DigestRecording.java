package dev.hindsight.actionitem.digest;

import dev.hindsight.actionitem.notice.Noticing;
import dev.hindsight.contracts.digest.DigestEvent;
import dev.hindsight.contracts.digest.DigestEvent.DigestComposed;
import dev.hindsight.contracts.digest.DigestedNotice;
import dev.hindsight.folds.digest.DigestFold;
import dev.hindsight.folds.digest.DigestState;
import dev.hindsight.logkit.Histories;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Keeps the tables {@code digest} and {@code notice} in step with what the log says of digests, also where they were lost. */
@Singleton
@ProcessingGroup(Noticing.NAME)
public class DigestRecording {

    private static final String WRITE = """
            INSERT INTO actionitem.digest AS known (
                digest_id, recipient, day, notices, message_id, composed_at, state, attempts, attempted_at, next_at,
                withheld, overtaken, answer, reason, version)
            VALUES (
                :digestId, :recipient, :day, :notices, :messageId, :composedAt, :state, :attempts,
                :attemptedAt::timestamptz, :nextAt::timestamptz, :withheld::int, :overtaken::int, :answer::text,
                :reason::text, :version)
            ON CONFLICT (digest_id) DO UPDATE
               SET state = excluded.state, attempts = excluded.attempts, attempted_at = excluded.attempted_at,
                   next_at = excluded.next_at, withheld = excluded.withheld, overtaken = excluded.overtaken,
                   answer = excluded.answer, reason = excluded.reason, version = excluded.version
             WHERE known.version < excluded.version
            """;
    private static final String TAKE = """
            UPDATE actionitem.notice SET digest_id = :digestId
             WHERE event_id = :eventId AND recipient = :recipient AND digest_id IS NULL
            """;

    private final Jdbi jdbi;
    private final Histories histories;

    DigestRecording(Jdbi jdbi, Histories histories) {
        this.jdbi = jdbi;
        this.histories = histories;
    }

    @EventHandler
    void on(DigestEvent event, TrackingToken token) {
        var state = histories
                .of(
                        DigestEvent.AGGREGATE_TYPE,
                        DigestEvent.class,
                        event.digestId(),
                        OptionalLong.of(token.position().orElseThrow()),
                        DigestFold::of)
                .orElseThrow()
                .state();
        jdbi.useHandle(db -> db.createUpdate(WRITE).bindMethods(Row.of(state)).execute());
        if (event instanceof DigestComposed composed) {
            composed.notices().forEach(notice -> take(composed, notice));
        }
    }

    private void take(DigestComposed composed, DigestedNotice notice) {
        jdbi.useHandle(db -> db.createUpdate(TAKE)
                .bind("digestId", composed.digestId())
                .bind("recipient", composed.recipient())
                .bind("eventId", notice.eventId())
                .execute());
    }

    /** One row. */
    public record Row(
            UUID digestId,
            String recipient,
            LocalDate day,
            int notices,
            String messageId,
            Instant composedAt,
            String state,
            int attempts,
            @Nullable Instant attemptedAt,
            @Nullable Instant nextAt,
            @Nullable Integer withheld,
            @Nullable Integer overtaken,
            @Nullable String answer,
            @Nullable String reason,
            long version) {

        static Row of(DigestState digest) {
            var last = digest.attempts().isEmpty() ? null : digest.attempts().getLast();
            return new Row(
                    digest.digestId(),
                    digest.recipient(),
                    digest.day(),
                    digest.notices().size(),
                    digest.messageId(),
                    digest.composedAt(),
                    digest.status().name(),
                    digest.attempts().size(),
                    last == null ? null : last.at(),
                    digest.nextAt().orElse(null),
                    digest.withheld(),
                    digest.overtaken(),
                    last == null ? null : last.answer(),
                    last == null ? null : last.reason(),
                    digest.version());
        }
    }
}
