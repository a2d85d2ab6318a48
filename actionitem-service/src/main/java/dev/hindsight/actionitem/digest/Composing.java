package dev.hindsight.actionitem.digest;

import dev.hindsight.actionitem.domain.DigestCommand.ComposeDigest;
import dev.hindsight.actionitem.notice.NoticeKind;
import dev.hindsight.actionitem.opening.ActionItemOpening;
import dev.hindsight.contracts.digest.DigestedNotice;
import dev.hindsight.folds.policy.TeamCalendar;
import dev.hindsight.kit.identity.Actor;
import dev.hindsight.log.Conflicts;
import dev.hindsight.log.EventLog;
import dev.hindsight.logkit.PolicyHistories;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Composes from notices what is to be sent: one digest for a person and a day, and a message of its own for what is blocked.
 * The notices of a digest are taken in the transaction that records it, so that each is in one digest alone, however many
 * replicas compose.
 */
@Singleton
class Composing {

    private static final Logger LOG = Logger.getLogger(Composing.class);

    /** What is decided in one go takes a moment, and belongs into one digest. */
    private static final Duration GATHERED = Duration.ofMinutes(2);

    private static final int AT_ONCE = 100;
    private static final String FIRST_OF_EACH_PERSON = """
            SELECT DISTINCT ON (recipient) event_id, recipient, team, kind, position
              FROM actionitem.notice
             WHERE digest_id IS NULL AND kind <> 'BLOCKED' AND tell_from <= :gathered
             ORDER BY recipient, tell_from, position
             LIMIT :limit
            """;
    private static final String ALONE = """
            SELECT event_id, recipient, team, kind, position
              FROM actionitem.notice
             WHERE digest_id IS NULL AND kind = 'BLOCKED' AND tell_from <= :now
             ORDER BY position, recipient
             LIMIT :limit
            """;
    private static final String TAKE_ALL = """
            UPDATE actionitem.notice SET digest_id = :digestId
             WHERE recipient = :recipient AND digest_id IS NULL AND kind <> 'BLOCKED' AND day <= :day
            RETURNING event_id, action_item_id
            """;
    private static final String TAKE_ONE = """
            UPDATE actionitem.notice SET digest_id = :digestId
             WHERE recipient = :recipient AND digest_id IS NULL AND event_id = :eventId
            RETURNING event_id, action_item_id
            """;
    private static final String MOVE = """
            UPDATE actionitem.notice SET tell_from = :tellFrom, day = :day
             WHERE recipient = :recipient AND digest_id IS NULL AND kind <> 'BLOCKED' AND tell_from <= :now
            """;

    private static final String WAIT = """
            UPDATE actionitem.notice SET tell_from = :tellFrom, day = :day
             WHERE recipient = :recipient AND digest_id IS NULL AND team = :team AND tell_from <= :now
               AND (kind = 'BLOCKED') = :alone
            """;

    private final Jdbi jdbi;
    private final CommandGateway commands;
    private final EventLog log;
    private final PolicyHistories policies;
    private final Clock clock;
    private final String host;

    Composing(
            Jdbi jdbi,
            CommandGateway commands,
            EventLog log,
            PolicyHistories policies,
            Clock clock,
            @ConfigProperty(name = "hindsight.url") URI url) {
        this.jdbi = jdbi;
        this.commands = commands;
        this.log = log;
        this.policies = policies;
        this.clock = clock;
        this.host = url.getHost();
    }

    /** A notice that is to be told. */
    public record Due(UUID eventId, String recipient, String team, NoticeKind kind, long position) {}

    void composeAllDue() {
        var now = clock.instant();
        find(FIRST_OF_EACH_PERSON, "gathered", now.minus(GATHERED))
                .forEach(first -> composeOrWait(first, now, this::composeDay));
        find(ALONE, "now", now).forEach(due -> composeOrWait(due, now, this::composeAlone));
    }

