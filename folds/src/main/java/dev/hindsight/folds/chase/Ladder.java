package dev.hindsight.folds.chase;

import dev.hindsight.contracts.actionitem.ActionItemStatus;
import dev.hindsight.contracts.actionitem.EscalationCause;
import dev.hindsight.contracts.actionitem.EscalationRung;
import dev.hindsight.contracts.actionitem.Reminder;
import dev.hindsight.contracts.policy.ChaseRules;
import dev.hindsight.folds.chase.Stage.Escalating;
import dev.hindsight.folds.chase.Stage.Reminding;
import dev.hindsight.folds.policy.TeamCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells which reminders and escalations of an action item are to be decided, and when the next ones are.
 *
 * <p>Each track is a row of stages in the order of time. What has been decided is told by the moment of the last one, so a
 * stage is met once, however the rules change in between. Of several stages of a track that fall on the same moment, because
 * days off lie between them, only the last one counts.
 */
public final class Ladder {

    private static final Comparator<Stage> IN_ORDER =
            Comparator.comparing(Stage::at).thenComparing(Stage::track);
    /** More than a day off is ever moved by, so that no stage is left out. */
    private static final int DAYS_MOVED_AT_MOST = 10;

    private final ChaseRules rules;
    private final TeamCalendar calendar;

    public Ladder(ChaseRules rules, TeamCalendar calendar) {
        this.rules = rules;
        this.calendar = calendar;
    }

    /** What is to be decided by now and is not yet, in the order of time. */
    public List<Stage> due(ChaseState state, Instant now) {
        var due = new ArrayList<Stage>();
        for (var track : Track.values()) {
            for (var stage = first(track, state);
                    stage.isPresent() && !stage.get().at().isAfter(now);
                    stage = next(track, state, stage.get().at())) {
                due.add(stage.get());
            }
        }
        due.sort(IN_ORDER);
        return due;
    }

    /** When something is to be decided next, also if that has passed; empty if nothing is. */
    public Optional<Instant> next(ChaseState state) {
        return state.deferredUntil() != null
                ? Optional.of(calendar.startOf(state.deferredUntil()))
                : Stream.of(Track.values())
                        .flatMap(track -> first(track, state).stream())
                        .map(Stage::at)
                        .min(Comparator.naturalOrder());
    }

    /** Whether a deferral is over. */
    public boolean isBack(ChaseState state, Instant now) {
        return state.deferredUntil() != null && !now.isBefore(calendar.startOf(state.deferredUntil()));
    }

    private Optional<Stage> first(Track track, ChaseState state) {
        var last = state.decided().get(track);
        return next(track, state, last);
    }

    /** @param last when the stage before it was to be decided; null if there was none */
    private Optional<Stage> next(Track track, ChaseState state, @Nullable Instant last) {
        return switch (track) {
            case OWNER -> isChased(state) ? owner(state, floor(state, last)) : Optional.empty();
            case TEAM_LEAD ->
                isChased(state) && last == null
                        ? Optional.of(overdue(track, state, EscalationRung.TEAM_LEAD, rules.teamLeadAfterDays()))
                        : Optional.empty();
            case EXECUTIVE ->
                isChased(state) && last == null
                        ? Optional.of(overdue(track, state, EscalationRung.EXECUTIVE, rules.executiveAfterDays()))
                        : Optional.empty();
            case ROADBLOCK_TEAM_LEAD -> last == null ? blocked(state).map(this::atOnce) : Optional.empty();
            case ROADBLOCK_EXECUTIVE -> last == null ? blocked(state).map(this::stillBlocked) : Optional.empty();
            case ACCEPTANCE ->
                state.status() == ActionItemStatus.PROPOSED && !state.imported()
                        ? again(
                                track,
                                Reminder.UNACCEPTED,
                                calendar.dayOf(state.since()),
                                rules.acceptWithinDays(),
                                floor(state, last))
                        : Optional.empty();
            case VERIFICATION ->
                Optional.ofNullable(state.doneAt())
                        .flatMap(done -> again(
                                track,
                                Reminder.UNVERIFIED,
                                calendar.dayOf(done),
                                rules.verifyWithinDays(),
                                last == null ? done : last));
        };
    }

    private static boolean isChased(ChaseState state) {
        return state.owner() != null
                && state.due() != null
                && switch (state.status()) {
                    case ACCEPTED, IN_PROGRESS, BLOCKED, INEFFECTIVE -> true;
                    case PROPOSED, DONE, VERIFIED, REJECTED, DEFERRED, DROPPED -> false;
                };
    }

