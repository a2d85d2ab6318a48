package dev.hindsight.actionitem;

import static dev.hindsight.actionitem.Subscription.WEBHOOKS;
import static dev.hindsight.logkit.Callers.anonymous;
import static dev.hindsight.logkit.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.hindsight.testkit.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Subscriptions over HTTP. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class WebhookApiTest {

    private static final String NOWHERE = "{\"url\":\"https://receiver.test/hooks\",\"team\":\"nobody\"}";

    @BeforeEach
    void start() {
        StartedService.awaited();
    }

    @Test
    void theSecretIsShownOnceAndKeptSealed() {
        var begun = as("admin").body("""
                        {"url": "https://receiver.test/hooks", "team": "nobody", "description": "the board of the team",
                         "eventTypes": ["action-item-accepted", "incident-declared", "action-item-accepted"]}""").post(WEBHOOKS);
        begun.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("eventTypes", contains("action-item-accepted", "incident-declared"))
                .body("team", equalTo("nobody"))
                .body("description", equalTo("the board of the team"))
                .body("createdBy", notNullValue())
                .body("disabledAt", nullValue());
        String secret = begun.path("secret");
        assertThat(secret).startsWith("whsec_");
        var bytes = Base64.getDecoder().decode(secret.substring(6));
        assertThat(bytes).hasSize(32);

        as("admin").get(begun.header("Location")).then().statusCode(200).body("secret", nullValue());
        as("admin")
                .get(WEBHOOKS + "?limit=1")
                .then()
                .body("items[0].webhookId", equalTo(begun.path("webhookId")))
                .body("items[0].secret", nullValue());
        assertThat(kept("actionitem.webhook_secret"))
                .isNotEmpty()
                .doesNotContain(secret)
                .doesNotContain(HexFormat.of().formatHex(bytes));
    }

    @Test
    void aRepeatedRequestIsAnsweredAsTheFirstAndItsSecretIsInNoStoredAnswer() {
        var key = UUID.randomUUID().toString();
        var answers = new ArrayList<String>();
        for (int times = 0; times < 2; times++) {
            var answer =
                    as("admin").header("Idempotency-Key", key).body(NOWHERE).post(WEBHOOKS);
            answer.then().statusCode(201).body("secret", notNullValue());
            answers.add(answer.asString());
        }

        assertThat(answers.getLast()).isEqualTo(answers.getFirst());
        assertThat(kept("actionitem.idempotency_key")).contains(key);
        String stored = truth().withHandle(
                        db -> db.createQuery("SELECT body FROM actionitem.idempotency_key WHERE idempotency_key = :key")
                                .bind("key", key)
                                .map((row, _) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                                .one());
        assertThat(stored).contains("receiver.test").doesNotContain("whsec_");
    }

    @Test
    void withoutEventTypesItIsToldOfAllOfActionItems() {
        as("admin")
                .body(NOWHERE)
                .post(WEBHOOKS)
                .then()
                .body("eventTypes", hasItems("action-item-opened", "action-item-reminded", "action-item-verified"))
                .body("eventTypes.findAll { it.startsWith('incident') }.size()", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"responder", "facilitator", "executive", "auditor", "outsider"})
    void onlyAdministratorsKeepWebhooks(String other) {
        var path = Subscription.of(NOWHERE).path();

        as(other).get(WEBHOOKS).then().statusCode(403);
        as(other).body(NOWHERE).post(WEBHOOKS).then().statusCode(403);
        as(other).get(path).then().statusCode(403);
        as(other).get(path + "/deliveries").then().statusCode(403);
        as(other).body("{}").post(path + "/rotate-secret").then().statusCode(403);
        as(other).body("{\"fromPosition\":1}").post(path + "/replay").then().statusCode(403);
        as(other).delete(path).then().statusCode(403);
        as("admin").get(path).then().body("version", equalTo(1)).body("disabledAt", nullValue());
    }

    @Test
    void withoutATokenNothingIsAnswered() {
        anonymous().get(WEBHOOKS).then().statusCode(401);
        anonymous().body(NOWHERE).post(WEBHOOKS).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8082/",
                "http://localhost/hooks",
                "http://[::1]/",
                "http://169.254.169.254/latest/meta-data/",
                "http://2130706433/",
                "http://10.0.0.7/",
                "https://user@receiver.test/",
                "ftp://receiver.test/",
                "receiver.test",
                "http://nowhere.invalid/"
            })
    void anAddressThatNothingIsSentToIsRefused(String url) {
        as("admin")
                .body("{\"url\":\"%s\"}".formatted(url))
                .post(WEBHOOKS)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/webhook-target-refused"))
                .body("detail", startsWith("It"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"url\":\"\"}",
                "{\"url\":\"https://receiver.test/\",\"eventTypes\":[\"action-item-melted\"]}",
                "{\"url\":\"https://receiver.test/\",\"eventTypes\":[\"term-defined\"]}",
                "{\"url\":\"https://receiver.test/\",\"team\":\" \"}",
                "{\"url\":\"https://receiver.test/\",\"secret\":\"whsec_mine\"}"
            })
    void whatCannotBeReadIsAProblem(String body) {
        as("admin").body(body).post(WEBHOOKS).then().statusCode(400);
    }

    @Test
    void aVersionThatHasMovedOnIsNotChanged() {
        var path = Subscription.of(NOWHERE).path();
        as("admin")
                .header("If-Match", "\"1\"")
                .body("{}")
                .post(path + "/rotate-secret")
                .then()
                .statusCode(200);

        for (var step : List.of("/rotate-secret", "/replay")) {
            as("admin")
                    .header("If-Match", "\"1\"")
                    .body(step.equals("/replay") ? "{\"fromPosition\":1}" : "{}")
                    .post(path + step)
                    .then()
                    .statusCode(412);
        }
        as("admin").header("If-Match", "\"1\"").delete(path).then().statusCode(412);
        as("admin").header("If-None-Match", "\"2\"").get(path).then().statusCode(304);
    }

    @Test
    void aDisabledWebhookStaysForItsRecordAndTakesNoCommand() {
        var path = Subscription.of(NOWHERE).path();
        for (int times = 0; times < 2; times++) {
            as("admin").delete(path).then().statusCode(204).header("ETag", "\"2\"");
        }

        as("admin").get(path).then().statusCode(200).body("disabledBecause", equalTo("An administrator disabled it."));
        as("admin").get(WEBHOOKS + "?limit=200").then().body("items.webhookId", hasItem(path.substring(14)));
        as("admin")
                .body("{}")
                .post(path + "/rotate-secret")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/webhook-disabled"));
    }

    @Test
    void whoChangedItIsKept() {
        var path = Subscription.of(NOWHERE).path();
        as("admin").get(path).then().body("rotatedBy", nullValue()).body("replayedBy", nullValue());

        as("admin").body("{}").post(path + "/rotate-secret").then().statusCode(200);
        as("admin").body("{\"fromPosition\":1}").post(path + "/replay").then().statusCode(200);
        as("admin").delete(path).then().statusCode(204);

        String admin = as("admin").get(path).path("createdBy");
        as("admin")
                .get(path)
                .then()
                .body("rotatedBy", equalTo(admin))
                .body("replayedBy", equalTo(admin))
                .body("disabledBy", equalTo(admin));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/deliveries"})
    void whatIsNotThereIsNotFound(String below) {
        as("admin").get(WEBHOOKS + "/" + UUID.randomUUID() + below).then().statusCode(404);
        as("admin").get(WEBHOOKS + "/x" + below).then().statusCode(404);
    }

    @Test
    void theListComesInPages() {
        var first = Subscription.of(NOWHERE).path();
        var second = Subscription.of(NOWHERE).path();

        var newest = as("admin").get(WEBHOOKS + "?limit=1");
        var next = as("admin").get(WEBHOOKS + "?limit=1&cursor=" + newest.path("nextCursor"));

        assertThat(second).endsWith(newest.<String>path("items[0].webhookId"));
        assertThat(first).endsWith(next.<String>path("items[0].webhookId"));
    }

    private static String kept(String table) {
        return truth().withHandle(db -> db.createQuery("SELECT rows::text FROM %s AS rows".formatted(table))
                        .mapTo(String.class)
                        .list())
                .toString();
    }

    private static Jdbi truth() {
        TestDatabase database = ServiceStack.database();
        return Jdbi.create(database.url(), database.superuserName(), database.superuserPassword());
    }
}
