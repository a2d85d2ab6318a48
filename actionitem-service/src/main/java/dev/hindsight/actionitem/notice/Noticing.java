package dev.hindsight.actionitem.notice;

import dev.hindsight.actionitem.opening.ActionItemOpening;
import dev.hindsight.contracts.actionitem.ActionItemEvent;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemRecurred;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemResumed;
import dev.hindsight.contracts.actionitem.ChaseEvent.ActionItemEscalated;
import dev.hindsight.contracts.actionitem.ChaseEvent.ActionItemReminded;
import dev.hindsight.contracts.actionitem.EscalationCause;
import dev.hindsight.contracts.actionitem.EscalationRung;
import dev.hindsight.contracts.actionitem.Reminder;
import dev.hindsight.folds.actionitem.ActionItemFold;
import dev.hindsight.folds.actionitem.ActionItemState;
import dev.hindsight.folds.policy.TeamCalendar;
import dev.hindsight.logkit.Histories;
import dev.hindsight.logkit.PolicyHistories;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Writes a notice for each one who is to be told of an event. When it may be told follows from the policy of the item's team
 * as it stood when that was decided, so that met again the event says the same.
 */
@Singleton
@ProcessingGroup(Noticing.NAME)
public class Noticing {

    public static final String NAME = "notices";

    private static final String NOTE = """
            INSERT INTO actionitem.notice (
                event_id, recipient, position, action_item_id, kind, rung, days, about, team, decided_at, tell_from, day)
            VALUES (
                :eventId, :recipient, :position, :actionItemId, :kind, :rung::text, :days::int, :about::date, :team,
                :decidedAt, :tellFrom, :day)
            ON CONFLICT (event_id, recipient) DO NOTHING
            """;

    private final Jdbi jdbi;
    private final Histories histories;
    private final PolicyHistories policies;

    public Noticing(Jdbi jdbi, Histories histories, PolicyHistories policies) {
        this.jdbi = jdbi;
        this.histories = histories;
        this.policies = policies;
    }

    /** What is to be told, and to whom. */
    private record Told(
            NoticeKind kind,
            @Nullable EscalationRung rung,
            @Nullable Integer days,
            @Nullable LocalDate about,
            Instant decidedAt,
            List<String> recipients) {}

    /** One row. */
    public record Row(
            UUID eventId,
            String recipient,
            long position,
            UUID actionItemId,
            NoticeKind kind,
            @Nullable EscalationRung rung,
            @Nullable Integer days,
            @Nullable LocalDate about,
            String team,
            Instant decidedAt,
            Instant tellFrom,
            LocalDate day) {}

    /** Handles whatever is recorded: how far it is is stored only with what it handles, and lists wait for that. */
    @EventHandler
    void on(
            Object event,
            @MessageIdentifier String eventId,
            @Timestamp Instant recordedAt,
            @MetaDataValue("actor") @Nullable String actor,
            TrackingToken token) {
        long position = token.position().orElseThrow();
        switch (event) {
            case ActionItemReminded e ->
                note(
                        e,
                        eventId,
                        position,
                        new Told(kind(e.reminder()), null, e.days(), e.about(), e.decidedAt(), e.recipients()));
            case ActionItemEscalated e ->
                note(
                        e,
                        eventId,
                        position,
                        new Told(kind(e.cause()), e.rung(), e.days(), e.about(), e.decidedAt(), e.recipients()));
            case ActionItemRecurred e ->
                note(e, eventId, position, new Told(NoticeKind.RECURRED, null, null, null, recordedAt, e.recipients()));
            case ActionItemResumed e
            when ActionItemOpening.ITSELF.subject().equals(actor) ->
                note(
                        e,
                        eventId,
                        position,
                        new Told(NoticeKind.RESUMED, null, null, null, recordedAt, owner(e, position)));
            default -> {
                // nobody is told of it
            }
        }
    }

    private void note(ActionItemEvent event, String eventId, long position, Told told) {
        if (told.recipients().isEmpty()) {
            return;
        }
        var team = item(event, position).team();
        var calendar = new TeamCalendar(
                policies.team(team, OptionalLong.of(position)).state().policy());
        var tellFrom = told.kind().tellableFrom(calendar, told.decidedAt());
        jdbi.useHandle(db -> {
            var batch = db.prepareBatch(NOTE);
            told.recipients().stream()
                    .distinct()
                    .map(recipient -> new Row(
                            UUID.fromString(eventId),
                            recipient,
                            position,
                            event.actionItemId(),
                            told.kind(),
                            told.rung(),
                            told.days(),
                            told.about(),
                            team,
                            told.decidedAt(),
                            tellFrom,
                            calendar.dayOf(tellFrom)))
                    .forEach(row -> batch.bindMethods(row).add());
            batch.execute();
        });
    }

    private List<String> owner(ActionItemResumed event, long position) {
        var owner = item(event, position).owner();
        return owner == null ? List.of() : List.of(owner);
    }

    private ActionItemState item(ActionItemEvent event, long position) {
        return histories
                .of(
                        ActionItemEvent.AGGREGATE_TYPE,
                        ActionItemEvent.class,
                        event.actionItemId(),
                        OptionalLong.of(position),
                        ActionItemFold::of)
                .orElseThrow()
                .state();
    }

    private static NoticeKind kind(Reminder reminder) {
        return switch (reminder) {
            case BEFORE_DUE -> NoticeKind.DUE_SOON;
            case ON_DUE_DAY -> NoticeKind.DUE_TODAY;
            case OVERDUE -> NoticeKind.OVERDUE;
            case UNACCEPTED -> NoticeKind.TO_ACCEPT;
            case UNVERIFIED -> NoticeKind.TO_VERIFY;
        };
    }

    private static NoticeKind kind(EscalationCause cause) {
        return switch (cause) {
            case OVERDUE -> NoticeKind.OVERDUE;
            case BLOCKED -> NoticeKind.BLOCKED;
        };
    }
}
