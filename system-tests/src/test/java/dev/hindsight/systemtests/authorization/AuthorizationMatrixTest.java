package dev.hindsight.systemtests.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.hindsight.systemtests.RunningStack;
import dev.hindsight.systemtests.authorization.Matrix.Row;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Asks every endpoint as everyone, through the gateway and past it, and compares with {@code docs/authorization.md}. */
class AuthorizationMatrixTest {

    private static final Map<String, Set<String>> BY_SERVICE = Stream.of(
                    "incident-service", "actionitem-service", "reporting-service", "audit-service")
            .collect(Collectors.toMap(Function.identity(), Endpoints::of));
    private static final ExecutorService MANY = Executors.newFixedThreadPool(6);
    private static final ExecutorService ONE = Executors.newSingleThreadExecutor();
    private static final Map<String, JsonNode> SHARED = new ConcurrentHashMap<>();

    private static final Map<Row, JsonNode> SHARED_POST_MORTEMS = new ConcurrentHashMap<>();
    private static final Map<String, JsonNode> SHARED_FOLLOW_UPS = new ConcurrentHashMap<>();

    @BeforeAll
    static void startStack() {
        RunningStack.startOnce();
    }

    @AfterAll
    static void endThreads() {
        MANY.close();
        ONE.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void answersEachPersonAsTheMatrixSays(Row row) {
        var softly = new SoftAssertions();
        var pool = isOneForAll(row) ? ONE : MANY;
        row.expected().keySet().stream()
                .flatMap(person -> doors(row).stream().map(door -> new Asked(person, door)))
                .filter(asked -> asked.isTried(row))
                .map(asked -> CompletableFuture.supplyAsync(() -> asked.answered(row), pool))
                .toList()
                .forEach(answered -> answered.join().mustBeExpected(row, softly));
        softly.assertAll();
    }

    /** One person at one door. */
    private record Asked(String person, String door) {

        /**
         * Where everyone may see it, at each door; elsewhere what is allowed through the gateway, and what is refused at the
         * service, which decides it.
         */
        boolean isTried(Row row) {
            if (!row.about().startsWith("RESTRICTED") && !row.about().equals("TEAM")
                    || doors(row).size() == 1) {
                return true;
            }
            return door.equals(RunningStack.GATEWAY)
                    == changes(row, row.expected().get(person));
        }

        Answered answered(Row row) {
            var attempt =
                    new Attempt(row, person, door, incident(row, row.expected().get(person)));
            var outcome = attempt.outcome();
            return new Answered(this, outcome, !row.isAQuestion() && attempt.hasChangedSomething());
        }
    }

    private record Answered(Asked asked, String outcome, boolean changed) {

        void mustBeExpected(Row row, SoftAssertions softly) {
            var expected = row.expected().get(asked.person);
            softly.assertThat(outcome).as("%s at %s", asked.person, asked.door).isEqualTo(expected);
            softly.assertThat(changed)
                    .as("%s at %s changed something", asked.person, asked.door)
                    .isEqualTo(changes(row, expected));
        }
    }

    static List<Row> rows() {
        return Matrix.rows();
    }

    /** A service trusts no gateway: asked directly it answers the same. */
    private static List<String> doors(Row row) {
        var services = Rebuilds.concerns(row.path())
                ? Stream.of(Rebuilds.SERVICE)
                : BY_SERVICE.entrySet().stream()
                        .filter(service -> service.getValue().contains(row.endpoint()))
                        .map(Map.Entry::getKey);
        return Stream.concat(Stream.of(RunningStack.GATEWAY), services.map(RunningStack::service))
                .toList();
    }

    private static boolean changes(Row row, String expected) {
        return !row.isAQuestion() && expected.startsWith("20");
    }

    /** There is one projection, and one policy of each kind. */
    private static boolean isOneForAll(Row row) {
        return Rebuilds.concerns(row.path()) || WordsAndPolicies.isAPolicy(row.path());
    }

    /** One of its own for whoever may change it. */
    private static JsonNode incident(Row row, String expected) {
        if (!row.isAboutAnIncident()) {
            return MissingNode.getInstance();
        }
        if (row.isAboutPostMortem()) {
            return changes(row, expected)
                    ? PostMortems.begun(row)
                    : SHARED_POST_MORTEMS.computeIfAbsent(row, PostMortems::begun);
        }
        if (row.isAboutActionItem()) {
            return changes(row, expected)
                    ? FollowUps.begun(row)
                    : SHARED_FOLLOW_UPS.computeIfAbsent(row.about(), _ -> FollowUps.begun(row));
        }
        return changes(row, expected)
                ? Incidents.declared(row)
                : SHARED.computeIfAbsent(row.about(), Incidents::imported);
    }
}
