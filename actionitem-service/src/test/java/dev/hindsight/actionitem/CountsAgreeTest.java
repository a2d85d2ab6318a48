package dev.hindsight.actionitem;

import static dev.hindsight.actionitem.StartedService.ITEMS;
import static dev.hindsight.actionitem.StartedService.did;
import static dev.hindsight.logkit.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.contracts.incident.Visibility;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever is asked for, by whomever: each count is the number of rows of the list that it names. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class CountsAgreeTest {

    private static final long SEED = 20_260_301;
    private static final int ITEM_COUNT = 40;
    private static final int QUESTIONS = 60;
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
    private Elsewhere elsewhere;

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
        for (var visibility : List.of(Visibility.OPEN, Visibility.OPEN, Visibility.TEAM)) {
            var incident = elsewhere.incident(visibility);
            incidents.add(incident);
            factors.add(elsewhere.factor(elsewhere.postMortem(incident), null));
        }
        Response last = null;
        for (int item = 0; item < ITEM_COUNT; item++) {
            last = anItem();
        }
        var entry = last.header("Log-Entry");
        for (int question = 0; question < QUESTIONS; question++) {
            agree(CALLERS.get(random.nextInt(CALLERS.size())), filter(), entry);
        }
    }

    private void agree(String caller, String filter, String entry) {
        var counts = get(caller, "/counts?" + filter, entry);
        LISTS.forEach((count, flag) -> assertThat(rows(caller, filter + flag))
                .as("seed %d, %s asks for %s of %s", SEED, caller, count, filter)
                .isEqualTo(counts.<Integer>path(count).intValue()));
        for (var by : List.of("owner", "team", "age", "factor", "incident")) {
            var tracker = get(caller, "/counts/by-" + by + "?limit=200&" + filter, entry);
            List<String> keys = tracker.path("items.key");
            List<Integer> all = tracker.path("items.counts.all");
            for (int row = 0; row < keys.size(); row++) {
                var key = by.equals("age") ? "&overdueDays=" : "&%s=".formatted(by);
                var list = keys.get(row) == null ? "&unowned=true" : key + keys.get(row);
                if (!filter.contains(key)) {
                    assertThat(rows(caller, filter + list))
                            .as("seed %d, %s asks for %s of %s", SEED, caller, list, filter)
                            .isEqualTo(all.get(row));
                }
            }
        }
    }

    private int rows(String caller, String query) {
        var parameters = new LinkedHashMap<String, List<String>>();
        for (var pair : query.split("&")) {
            parameters
                    .computeIfAbsent(pair.split("=")[0], _ -> new ArrayList<>())
                    .add(pair.split("=")[1]);
        }
        if (parameters.values().stream()
                .anyMatch(values -> values.stream().distinct().count() > 1)) {
            return contradiction(caller, query);
        }
        return as(caller)
                .get(ITEMS + "?limit=200&" + query)
                .<List<Object>>path("items")
                .size();
    }

    /** A list takes each filter once; what two of them leave is found by taking the rows of both. */
    private int contradiction(String caller, String query) {
        var pairs = List.of(query.split("&"));
        var last = pairs.getLast();
        var before = String.join("&", pairs.subList(0, pairs.size() - 1));
        List<String> some = as(caller).get(ITEMS + "?limit=200&" + before).path("items.actionItemId");
        List<String> others =
                as(caller).get(ITEMS + "?limit=200&q=" + word + "&" + last).path("items.actionItemId");
        return (int) some.stream().filter(others::contains).count();
    }

    private static Response get(String caller, String query, String entry) {
        var answer = as(caller).header("Log-Entry", entry).get(ITEMS + query);
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

    private Response anItem() {
        var about = random.nextBoolean() ? incidents : List.of(any(incidents));
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
        return moved(begun);
    }

    private Response moved(Response begun) {
        var item = begun.header("Location");
        if (begun.path("status").equals("PROPOSED")) {
            return random.nextBoolean() ? begun : did("responder", item + "/reject", "{\"reason\": \"no\"}");
        }
        return switch (random.nextInt(6)) {
            case 0 -> did("responder", item + "/block", "{\"roadblock\": \"The vendor\"}");
            case 1 -> did("executive", item + "/defer", "{\"risk\": \"none\", \"until\": \"2999-01-01\"}");
            case 2 -> did("responder", item + "/complete", "{\"evidence\": [\"seen\"]}");
            case 3 -> {
                did("responder", item + "/complete", "{\"evidence\": [\"seen\"]}");
                yield did("facilitator", item + "/verify", "{}");
            }
            case 4 -> did("responder", item + "/drop", "{\"reason\": \"retired\"}");
            default -> begun;
        };
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static Map<String, String> lists() {
        var lists = new LinkedHashMap<String, String>();
        lists.put("all", "");
        FLAGS.forEach(flag -> lists.put(flag, "&%s=true".formatted(flag)));
        lists.put("deferred", "&state=DEFERRED");
        lists.put("unverified", "&state=DONE");
        var ages = List.of("1..7", "8..30", "31..90", "91..");
        for (int i = 0; i < ages.size(); i++) {
            lists.put("overdueByAge[%d].count".formatted(i), "&overdueDays=" + ages.get(i));
        }
        return lists;
    }
}
