package dev.hindsight.actionitem;

import static dev.hindsight.logkit.Callers.as;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A webhook that an administrator has set up, and its secret. */
record Subscription(String path, String secret) implements AutoCloseable {

    static final String WEBHOOKS = "/api/webhooks";

    private static final Duration LONGEST = Duration.ofSeconds(30);

    static Subscription to(Receiver receiver) {
        return of("{\"url\":\"%s\"}".formatted(receiver.url()));
    }

    static Subscription of(String body) {
        var answer = as("admin").body(body).post(WEBHOOKS);
        answer.then().statusCode(201);
        return new Subscription(answer.header("Location"), answer.path("secret"));
    }

    JsonPath state() {
        var answer = as("admin").get(path);
        answer.then().statusCode(200);
        return answer.jsonPath();
    }

    /** What became of the messages about an event, as the administrator sees it. */
    Map<String, Object> delivery(String eventId) {
        List<Map<String, Object>> all =
                as("admin").get(path + "/deliveries?limit=200").path("items");
        return all.stream()
                .filter(delivery -> eventId.equals(delivery.get("eventId")))
                .findFirst()
                .orElse(Map.of());
    }

    /** What became of the message about what stands at a position of the log, once something has. */
    Map<String, Object> settled(long position) {
        return await().atMost(LONGEST)
                .until(
                        () -> {
                            List<Map<String, Object>> all = as("admin")
                                    .get(path + "/deliveries?limit=200")
                                    .path("items");
                            return all.stream()
                                    .filter(delivery -> ((Number) delivery.get("position")).longValue() == position)
                                    .filter(delivery -> !"PENDING".equals(delivery.get("state")))
                                    .findFirst()
                                    .orElse(Map.of());
                        },
                        delivery -> !delivery.isEmpty());
    }

    Map<String, Object> awaited(String eventId, String state) {
        await().atMost(LONGEST).until(() -> state.equals(delivery(eventId).get("state")));
        return delivery(eventId);
    }

    void replay(long fromPosition) {
        as("admin")
                .body("{\"fromPosition\":%d}".formatted(fromPosition))
                .post(path + "/replay")
                .then()
                .statusCode(200)
                .body("secret", nullValue());
    }

    @Override
    public void close() {
        as("admin").delete(path).then().statusCode(204);
    }
}