    private static Instant floor(ChaseState state, @Nullable Instant last) {
        return last == null || last.isBefore(state.since()) ? state.since() : last;
    }

    /** The due day; if it had passed when the item was agreed as it stands, that day. */
    private LocalDate about(ChaseState state) {
        var due = Objects.requireNonNull(state.due());
        var begun = calendar.dayOf(state.since());
        return due.isBefore(begun) ? begun : due;
    }

    private Optional<Stage> owner(ChaseState state, Instant floor) {
        var about = about(state);
        var before = about.equals(state.due()) ? before(about) : Stream.<Stage>empty();
        return before.filter(stage -> stage.at().isAfter(floor))
                .reduce(Ladder::earlier)
                .or(() -> overdueAgain(about, floor));
    }

    private Stream<Stage> before(LocalDate due) {
        return Stream.concat(
                rules.remindDaysBefore().stream()
                        .map(days -> new Reminding(
                                Track.OWNER, Reminder.BEFORE_DUE, days, due, calendar.onOrBefore(due.minusDays(days)))),
                Stream.of(new Reminding(Track.OWNER, Reminder.ON_DUE_DAY, 0, due, calendar.onOrBefore(due))));
    }

    /** On the day after it was due, and then every so many days. */
    private Optional<Stage> overdueAgain(LocalDate about, Instant floor) {
        var every = rules.overdueEveryDays();
        return every == 1
                ? again(Track.OWNER, Reminder.OVERDUE, about, 1, floor)
                : Stream.concat(
                                Stream.of(reminding(Track.OWNER, Reminder.OVERDUE, about, 1))
                                        .filter(stage -> stage.at().isAfter(floor)),
                                again(Track.OWNER, Reminder.OVERDUE, about, every, floor).stream())
                        .reduce(Ladder::earlier);
    }

    private Optional<Stage> again(Track track, Reminder reminder, LocalDate about, int every, Instant floor) {
        long behind = ChronoUnit.DAYS.between(about, calendar.dayOf(floor)) - DAYS_MOVED_AT_MOST;
        int first = (int) Math.max(1, behind / every);
        var stage = IntStream.iterate(first, times -> times + 1)
                .mapToObj(times -> reminding(track, reminder, about, times * every))
                .filter(each -> each.at().isAfter(floor))
                .findFirst()
                .orElseThrow();
        return Optional.of(lastAtTheSameMoment(stage, every));
    }

    private Reminding lastAtTheSameMoment(Reminding stage, int every) {
        var last = stage;
        for (var next = later(last, every); next.at().equals(stage.at()); next = later(last, every)) {
            last = next;
        }
        return last;
    }

    private Reminding later(Reminding stage, int every) {
        return reminding(stage.track(), stage.reminder(), stage.about(), stage.days() + every);
    }

    private Reminding reminding(Track track, Reminder reminder, LocalDate about, int days) {
        return new Reminding(track, reminder, days, about, calendar.onOrAfter(about.plusDays(days)));
    }

    private Stage overdue(Track track, ChaseState state, EscalationRung rung, int days) {
        var about = about(state);
        return new Escalating(
                track, EscalationCause.OVERDUE, rung, days, about, calendar.onOrAfter(about.plusDays(days)));
    }

    private static Optional<Instant> blocked(ChaseState state) {
        return Optional.ofNullable(state.blockedAt());
    }

    private Stage atOnce(Instant blocked) {
        return new Escalating(
                Track.ROADBLOCK_TEAM_LEAD,
                EscalationCause.BLOCKED,
                EscalationRung.TEAM_LEAD,
                0,
                calendar.dayOf(blocked),
                blocked);
    }

    private Stage stillBlocked(Instant blocked) {
        int days = rules.roadblockExecutiveAfterDays();
        var about = calendar.dayOf(blocked);
        return new Escalating(
                Track.ROADBLOCK_EXECUTIVE,
                EscalationCause.BLOCKED,
                EscalationRung.EXECUTIVE,
                days,
                about,
                calendar.onOrAfter(about.plusDays(days)));
    }

    /** Of two at the same moment the second one. */
    private static Stage earlier(Stage first, Stage second) {
        return second.at().isAfter(first.at()) ? first : second;
    }
}
