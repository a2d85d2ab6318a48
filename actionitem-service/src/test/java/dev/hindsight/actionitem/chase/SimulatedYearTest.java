package dev.hindsight.actionitem.chase;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hindsight.actionitem.Elsewhere;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.contracts.policy.ActionItemPolicy;
import dev.hindsight.contracts.policy.ChaseRules;
import dev.hindsight.contracts.policy.TeamPolicy;
import dev.hindsight.log.schema.Migrator;
import dev.hindsight.rights.Access;
import dev.hindsight.testkit.TestDatabase;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A year of 500 items of three teams, chased by two replicas that are killed in the middle of it, one or both, for moments or
 * for a week: what was decided is what the slow model finds, each once.
 */
class SimulatedYearTest {

    private static final String PASSWORD = "a password for tests";
    private static final Instant BEGIN = Instant.parse("2027-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2028-01-01T00:00:00Z");
    private static final LocalDate TODAY = LocalDate.ofInstant(END, ZoneOffset.UTC);
    private static final int ITEMS = 500;
    private static final int STEPS = 300;
    /** Steps without any replica, the second time for more than a week. */
    private static final Map<Integer, Integer> OUTAGES = Map.of(50, 2, 150, 7, 250, 3);

    private static final String SETTLED = """
            SELECT (SELECT count(*) FROM log.log_pending) = 0
                   AND (SELECT min(coalesce(log.token_position(token), 0)) FROM actionitem.token_entry
                         WHERE processor_name IN ('action-item-chase', 'action-item-overview'))
                       >= (SELECT coalesce(max(position), 0) FROM log.log_position)
                   AND NOT EXISTS (SELECT FROM actionitem.action_item_chase WHERE next_at <= :now)
            """;

    private static final String AT_WORK = """
            SELECT count(*) FROM pg_stat_activity WHERE usename = 'actionitem_service' AND state <> 'idle'
            """;
    private static final String DECIDED_AT = """
            SELECT DISTINCT aggregate_id FROM log.event_entry
             WHERE event_type IN ('action-item-reminded', 'action-item-escalated', 'action-item-resumed')
               AND :now IN (payload::json ->> 'decidedAt', payload::json -> 'occurredAt' ->> 'earliest')
            """;

    private final Map<String, UUID> incidents = new LinkedHashMap<>();
    private final NaiveChase model = new NaiveChase();
    private final Random chance = new Random(20270101);
    private Replicas replicas;
    private TestDatabase database;
    private Jdbi truth;
    private Elsewhere elsewhere;

    @BeforeEach
    void start() {
        database = TestDatabase.start();
        Migrator.migrate(
                database.url(),
                database.migratorUser(),
                database.migratorPassword(),
                Map.of("actionitem_service", PASSWORD),
                List.of("log", "actionitem"),
                _ -> {});
        truth = Jdbi.create(database.url(), database.superuserName(), database.superuserPassword())
                .registerArrayType(String.class, "text")
                .registerArrayType(UUID.class, "uuid");
        elsewhere = new Elsewhere(database);
        replicas = new Replicas(database.url(), PASSWORD);
    }

    @AfterEach
    void stop() throws InterruptedException {
        replicas.close();
        database.close();
    }

