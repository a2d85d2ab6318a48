package dev.hindsight.actionitem;

import static dev.hindsight.actionitem.StartedService.ITEMS;
import static dev.hindsight.actionitem.StartedService.did;
import static dev.hindsight.logkit.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.nullValue;

import dev.hindsight.contracts.actionitem.ActionItemEvent;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemRecurred;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.logkit.OtherServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever is asked for, by whomever: each count is the number of rows of the list that it names. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class CountsAgreeTest {

    private static final long SEED = 20_260_301;
    private static final int ITEM_COUNT = 72;
    private static final int QUESTIONS = 15;
    private static final LocalDate TODAY = LocalDate.of(2030, 6, 1);
    private static final List<String> CALLERS =
            List.of("responder", "facilitator", "executive", "auditor", "admin", "outsider");
    private static final List<String> FLAGS =
            List.of("open", "overdue", "unowned", "undated", "blocked", "verified", "recurred");

    /** What each count promises to be the list of. */
    private static final Map<String, String> LISTS = lists();

    private final Random random = new Random(SEED);
    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");
    private final MovableClock clock;
    private final List<UUID> incidents = new ArrayList<>();
    private final List<UUID> factors = new ArrayList<>();
    private final Map<String, Set<String>> lists = new HashMap<>();
    private Elsewhere elsewhere;
    private int accepted;

    CountsAgreeTest(MovableClock clock) {
        this.clock = clock;
    }

    @AfterEach
    void stop() {
        clock.reset();
    }

    @Test
    void everyCountIsTheNumberOfRowsOfItsList() {
        elsewhere = StartedService.awaited();
        clock.set(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC));
        for (var visibility : List.of(Visibility.OPEN, Visibility.OPEN, Visibility.TEAM, Visibility.OPEN)) {
            var incident = elsewhere.incident(visibility);
            incidents.add(incident);
            factors.add(elsewhere.factor(elsewhere.postMortem(incident), null));
        }
        for (int item = 0; item < ITEM_COUNT; item++) {
            anItem(item);
        }
        var entry = elsewhere.restrict(incidents.getLast(), "eve").toString();
        for (var caller : CALLERS) {
            var shown = after(entry, caller, "/counts?q=" + word);
            assertThat(shown.<Integer>path("all")).as(caller).isLessThan(ITEM_COUNT);
            if (caller.equals("responder")) {
                for (var count : LISTS.keySet()) {
                    assertThat(shown.<Integer>path(count)).as(count).isPositive();
                }
            }
        }
        for (int question = 0; question < QUESTIONS; question++) {
            agree(CALLERS.get(random.nextInt(CALLERS.size())), filter());
        }
    }

    private void agree(String caller, String filter) {
        var listed = listed(caller, filter);
        var each = Arrays.stream(filter.split("&"))
                .map(one -> rows(caller, one))
                .reduce(all(caller), CountsAgreeTest::both);
        assertThat(listed).as("seed %d, %s asks for %s", SEED, caller, filter).isEqualTo(each);
        agree(get(caller, "/counts?" + filter), "", listed, caller, filter);
        for (var by : List.of("owner", "team", "age", "factor", "incident")) {
            var tracker = get(caller, "/counts/by-" + by + "?limit=200&" + filter);
            List<String> keys = tracker.path("items.key");
            for (int row = 0; row < keys.size(); row++) {
                var name = by.equals("age") ? "overdueDays" : by;
                var list = keys.get(row) == null ? "unowned=true" : name + "=" + keys.get(row);
                agree(
                        tracker,
                        "items[%d].counts.".formatted(row),
                        both(listed, rows(caller, list)),
                        caller,
                        filter + ", " + list);
            }
        }
    }

    private void agree(Response counts, String at, Set<String> listed, String caller, String filter) {
        var found = new LinkedHashMap<String, Integer>();
        var expected = new LinkedHashMap<String, Integer>();
        var json = counts.jsonPath();
        LISTS.forEach((count, flag) -> {
            found.put(count, json.getInt(at + count));
            expected.put(
                    count,
                    both(listed, flag.isEmpty() ? all(caller) : rows(caller, flag))
                            .size());
        });
        assertThat(found).as("seed %d, %s asks for %s", SEED, caller, filter).isEqualTo(expected);
    }

    private Set<String> all(String caller) {
        return rows(caller, "q=" + word);
    }

    /** What one filter leaves of the items of this test, asked for once. */
    private Set<String> rows(String caller, String one) {
        return lists.computeIfAbsent(caller + " " + one, _ -> listed(caller, "q=" + word + "&" + one));
    }

    private static Set<String> listed(String caller, String query) {
        return new HashSet<>(as(caller).get(ITEMS + "?limit=200&" + query).<List<String>>path("items.actionItemId"));
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        return some.stream().filter(others::contains).collect(Collectors.toSet());
    }

    private static Response after(String entry, String caller, String query) {
        var answer = as(caller).header("Log-Entry", entry).get(ITEMS + query);
        answer.then().statusCode(200).header("Hindsight-Stale", nullValue());
        return answer;
    }

    private static Response get(String caller, String query) {
        var answer = as(caller).get(ITEMS + query);
        answer.then().statusCode(200);
        return answer;
    }

    private String filter() {
        var filter = new StringBuilder("q=" + word);
        for (var flag : FLAGS) {
            if (random.nextInt(6) == 0) {
                filter.append("&").append(flag).append("=").append(random.nextBoolean());
            }
        }
        switch (random.nextInt(9)) {
            case 0 -> filter.append("&state=DONE");
            case 1 -> filter.append("&owner=ana");
            case 2 -> filter.append("&team=chain-core");
            case 3 -> filter.append("&incident=").append(any(incidents));
            case 4 -> filter.append("&factor=").append(any(factors));
            case 5 -> filter.append("&dueBefore=2030-05-20");
            case 6 -> filter.append("&overdueDays=5..40");
            default -> {
                // no more than the flags
            }
        }
        return filter.toString();
    }

    private void anItem(int number) {
        var about = number % 10 == 0
                ? incidents
                : random.nextInt(4) == 0 ? incidents.subList(0, 2) : List.of(any(incidents));
        var owner = any(List.of("", ", \"owner\": \"ana\"", ", \"owner\": \"ben\""));
        var due =
                random.nextInt(3) == 0 ? "" : ", \"due\": \"%s\"".formatted(TODAY.minusDays(random.nextInt(-20, 120)));
        var named = random.nextBoolean() ? "" : ", \"factors\": [\"%s\"]".formatted(any(factors));
        var begun = as("responder")
                .body("{\"title\": \"Alert %s\", \"incidentIds\": [%s]%s%s%s}"
                        .formatted(
                                word,
                                String.join(
                                        ", ",
                                        about.stream().map("\"%s\""::formatted).toList()),
                                owner,
                                due,
                                named))
                .post(ITEMS);
        begun.then().statusCode(201);
        move(begun, number);
    }

    private void move(Response begun, int number) {
        var item = begun.header("Location");
        if (begun.path("status").equals("PROPOSED")) {
            if (number % 2 == 0) {
                did("responder", item + "/reject", "{\"reason\": \"no\"}");
            }
            return;
        }
        switch (accepted++ % 9) {
            case 0 -> did("responder", item + "/block", "{\"roadblock\": \"The vendor\"}");
            case 1 -> did("executive", item + "/defer", "{\"risk\": \"none\", \"until\": \"2999-01-01\"}");
            case 2 -> did("responder", item + "/complete", "{\"evidence\": [\"seen\"]}");
            case 3 -> verify(item);
            case 4 -> {
                verify(item);
                recur(item);
            }
            case 5 -> {
                verify(item);
                recur(item);
                did("responder", item + "/ineffective", "{\"reason\": \"It came back\"}");
            }
            case 6 -> did("responder", item + "/drop", "{\"reason\": \"retired\"}");
            case 7 -> did("responder", item + "/transfer", "{\"team\": \"payments-core\", \"reason\": \"theirs\"}");
            default -> {
                // it stays as it began
            }
        }
    }

    private static void verify(String item) {
        did("responder", item + "/complete", "{\"evidence\": [\"seen\"]}");
        did("facilitator", item + "/verify", "{}");
    }

    private void recur(String item) {
        var id = UUID.fromString(item.substring(item.lastIndexOf('/') + 1));
        OtherServices.append(
                ServiceStack.database(),
                ActionItemEvent.AGGREGATE_TYPE,
                id,
                Told.ITSELF,
                new ActionItemRecurred(id, incidents.getFirst(), null, null, null, List.of()));
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static Map<String, String> lists() {
        var lists = new LinkedHashMap<String, String>();
        lists.put("all", "");
        FLAGS.forEach(flag -> lists.put(flag, flag + "=true"));
        lists.put("deferred", "state=DEFERRED");
        lists.put("unverified", "state=DONE");
        var ages = List.of("1..7", "8..30", "31..90", "91..");
        for (int i = 0; i < ages.size(); i++) {
            lists.put("overdueByAge[%d].count".formatted(i), "overdueDays=" + ages.get(i));
        }
        return lists;
    }
}
