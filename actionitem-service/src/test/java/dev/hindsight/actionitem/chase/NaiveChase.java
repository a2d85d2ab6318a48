package dev.hindsight.actionitem.chase;

import dev.hindsight.contracts.actionitem.ActionItemStatus;
import dev.hindsight.contracts.policy.ChaseRules;
import dev.hindsight.contracts.policy.TeamPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the chase should come to, found the slow way: every item, every day of its life, every rule, at every look. */
final class NaiveChase {

    private static final int DAYS_MOVED_AT_MOST = 10;
    private static final Duration MADE_UP_FOR = Duration.ofDays(30);
    private static final Set<String> REPEATED = Set.of("OVERDUE", "UNACCEPTED", "UNVERIFIED");

    final Map<String, TeamPolicy> teams = new HashMap<>();
    final List<Told> told = new ArrayList<>();
    ChaseRules rules = ChaseRules.standard();

    /** One thing decided, in words that an event can be put in as well. */
    record Told(
            String what,
            String item,
            int days,
            @Nullable LocalDate about,
            Instant scheduledFor,
            Instant decidedAt,
            List<String> recipients) {}

    /** An item as people see it. */
    static final class Item {

        final String name;
        final String incident;
        String team;
        final @Nullable List<String> circle;
        final @Nullable String executive;
        ActionItemStatus status = ActionItemStatus.PROPOSED;
        ActionItemStatus beforeRoadblock = ActionItemStatus.PROPOSED;
        ActionItemStatus beforeDeferral = ActionItemStatus.PROPOSED;

        @Nullable
        String owner;

        @Nullable
        LocalDate due;

        Instant since;

        @Nullable
        Instant blockedAt;

        @Nullable
        Instant doneAt;

        @Nullable
        LocalDate deferredUntil;

        private final Map<String, LocalDate> last = new HashMap<>();

        /** @param circle who may know of it; null for everyone */
        Item(
                String name,
                String incident,
                String team,
                @Nullable List<String> circle,
                @Nullable String executive,
                Instant now) {
            this.name = name;
            this.incident = incident;
            this.team = team;
            this.circle = circle;
            this.executive = executive;
            since = now;
        }

        void begin(Instant now) {
            since = now;
            last.keySet().removeIf(track -> !track.startsWith("roadblock"));
        }

        void block(Instant now) {
            blockedAt = now;
            last.keySet().removeIf(track -> track.startsWith("roadblock"));
        }

        void done(Instant now) {
            doneAt = now;
            last.remove("verify");
        }
    }

    /** Looks at one item, and decides. */
    void look(Item item, Instant now) {
        var team = teams.get(item.team);
        if (item.status == ActionItemStatus.DEFERRED
                && !now.isBefore(item.deferredUntil.atStartOfDay(zone(team)).toInstant())) {
            told.add(new Told("back", item.name, 0, null, now, now, List.of()));
            item.status = item.beforeDeferral;
            item.deferredUntil = null;
            item.begin(now);
            if (item.status == ActionItemStatus.BLOCKED) {
                item.block(now);
            }
        }
        var found = new ArrayList<Told>();
        switch (item.status) {
            case ACCEPTED, IN_PROGRESS, INEFFECTIVE -> overdue(item, team, now, found);
            case BLOCKED -> {
                overdue(item, team, now, found);
                blocked(item, team, now, found);
            }
            case PROPOSED -> {
                for (int days = rules.acceptWithinDays(); days < 400; days += rules.acceptWithinDays()) {
                    after(item, team, "accept", "UNACCEPTED", days, day(item.since, team), item.since, now, found);
                }
            }
            case DONE -> {
                for (int days = rules.verifyWithinDays(); days < 400; days += rules.verifyWithinDays()) {
                    after(item, team, "verify", "UNVERIFIED", days, day(item.doneAt, team), item.doneAt, now, found);
                }
            }
            case VERIFIED, REJECTED, DEFERRED, DROPPED -> {} // nothing to do
        }
        found.stream()
                .filter(it -> !REPEATED.contains(it.what())
                        || it.scheduledFor().isAfter(now.minus(MADE_UP_FOR))
                        || found.stream().noneMatch(other -> isLater(other, it)))
                .forEach(told::add);
    }