    @Test
    void isChasedExactlyAsTheModelSays() throws Exception {
        team("chain-core", "Europe/Berlin", EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), List.of("lin"), "max");
        team("payments-core", "America/New_York", EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.THURSDAY), List.of(), null);
        team(
                "bridge",
                "Asia/Seoul",
                EnumSet.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY),
                List.of("ana", "kim"),
                "max");
        changeRules(new ChaseRules(List.of(7, 1), 25, 3, 7, 5, 25, 25));
        var accesses = new LinkedHashMap<String, Access>();
        for (var team : List.of("chain-core", "payments-core", "bridge")) {
            incident(team, Visibility.OPEN, accesses);
        }
        incident("chain-core", Visibility.RESTRICTED, accesses, "pat", "ana", "ben", "max");
        try (var people = new People(database.url(), PASSWORD, model, chance, incidents, accesses)) {
            live(people);
            assertThat(DecidedChase.in(truth, people)).containsExactlyInAnyOrderElementsOf(model.told);
            assertThat(model.told).hasSizeGreaterThan(1_500);
            assertThat(tracked()).isEqualTo(expected(people));
        }
    }

    private void live(People people) throws Exception {
        replicas.startBoth();
        var now = BEGIN;
        int downUntil = 0;
        for (int step = 1; step <= STEPS; step++) {
            now = now.plus(Duration.ofSeconds(
                    chance.nextInt((int) Duration.between(now, END).toSeconds() * 2 / (STEPS - step + 1))));
            for (int more = 0; people.items().size() < ITEMS * step / (STEPS - 40) && more < 3; more++) {
                if (people.items().size() < ITEMS) {
                    people.propose(now);
                }
            }
            people.work(now);
            if (step == 90) {
                replicas.tell(now);
                settle(now);
                look(people, now);
                changeRules(new ChaseRules(List.of(10, 3), 21, 2, 9, 3, 25, 20));
            }
            if (step == 200) {
                replicas.tell(now);
                settle(now);
                look(people, now);
                team("payments-core", "America/New_York", EnumSet.allOf(DayOfWeek.class), List.of("pia"), "max");
            }
            if (step == 170) {
                replicas.tell(now);
                settle(now);
                look(people, now);
                team(
                        "bridge",
                        "Pacific/Apia",
                        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                        List.of("kim"),
                        "xia");
            }
            if (OUTAGES.containsKey(step)) {
                downUntil = step + OUTAGES.get(step);
                replicas.tell(now);
                replicas.killBoth();
                lookAtWhatWasDecided(people, now);
            }
            if (step == downUntil) {
                replicas.startBoth();
            }
            if (step >= downUntil) {
                replicas.tell(now);
                if (step % 60 == 17) {
                    replicas.replace(chance);
                    replicas.tell(now);
                }
                settle(now);
                look(people, now);
                if (step % 10 == 0) {
                    people.transfer();
                    settle(now);
                    look(people, now);
                }
            }
        }
    }

    private void look(People people, Instant now) {
        people.items().forEach(item -> model.look(item, now));
    }

    /** Killed in the middle of it, they have had some of the items decide and others not. */
    private void lookAtWhatWasDecided(People people, Instant now) {
        await().atMost(60, SECONDS)
                .until(() -> truth.withHandle(
                        db -> db.createQuery(AT_WORK).mapTo(int.class).one() == 0));
        var decided = truth.withHandle(db -> db.createQuery(DECIDED_AT)
                .bind("now", now.toString())
                .mapTo(UUID.class)
                .set());
        people.items().stream()
                .filter(item -> decided.contains(People.id(item)))
                .forEach(item -> model.look(item, now));
    }

    private void settle(Instant now) {
        await().atMost(60, SECONDS)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(4))
                .until(() -> truth.withHandle(db -> db.createQuery(SETTLED)
                        .bind("now", now)
                        .mapTo(Boolean.class)
                        .one()));
    }

    private void incident(String team, Visibility visibility, Map<String, Access> accesses, String... people) {
        var name = team + " " + visibility;
        incidents.put(name, elsewhere.incident(team, visibility, people));
        accesses.put(name, new Access(team, visibility, List.of(people), List.of()));
    }

    private void team(String team, String zone, EnumSet<DayOfWeek> days, List<String> leads, String executive) {
        var policy = new TeamPolicy(
                zone, List.copyOf(days), LocalTime.of(9, 0), LocalTime.of(18, 0), LocalTime.of(8, 0), leads, executive);
        elsewhere.teamPolicy(team, policy);
        model.teams.put(team, policy);
    }

    private void changeRules(ChaseRules rules) {
        elsewhere.policy(new ActionItemPolicy(ActionItemPolicy.standard().dueWithinDays(), rules));
        model.rules = rules;
    }

    /** Of each status how many the tracker shows at the end, and of how many the day has passed. */
    private Map<String, Long> tracked() {
        return truth.withHandle(db -> {
            var counts = new LinkedHashMap<String, Long>();
            db.createQuery("""
                            SELECT status || CASE WHEN due < :today THEN ' past its day' ELSE '' END AS what,
                                   count(*) AS items
                              FROM actionitem.action_item_overview GROUP BY what
                            """)
                    .bind("today", TODAY)
                    .map((row, _) -> Map.entry(row.getString("what"), row.getLong("items")))
                    .forEach(each -> counts.put(each.getKey(), each.getValue()));
            return counts;
        });
    }

    private static Map<String, Long> expected(People people) {
        var counts = new LinkedHashMap<String, Long>();
        people.items().stream()
                .map(item -> item.status + (item.due != null && item.due.isBefore(TODAY) ? " past its day" : ""))
                .forEach(what -> counts.merge(what, 1L, Long::sum));
        return counts;
    }
}
