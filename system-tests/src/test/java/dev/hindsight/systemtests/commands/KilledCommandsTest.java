package dev.hindsight.systemtests.commands;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hindsight.systemtests.RunningStack;
import dev.hindsight.systemtests.authorization.Person;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Commands under way while every process is killed: sent again with the same key, each is carried out once. */
class KilledCommandsTest {

    private static final String JSON = "application/json";
    private static final String INCIDENTS = RunningStack.GATEWAY + "/api/incidents";
    private static final int COMMANDS = 400;
    private static final int SENDERS = 8;
    private static final int ANSWERED_BEFORE_THE_END = 100;

    @BeforeAll
    static void startStack() {
        RunningStack.startOnce();
    }

    private final Map<Integer, String> answered = new ConcurrentHashMap<>();

    @Test
    void areCarriedOutOnceWhetherTheirAnswerArrivedOrNot() throws Exception {
        var incident = declared();
        try (var senders = Executors.newFixedThreadPool(SENDERS)) {
            var sent = IntStream.range(0, COMMANDS)
                    .mapToObj(number -> senders.submit(() -> sendUntilItBreaks(incident, number)))
                    .toList();
            await().atMost(2, MINUTES).until(() -> answered.size() >= ANSWERED_BEFORE_THE_END);
            RunningStack.killEverything();
            awaitAll(sent);
        }
        assertThat(answered).hasSizeBetween(ANSWERED_BEFORE_THE_END, COMMANDS - 1);
        RunningStack.up();
        var recordedBefore = texts(incident);

        var again = new HashMap<Integer, String>();
        for (int number = 0; number < COMMANDS; number++) {
            var answer = send(incident, number);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            again.put(number, answer.body());
        }

        assertThat(recordedBefore)
                .containsAll(
                        answered.keySet().stream().map(KilledCommandsTest::text).toList());
        assertThat(again).containsAllEntriesOf(answered);
        assertThat(texts(incident)).hasSize(COMMANDS).doesNotHaveDuplicates();
    }

    private void sendUntilItBreaks(String incident, int number) {
        try {
            var answer = send(incident, number);
            if (answer.statusCode() == 200) {
                answered.put(number, answer.body());
            }
        } catch (UncheckedIOException e) {
            // the gateway is gone, and with it the answer
        }
    }

    private static HttpResponse<String> send(String incident, int number) {
        return Person.named("responder")
                .post(
                        INCIDENTS + "/" + incident + "/timeline",
                        JSON,
                        """
                        {"kind":"ACTION","text":"%s","occurredAt":"2026-03-01T12:00:00Z"}""".formatted(text(number)),
                        "Idempotency-Key",
                        incident + "-" + number);
    }

    private static String text(int number) {
        return "Step " + number;
    }

    private static List<String> texts(String incident) {
        return state(incident).get("timeline").findValuesAsText("text");
    }

    private static JsonNode state(String incident) {
        return Person.json(
                Person.named("responder").get(INCIDENTS + "/" + incident, JSON).body());
    }

    private static String declared() {
        var answer = Person.named("responder").post(INCIDENTS, JSON, """
                        {"title":"Killed in the middle","severity":"SEV2","team":"chain-core"}""");
        return Person.json(answer.body()).get("incidentId").asText();
    }

    private static void awaitAll(List<? extends Future<?>> sent) throws Exception {
        for (var one : sent) {
            one.get(2, MINUTES);
        }
    }
}
