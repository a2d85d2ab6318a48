package dev.hindsight.incident;

import static dev.hindsight.incident.GlossaryCalls.ALL;
import static dev.hindsight.incident.GlossaryCalls.define;
import static dev.hindsight.incident.GlossaryCalls.lookUp;
import static dev.hindsight.incident.GlossaryCalls.positionOf;
import static dev.hindsight.incident.GlossaryCalls.revision;
import static dev.hindsight.incident.GlossaryCalls.word;
import static dev.hindsight.logkit.Callers.as;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the glossary says to those who read: lists, texts, terms as they are and as they were. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class GlossaryReadsTest {

    /** A word that no other test uses. */
    private final String word = word();

    @Test
    void theTermsOfBlockchainsAreThereFromTheBeginning() {
        as("executive")
                .get(ALL + "/merkle-trees")
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("term", equalTo("Merkle tree"))
                .body("origin", equalTo("SHIPPED"))
                .body("definitions", hasSize(1))
                .body("definitions[0].recordedAt", nullValue());
        as("auditor").get(ALL + "/merkle-trees/events").then().statusCode(200).body("items", hasSize(0));
        as("responder")
                .get(ALL + "?limit=200")
                .then()
                .body("items.term", hasItems("finality", "gas limit", "Merkle tree", "validator"));
    }

    @Test
    void aTermIsReadAsItWasKnown() {
        var id = define(word, "").<String>path("termId");
        var before = positionOf(id, 0);
        as("admin")
                .body(revision(word, "", "Shorter"))
                .post(ALL + "/" + id + "/revise")
                .then()
                .statusCode(200);

        as("responder").get(ALL + "/" + id + "?atPosition=" + before).then().body("version", equalTo(1));
        as("responder")
                .get(ALL + "/" + id + "?atPosition=" + (before - 1))
                .then()
                .statusCode(404);
        as("responder")
                .get(ALL + "/" + id + "?knownAt=2999-01-01T00:00:00Z")
                .then()
                .statusCode(422);
        as("responder")
                .header("If-None-Match", "\"2\"")
                .get(ALL + "/" + id)
                .then()
                .statusCode(304);
    }

    @Test
    void aShippedTermThatIsRevisedIsTheOrganisationsAndStillSaysWhatWasShipped() {
        var revised = as("facilitator").body("""
                        {"term":"sequencer","spellings":["ordering service %s"],"technicalDefinition":"Ours",
                         "plainDefinition":"Our own","reason":"We run one"}""".formatted(word)).post(ALL + "/sequencers/revise");
        revised.then()
                .statusCode(200)
                .body("origin", equalTo("ORGANISATION"))
                .body("version", equalTo(2))
                .body("definitions.origin", contains("SHIPPED", "ORGANISATION"));

        as("executive").get(ALL + "/sequencer").then().body("plainDefinition", equalTo("Our own"));
        as("executive").get(ALL + "/ordering service " + word).then().statusCode(200);
        as("executive")
                .header("Log-Entry", revised.header("Log-Entry"))
                .get(ALL + "?q=sequencer&limit=200")
                .then()
                .body("items.findAll { it.term == 'sequencer' }", hasSize(1))
                .body("items.find { it.term == 'sequencer' }.origin", equalTo("ORGANISATION"));
    }

    @Test
    void aWithdrawnTermExplainsNothingAndItsSpellingsAreFree() {
        var withdrawn = as("admin")
                .body("{\"reason\":\"We know each other's state by other means\"}")
                .post(ALL + "/state-trie/withdraw");
        var id = withdrawn.<String>path("termId");
        withdrawn.then().statusCode(200).body("version", equalTo(2)).body("withdrawn.reason", notNullValue());

        as("facilitator").get(ALL + "/state-trie").then().statusCode(404);
        as("facilitator").get(ALL + "/" + id).then().statusCode(200).body("withdrawn.recordedBy", notNullValue());
        lookUp("The state trie", withdrawn).then().body("terms", hasSize(0));
        as("admin")
                .body(revision("state trie", "", "Back"))
                .post(ALL + "/" + id + "/revise")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/term-withdrawn"));
        lookUp("The state trie", define("state trie", "")).then().body("terms.term", contains("state trie"));
    }

    @Test
    void aTextIsExplained() {
        var defined = define("The " + word + "-4844", "");
        var text = "After 3 missed slots the\nThe %s-4844 hit the gas limits; EIP-1559 and RPC did not help."
                .formatted(word);

        lookUp(text, defined)
                .then()
                .statusCode(200)
                .body("terms.term", contains("slot", "The " + word + "-4844", "gas limit"))
                .body("terms[0].spans[0].start", equalTo(15))
                .body("terms[0].spans[0].end", equalTo(20))
                .body("terms[0].spans[0].text", equalTo("slots"))
                .body("terms.plainDefinition", hasItem("plainly"))
                .body("unexplained.word", contains("EIP-1559", "RPC"))
                .body("unexplained[0].why", notNullValue());
    }

    @Test
    void theListIsReadInPages() {
        var names = List.of(word + " a", word + " b", word + " c");
        Response last = null;
        for (var name : names) {
            last = define(name, "");
        }
        var first =
                as("executive").header("Log-Entry", last.header("Log-Entry")).get(ALL + "?limit=2&q=" + word);
        first.then().body("items.term", contains(names.get(0), names.get(1)));
        as("executive")
                .get(ALL + "?limit=2&q=" + word + "&cursor=" + first.path("nextCursor"))
                .then()
                .body("items.term", contains(names.get(2)))
                .body("nextCursor", nullValue());
    }

    @Test
    void theListIsBuiltAnewFromTheLog() {
        var projection = "/api/operations/incident-service/projections/glossary";
        var last = define(word, "");
        as("executive")
                .header("Log-Entry", last.header("Log-Entry"))
                .get(ALL)
                .then()
                .statusCode(200);
        try (var superuser = ServiceStack.database().superuser();
                var statement = superuser.createStatement()) {
            statement.executeUpdate("DELETE FROM incident.glossary_term WHERE term = '" + word + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        as("executive").get(ALL + "?q=" + word).then().body("items", hasSize(0));

        as("admin").body("{}").post(projection + "/rebuild").then().statusCode(202);

        await().atMost(30, SECONDS)
                .until(() -> "COMPLETED".equals(as("auditor").get(projection).path("rebuild.state")));
        as("executive").get(ALL + "?q=" + word).then().body("items.term", contains(word));
    }
}
