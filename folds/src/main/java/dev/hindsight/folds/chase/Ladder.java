package dev.hindsight.folds.chase;

import dev.hindsight.contracts.actionitem.ActionItemStatus;
import dev.hindsight.contracts.actionitem.EscalationCause;
import dev.hindsight.contracts.actionitem.EscalationRung;
import dev.hindsight.contracts.actionitem.Reminder;
import dev.hindsight.contracts.policy.ChaseRules;
import dev.hindsight.folds.chase.Stage.Escalating;
import dev.hindsight.folds.chase.Stage.Reminding;
import dev.hindsight.folds.policy.TeamCalendar;
import java.time.Duration;
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
 * <p>Each track is a row of stages in the order of their days. What has been decided is told by the day that the last one was
 * for, so a stage is met once, however rules and calendars change in between. Of several stages of a track that fall on the
 * same moment, because days off lie between them, only the last one counts. Repeated reminders are made up for if they were
 * missed in the last 30 days; of older ones only the last, if there is none after it. An escalation waits until there is
 * somebody to tell.
 */
public final class Ladder {

    private static final Comparator<Stage> IN_ORDER =
            Comparator.comparing(Stage::at).thenComparing(Stage::track);
    private static final Duration MADE_UP_FOR = Duration.ofDays(30);

    private final ChaseRules rules;
    private final TeamCalendar calendar;

    public Ladder(ChaseRules rules, TeamCalendar calendar) {
        this.rules = rules;
        this.calendar = calendar;
    }

    /** What is to be decided by now and is not yet, in the order of time. */
    public List<Stage> due(ChaseState state, Instant now) {
        return Stream.of(Track.values())
                .flatMap(track -> due(track, state, now).stream())
                .sorted(IN_ORDER)
                .toList();
    }

    /** When something is to be decided next, also if that has passed; empty if nothing is. */
    public Optional<Instant> next(ChaseState state) {
        return state.deferredUntil() != null
                ? Optional.of(calendar.startOf(state.deferredUntil()))
                : Stream.of(Track.values())
                        .flatMap(track -> next(track, state, state.decided().get(track)).stream())
                        .map(Stage::at)
                        .min(Comparator.naturalOrder());
    }

    /** Whether a deferral is over. */
    public boolean isBack(ChaseState state, Instant now) {
        return state.deferredUntil() != null && !now.isBefore(calendar.startOf(state.deferredUntil()));
    }

    private List<Stage> due(Track track, ChaseState state, Instant now) {
        var due = new ArrayList<Stage>();
        for (var stage = next(track, state, state.decided().get(track));
                stage.isPresent() && !stage.get().at().isAfter(now);
                stage = next(track, state, stage.get().day())) {
            due.add(stage.get());
        }
        return due.stream()
                .filter(stage -> !stage.isRepeated()
                        || stage.at().isAfter(now.minus(MADE_UP_FOR))
                        || stage.equals(due.getLast()))
                .toList();
    }

    /** @param last the day that the stage before it was for; null if there was none */
    private Optional<Stage> next(Track track, ChaseState state, @Nullable LocalDate last) {
        return switch (track) {
            case OWNER -> isChased(state) ? owner(state, last) : Optional.empty();
            case TEAM_LEAD ->
                isChased(state) && last == null && isLed()
                        ? Optional.of(overdue(track, state, EscalationRung.TEAM_LEAD, rules.teamLeadAfterDays()))
                        : Optional.empty();
            case EXECUTIVE ->
                isChased(state) && last == null && isAnsweredFor(state)
                        ? Optional.of(overdue(track, state, EscalationRung.EXECUTIVE, rules.executiveAfterDays()))
                        : Optional.empty();
            case ROADBLOCK_TEAM_LEAD -> last == null && isLed() ? blocked(state).map(this::atOnce) : Optional.empty();
            case ROADBLOCK_EXECUTIVE ->
                last == null && isAnsweredFor(state) ? blocked(state).map(this::stillBlocked) : Optional.empty();
            case ACCEPTANCE ->
                state.status() == ActionItemStatus.PROPOSED && !state.imported()
                        ? again(
                                track,
                                Reminder.UNACCEPTED,
                                calendar.dayOf(state.since()),
                                rules.acceptWithinDays(),
                                state.since(),
                                last)
                        : Optional.empty();
            case VERIFICATION ->
                Optional.ofNullable(state.doneAt())
                        .flatMap(done -> again(
                                track,
                                Reminder.UNVERIFIED,
                                calendar.dayOf(done),
                                rules.verifyWithinDays(),
                                done,
                                last));
        };
    }

    private boolean isLed() {
        return !calendar.policy().leads().isEmpty();
    }

    private boolean isAnsweredFor(ChaseState state) {
        return state.executive() != null || calendar.policy().executive() != null;
    }

    private static boolean isChased(ChaseState state) {
        return state.owner() != null
                && state.due() != null
                && switch (state.status()) {
                    case ACCEPTED, IN_PROGRESS, BLOCKED, INEFFECTIVE -> true;
                    case PROPOSED, DONE, VERIFIED, REJECTED, DEFERRED, DROPPED -> false;
                };
    }

    /** The due day; if it had passed when the item was agreed as it stands, that day. */
    private LocalDate about(ChaseState state) {
        var due = Objects.requireNonNull(state.due());
        var begun = calendar.dayOf(state.since());
        return due.isBefore(begun) ? begun : due;
    }

    private Optional<Stage> owner(ChaseState state, @Nullable LocalDate last) {
        var about = about(state);
        var before = about.equals(state.due()) ? before(about) : Stream.<Stage>empty();
        return before.filter(stage -> isAhead(stage, state.since(), last))
                .reduce(Ladder::earlier)
                .or(() -> overdueAgain(about, state.since(), last));
    }

    private Stream<Stage> before(LocalDate due) {
        return Stream.concat(
                rules.remindDaysBefore().stream()
                        .map(days -> new Reminding(
                                Track.OWNER, Reminder.BEFORE_DUE, days, due, calendar.onOrBefore(due.minusDays(days)))),
                Stream.of(new Reminding(Track.OWNER, Reminder.ON_DUE_DAY, 0, due, calendar.onOrBefore(due))));
    }

    /** On the day after it was due, and then every so many days. */
    private Optional<Stage> overdueAgain(LocalDate about, Instant since, @Nullable LocalDate last) {
        return Stream.concat(
                        Stream.of(reminding(Track.OWNER, Reminder.OVERDUE, about, 1))
                                .filter(stage -> isAhead(stage, since, last)),
                        again(Track.OWNER, Reminder.OVERDUE, about, rules.overdueEveryDays(), since, last).stream())
                .reduce(Ladder::earlier);
    }

    private Optional<Stage> again(
            Track track, Reminder reminder, LocalDate about, int every, Instant since, @Nullable LocalDate last) {
        long passed = last == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(about, last) / every);
        var stage = IntStream.iterate((int) passed + 1, times -> times + 1)
                .mapToObj(times -> reminding(track, reminder, about, times * every))
                .filter(each -> isAhead(each, since, last))
                .findFirst()
                .orElseThrow();
        return Optional.of(lastAtTheSameMoment(stage, every));
    }

    private static boolean isAhead(Stage stage, Instant since, @Nullable LocalDate last) {
        return stage.at().isAfter(since) && (last == null || stage.day().isAfter(last));
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