    /** What was to be told while nothing ran may meet a quiet hour now. What fails keeps nobody else waiting. */
    private void composeOrWait(Due due, Instant now, BiConsumer<Due, Instant> compose) {
        try {
            var tellFrom = due.kind().tellableFrom(calendar(due), now);
            if (tellFrom.equals(now)) {
                compose.accept(due, now);
            } else {
                await(due, now, tellFrom);
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "What %s is to be told of event %s is not composed yet", due.recipient(), due.eventId());
        }
    }

    private void await(Due due, Instant now, Instant tellFrom) {
        jdbi.useHandle(db -> db.createUpdate(WAIT)
                .bind("recipient", due.recipient())
                .bind("team", due.team())
                .bind("alone", due.kind() == NoticeKind.BLOCKED)
                .bind("now", now)
                .bind("tellFrom", tellFrom)
                .bind("day", calendar(due).dayOf(tellFrom))
                .execute());
    }

    private void composeAlone(Due due, Instant now) {
        compose(
                due,
                DigestIds.ofEvent(due.recipient(), due.eventId()),
                calendar(due).dayOf(now),
                now,
                (db, digest) -> takeOne(db, digest, due));
    }

    /** What comes after the digest of a day goes into the next one, at the latest into that of the next working day. */
    private void composeDay(Due first, Instant now) {
        var calendar = calendar(first);
        var day = calendar.dayOf(now);
        var digest = DigestIds.ofDay(first.recipient(), day);
        if (log.reader().first(digest).isEmpty()) {
            compose(first, digest, day, now, (db, id) -> takeAll(db, id, first, day));
            return;
        }
        var later = calendar.onOrAfter(day.plusDays(1));
        jdbi.useHandle(db -> db.createUpdate(MOVE)
                .bind("recipient", first.recipient())
                .bind("now", now)
                .bind("tellFrom", later)
                .bind("day", calendar.dayOf(later))
                .execute());
    }

    /** Where another replica was faster, nothing is taken, or all of it given back. */
    private void compose(
            Due due, UUID digest, LocalDate day, Instant now, BiFunction<Handle, UUID, List<DigestedNotice>> take) {
        try {
            log.transactions()
                    .executeInTransaction(() -> jdbi.useHandle(db -> {
                        var notices = take.apply(db, digest);
                        if (!notices.isEmpty()) {
                            commands.sendAndWait(new GenericCommandMessage<>(
                                    new ComposeDigest(
                                            digest,
                                            due.recipient(),
                                            day,
                                            notices,
                                            "<%s@%s>".formatted(digest, host),
                                            now),
                                    Map.of(Actor.CALLER, ActionItemOpening.ITSELF)));
                        }
                    }));
        } catch (RuntimeException e) {
            if (!Conflicts.isConflict(e)) {
                throw e;
            }
            LOG.debugf("Digest %s is composed already", digest);
        }
    }

    private static List<DigestedNotice> takeAll(Handle db, UUID digest, Due first, LocalDate day) {
        return db.createQuery(TAKE_ALL)
                .bind("digestId", digest)
                .bind("recipient", first.recipient())
                .bind("day", day)
                .map(ConstructorMapper.of(DigestedNotice.class))
                .list();
    }

    private static List<DigestedNotice> takeOne(Handle db, UUID digest, Due due) {
        return db.createQuery(TAKE_ONE)
                .bind("digestId", digest)
                .bind("recipient", due.recipient())
                .bind("eventId", due.eventId())
                .map(ConstructorMapper.of(DigestedNotice.class))
                .list();
    }

    private List<Due> find(String sql, String bound, Instant time) {
        return jdbi.withHandle(db -> db.createQuery(sql)
                .bind(bound, time)
                .bind("limit", AT_ONCE)
                .map(ConstructorMapper.of(Due.class))
                .list());
    }

    private TeamCalendar calendar(Due due) {
        return new TeamCalendar(policies.team(due.team(), OptionalLong.of(due.position()))
                .state()
                .policy());
    }
}
