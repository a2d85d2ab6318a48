package dev.hindsight.actionitem;

import static dev.hindsight.actionitem.StartedService.accepted;
import static dev.hindsight.actionitem.StartedService.did;
import static dev.hindsight.logkit.Callers.anonymous;
import static dev.hindsight.logkit.Callers.as;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.hindsight.contracts.incident.Visibility;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What GitHub sends, signed as GitHub signs it. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class GitHubApiTest {

    private static final String GITHUB = "/api/integrations/github";
    private static final String CLAIM = "UPDATE actionitem.token_entry SET owner = ?, updated_at = ?"
            + " WHERE processor_name = 'action-item-links'";

    private final String issue = "https://github.com/chain-core/node/issues/"
            + Math.abs(UUID.randomUUID().hashCode());
    private String item;

    @BeforeEach
    void start() {
        var elsewhere = StartedService.awaited();
        item = accepted(elsewhere.incident(Visibility.OPEN), "Alert");
        link(item, issue);
    }

    @Test
    void anIssueThatIsClosedSuggestsThatTheItemIsDoneAndOneOpenedAgainThatItIsNot() {
        send("issues", UUID.randomUUID().toString(), told("closed", issue))
                .then()
                .statusCode(202);
        send("issues", UUID.randomUUID().toString(), told("reopened", issue))
                .then()
                .statusCode(202);

        as("responder")
                .get(item)
                .then()
                .body("status", equalTo("ACCEPTED"))
                .body("suggestions.change", contains("COMPLETE", "REOPEN"))
                .body("suggestions.source", contains("github", "github"))
                .body("suggestions.url", contains(issue, issue))
                .body("suggestions.occurredAt", contains("2026-03-01T12:00:00Z", "2026-03-02T12:00:00Z"));
        as("responder")
                .get(item + "/events")
                .then()
                .body("items[2].type", equalTo("action-item-change-suggested"))
                .body("items[2].actor", equalTo("service:actionitem-service"));
    }

    @Test
    void whatGitHubSendsAgainChangesNothing() {
        var delivery = UUID.randomUUID().toString();
        for (int times = 0; times < 3; times++) {
            send("issues", delivery, told("closed", issue)).then().statusCode(202);
        }

        as("responder").get(item).then().body("suggestions", hasSize(1));
    }

    @Test
    void whatGitHubSendsSeveralTimesAtOnceChangesNothingTwice() throws InterruptedException {
        var delivery = UUID.randomUUID().toString();
        var threads = List.of(1, 2, 3, 4).stream()
                .map(_ -> Thread.startVirtualThread(() -> send("issues", delivery, told("closed", issue))))
                .toList();
        for (var thread : threads) {
            thread.join();
        }

        as("responder").get(item).then().body("suggestions", hasSize(1));
    }

    @Test
    void everyItemThatIsLinkedToItIsSuggestedTheSame() {
        var other = accepted(new Elsewhere(ServiceStack.database()).incident(Visibility.OPEN), "Another");
        link(other, issue.replace("https://github.com", "http://GitHub.com") + "/#issuecomment-1");

        send("issues", UUID.randomUUID().toString(), told("closed", issue))
                .then()
                .statusCode(202);

        for (var each : List.of(item, other)) {
            as("responder").get(each).then().body("suggestions", hasSize(1));
        }
    }

    @ParameterizedTest
    @CsvSource({"issues, opened", "issues, labeled", "ping, closed", "issue_comment, closed", "pull_request, closed"})
    void anythingElseIsAcceptedAndChangesNothing(String event, String action) {
        send(event, UUID.randomUUID().toString(), told(action, issue)).then().statusCode(202);
        send("issues", UUID.randomUUID().toString(), told("closed", issue + "0"))
                .then()
                .statusCode(202);
        send("issues", UUID.randomUUID().toString(), "{}").then().statusCode(202);

        as("responder").get(item).then().body("suggestions", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256=", "sha256=00", "sha1=0000", "another body", "another secret"})
    void aSignatureThatDoesNotFitIsRefused(String signature) {
        var body = told("closed", issue);
        var sent = switch (signature) {
            case "another body" -> signed(body + " ", ServiceStack.GITHUB_SECRET);
            case "another secret" -> signed(body, "a guess");
            default -> signature;
        };

        anonymous()
                .header("X-Hub-Signature-256", sent)
                .header("X-GitHub-Event", "issues")
                .header("X-GitHub-Delivery", "1")
                .body(body)
                .post(GITHUB)
                .then()
                .statusCode(401)
                .body("type", equalTo("/problems/github-signature-invalid"));
        anonymous()
                .header("X-GitHub-Event", "issues")
                .body(body)
                .post(GITHUB)
                .then()
                .statusCode(401);
        as("responder").get(item).then().body("suggestions", empty());
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        send("issues", "1", "{\"a\":\"%s\"}".formatted("a".repeat(11 * 1024 * 1024)))
                .then()
                .statusCode(413);
    }

    @Test
    void aBodyThatCannotBeReadIsAProblem() {
        send("issues", "1", "{\"action\":").then().statusCode(400);
    }

    @Test
    void whileItsLinkIsNotYetKnownNothingIsAnswered() {
        var late = issue + "7";
        var database = ServiceStack.database();
        var truth = Jdbi.create(database.url(), database.superuserName(), database.superuserPassword());
        truth.useHandle(db -> db.execute(CLAIM, "nobody", "9999-12-31T00:00:00Z"));
        try {
            did("responder", item + "/link", "{\"url\":\"%s\"}".formatted(late));
            send("issues", "1", told("closed", late)).then().statusCode(503);
        } finally {
            truth.useHandle(db -> db.execute(CLAIM, null, null));
        }

        await().atMost(30, SECONDS)
                .until(() -> send("issues", "1", told("closed", late)).statusCode() == 202);
        as("responder").get(item).then().body("suggestions.url", contains(late));
    }

    /** Only its address, the time and what became of it are kept. */
    @Test
    void whatLooksLikeASecretInAnIssueHindersNothing() {
        var told = told("closed", issue).replace("ünïcode", "AKIA" + "IOSFODNN7EXAMPLE");
        send("issues", UUID.randomUUID().toString(), told).then().statusCode(202);

        as("responder").get(item).then().body("suggestions", hasSize(1));
        anonymous()
                .header("X-Hub-Signature-256", "sha256=00")
                .header("X-GitHub-Event", "issues")
                .body(told)
                .post(GITHUB)
                .then()
                .statusCode(401);
    }

    @Test
    void aSuggestionIsDismissedWithAReason() {
        send("issues", UUID.randomUUID().toString(), told("closed", issue));
        String suggestion = as("responder").get(item).path("suggestions[0].suggestionId");
        var dismiss = item + "/suggestions/" + suggestion + "/dismiss";

        as("outsider").body("{\"reason\":\"a bot\"}").post(dismiss).then().statusCode(403);
        as("responder").body("{}").post(dismiss).then().statusCode(400);
        did("responder", dismiss, "{\"reason\":\"closed by a bot\"}")
                .then()
                .body("suggestions[0].dismissedBecause", equalTo("closed by a bot"))
                .body("suggestions[0].dismissedBy", notNullValue())
                .body("status", equalTo("ACCEPTED"));
        as("responder")
                .body("{\"reason\":\"again\"}")
                .post(dismiss)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/suggestion-dismissed"));
        as("responder")
                .body("{\"reason\":\"none\"}")
                .post(item + "/suggestions/" + UUID.randomUUID() + "/dismiss")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/suggestion-unknown"));
    }

    @Test
    void aSuggestionStaysInTheHistoryOfAnItemThatIsDone() {
        send("issues", UUID.randomUUID().toString(), told("closed", issue));
        did("responder", item + "/complete", "{\"evidence\":[\"%s\"]}".formatted(issue))
                .then()
                .body("status", equalTo("DONE"))
                .body("suggestions", hasSize(1))
                .body("suggestions[0].dismissedBecause", nullValue());
    }

    /** Links it, and waits until it is found by the link. */
    private static void link(String item, String url) {
        var linked = did("responder", item + "/link", "{\"url\":\"%s\"}".formatted(url));
        var database = ServiceStack.database();
        await().atMost(30, SECONDS)
                .until(
                        () -> Jdbi.create(database.url(), database.superuserName(), database.superuserPassword())
                                .withHandle(db -> db.createQuery(
                                                "SELECT count(*) FROM actionitem.action_item_link WHERE action_item_id = :item")
                                        .bind("item", UUID.fromString(linked.path("actionItemId")))
                                        .mapTo(int.class)
                                        .one()),
                        count -> count == 1);
    }

    private static Response send(String event, String delivery, String body) {
        return anonymous()
                .header("X-Hub-Signature-256", signed(body, ServiceStack.GITHUB_SECRET))
                .header("X-GitHub-Event", event)
                .header("X-GitHub-Delivery", delivery)
                .body(body)
                .post(GITHUB);
    }

    private static String told(String action, String url) {
        return """
                {"action": "%s", "issue": {"html_url": "%s", "number": 7, "title": "ünïcode", "closed_at":
                 "2026-03-01T12:00:00Z", "updated_at": "2026-03-02T12:00:00Z"}, "sender": {"login": "ana"}}""".formatted(action, url);
    }

    private static String signed(String body, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
