package dev.hindsight.folds.chase;

import static dev.hindsight.folds.chase.Chased.AGREED;
import static dev.hindsight.folds.chase.Chased.accepted;
import static dev.hindsight.folds.chase.Chased.decided;
import static dev.hindsight.folds.chase.Chased.ladder;
import static dev.hindsight.folds.chase.Chased.team;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.contracts.policy.ChaseRules;
import dev.hindsight.contracts.policy.TeamPolicy;
import dev.hindsight.folds.policy.TeamCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whenever, and however often, it is looked at. */
class LadderPropertyTest {

    @Property(tries = 300)
    void whenItIsLookedAtDoesNotChangeWhatIsDecided(
            @ForAll("rules") ChaseRules rules,
            @ForAll("teams") TeamPolicy team,
            @ForAll @IntRange(min = -30, max = 60) int dueIn,
            @ForAll("looks") List<Duration> looks) {
        var ladder = new Ladder(rules, new TeamCalendar(team));
        var begun = accepted(LocalDate.parse("2026-03-02").plusDays(dueIn));
        var stages = new ArrayList<Stage>();
        var state = begun;
        var now = AGREED;
        for (var look : looks) {
            now = now.plus(look);
            var due = ladder.due(state, now);
            stages.addAll(due);
            state = decided(state, due, now);
            assertThat(ladder.due(state, now)).isEmpty();
            assertThat(ladder.next(state).orElseThrow()).isAfter(now);
        }

        var monthAgo = now.minus(Duration.ofDays(30));
        assertThat(ladder.due(begun, now))
                .containsExactlyInAnyOrderElementsOf(stages.stream()
                        .filter(stage -> !stage.isRepeated() || stage.at().isAfter(monthAgo))
                        .toList());
    }

    @Provide
    Arbitrary<ChaseRules> rules() {
        var days = Arbitraries.integers().between(1, 20);
        return days.list()
                .ofMaxSize(4)
                .flatMap(before -> days.array(Integer[].class)
                        .ofSize(6)
                        .map(it -> new ChaseRules(before, it[0], it[1], it[2], it[3], it[4], it[5])));
    }

    @Provide
    Arbitrary<TeamPolicy> teams() {
        return Arbitraries.of("UTC", "Asia/Seoul", "America/New_York", "Europe/Berlin", "Pacific/Apia")
                .flatMap(zone -> Arbitraries.subsetOf(DayOfWeek.values())
                        .filter(days -> !days.isEmpty())
                        .map(days -> new TeamPolicy(
                                zone,
                                List.copyOf(days),
                                LocalTime.of(9, 30),
                                LocalTime.of(18, 0),
                                LocalTime.of(8, 0),
                                List.of("lea"),
                                "max")));
    }

    @Provide
    Arbitrary<List<Duration>> looks() {
        return Arbitraries.integers()
                .between(1, 24 * 20)
                .map(hours -> Duration.ofHours(hours).plusMinutes(7))
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }
}