    private void overdue(Item item, TeamPolicy team, Instant now, List<Told> found) {
        var begun = day(item.since, team);
        var about = item.due.isBefore(begun) ? begun : item.due;
        for (var day = begun; !day.isAfter(day(now, team).plusDays(DAYS_MOVED_AT_MOST)); day = day.plusDays(1)) {
            int left = (int) ChronoUnit.DAYS.between(day, about);
            if (about.equals(item.due) && (left == 0 || rules.remindDaysBefore().contains(left))) {
                var at = moved(day, -1, team);
                decide(item, "owner", left == 0 ? "ON_DUE_DAY" : "BEFORE_DUE", left, about, at, item.since, now, found);
            }
            if (-left == 1 || left < 0 && -left % rules.overdueEveryDays() == 0) {
                after(item, team, "owner", "OVERDUE", -left, about, item.since, now, found);
            }
        }
        once(item, team, "lead", "OVERDUE to TEAM_LEAD", rules.teamLeadAfterDays(), about, now, found);
        once(item, team, "executive", "OVERDUE to EXECUTIVE", rules.executiveAfterDays(), about, now, found);
    }

    private void blocked(Item item, TeamPolicy team, Instant now, List<Told> found) {
        var about = day(item.blockedAt, team);
        if (!item.last.containsKey("roadblock lead")
                && !item.blockedAt.isAfter(now)
                && !team.leads().isEmpty()) {
            tell(item, "roadblock lead", "BLOCKED to TEAM_LEAD", 0, about, item.blockedAt, now, found);
        }
        once(
                item,
                team,
                "roadblock executive",
                "BLOCKED to EXECUTIVE",
                rules.roadblockExecutiveAfterDays(),
                about,
                now,
                found);
    }

    private void once(
            Item item,
            TeamPolicy team,
            String track,
            String what,
            int days,
            LocalDate about,
            Instant now,
            List<Told> found) {
        var at = moved(about.plusDays(days), 1, team);
        if (!item.last.containsKey(track) && !at.isAfter(now) && isAnybody(track, item, team)) {
            tell(item, track, what, days, about, at, now, found);
        }
    }

    private static boolean isAnybody(String track, Item item, TeamPolicy team) {
        return track.equals("lead") ? !team.leads().isEmpty() : item.executive != null || team.executive() != null;
    }

    /** Of the reminders of one item found at one look. */
    private static boolean isLater(Told other, Told it) {
        return REPEATED.contains(other.what()) && other.scheduledFor().isAfter(it.scheduledFor());
    }

    private void after(
            Item item,
            TeamPolicy team,
            String track,
            String what,
            int days,
            LocalDate about,
            Instant since,
            Instant now,
            List<Told> found) {
        decide(item, track, what, days, about, moved(about.plusDays(days), 1, team), since, now, found);
    }

    /** Of two at the same moment the one that is asked for later takes the place of the other. */
    private void decide(
            Item item,
            String track,
            String what,
            int days,
            LocalDate about,
            Instant at,
            Instant since,
            Instant now,
            List<Told> found) {
        var day = dayOf(what, days, about);
        var last = item.last.get(track);
        if (!at.isAfter(now) && at.isAfter(since) && (last == null || day.isAfter(last))) {
            found.removeIf(it -> it.scheduledFor().equals(at) && isOf(track, it));
            tell(item, track, what, days, about, at, now, found);
        }
    }

    private static LocalDate dayOf(String what, int days, LocalDate about) {
        return what.equals("BEFORE_DUE") ? about.minusDays(days) : about.plusDays(days);
    }

    private static boolean isOf(String track, Told it) {
        return !it.what().contains(" to ")
                && track.equals(
                        switch (it.what()) {
                            case "UNACCEPTED" -> "accept";
                            case "UNVERIFIED" -> "verify";
                            default -> "owner";
                        });
    }

    private void tell(
            Item item,
            String track,
            String what,
            int days,
            LocalDate about,
            Instant at,
            Instant now,
            List<Told> found) {
        item.last.put(track, dayOf(what, days, about));
        var team = teams.get(item.team);
        var executive = item.executive == null ? team.executive() : item.executive;
        var asked = switch (track) {
            case "owner" -> List.of(item.owner);
            case "lead", "roadblock lead", "accept" -> team.leads();
            case "verify" ->
                team.leads().stream().filter(lead -> !lead.equals(item.owner)).toList();
            default -> executive == null ? List.<String>of() : List.of(executive);
        };
        found.add(new Told(
                what,
                item.name,
                days,
                about,
                at,
                now,
                asked.stream()
                        .filter(each -> item.circle == null || item.circle.contains(each))
                        .toList()));
    }

    private static Instant moved(LocalDate day, int step, TeamPolicy team) {
        var it = day;
        while (!team.workingDays().contains(it.getDayOfWeek())) {
            it = it.plusDays(step);
        }
        return it.atTime(team.remindAt()).atZone(zone(team)).toInstant();
    }

    private static LocalDate day(Instant time, TeamPolicy team) {
        return time.atZone(zone(team)).toLocalDate();
    }

    private static ZoneId zone(TeamPolicy team) {
        return ZoneId.of(team.zone());
    }
}
