package dev.hindsight.folds.chase;

import dev.hindsight.contracts.actionitem.ActionItemEvent;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemAccepted;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemOpened;
import dev.hindsight.contracts.actionitem.ActionItemStatus;
import dev.hindsight.contracts.policy.ChaseRules;
import dev.hindsight.contracts.policy.TeamPolicy;
import dev.hindsight.contracts.postmortem.StatedFollowUp;
import dev.hindsight.folds.policy.TeamCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An item that was agreed on the second of March 2026, and what is to be decided of it. */
final class Chased {

    static final UUID ID = new UUID(0, 1);
    /** A Monday. */
    static final Instant AGREED = Instant.parse("2026-03-02T12:00:00Z");

    static final LocalDate FRIDAY = LocalDate.parse("2026-03-20");
    static final TeamPolicy WORKING_DAYS = team("UTC", "09:00", List.of("lea"), "max");
    static final Ladder LADDER = new Ladder(ChaseRules.standard(), new TeamCalendar(WORKING_DAYS));

    private Chased() {}

    static Ladder ladder(TeamPolicy team) {
        return new Ladder(ChaseRules.standard(), new TeamCalendar(team));
    }

    static TeamPolicy team(String zone, String remindAt, List<String> leads, @Nullable String executive) {
        return new TeamPolicy(
                zone,
                TeamPolicy.standard().workingDays(),
                LocalTime.parse(remindAt),
                LocalTime.of(18, 0),
                LocalTime.of(8, 0),
                leads,
                executive);
    }

    static ChaseState accepted(LocalDate due) {
        return after(ChaseState.of(opened(null, null, null), AGREED), new ActionItemAccepted(ID, "ana", due, AGREED));
    }

    static ActionItemOpened opened(@Nullable String owner, @Nullable LocalDate due, @Nullable StatedFollowUp stated) {
        return new ActionItemOpened(
                ID,
                "AI-2026-0001",
                "Alert on cache misses",
                null,
                List.of(new UUID(0, 3)),
                "chain-core",
                owner,
                due,
                stated,
                ActionItemStatus.PROPOSED,
                null,
                AGREED);
    }

    static ChaseState after(ChaseState state, ActionItemEvent... events) {
        var it = state;
        for (var event : events) {
            it = it.after(event, AGREED);
        }
        return it;
    }

    static ChaseState decided(ChaseState state, Instant now) {
        return decided(state, LADDER.due(state, now), now);
    }

    static ChaseState decided(ChaseState state, List<Stage> due, Instant now) {
        var it = state;
        for (var stage : due) {
            it = it.after(stage.decided(ID, now, List.of("ana")), now);
        }
        return it;
    }

    static List<String> told(ChaseState state, String until) {
        return tell(LADDER.due(state, at(until)));
    }

    static List<String> tell(List<Stage> due) {
        return due.stream().map(Chased::tell).toList();
    }

    static String tell(Stage stage) {
        int days = switch (stage) {
            case Stage.Reminding it -> it.days();
            case Stage.Escalating it -> it.days();
        };
        return "%s %s %d".formatted(stage.at(), stage.track(), days);
    }

    static Instant at(String time) {
        return Instant.parse(time);
    }
}
