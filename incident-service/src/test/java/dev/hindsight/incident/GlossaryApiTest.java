package dev.hindsight.incident;

import static dev.hindsight.logkit.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Speaks HTTP to the running service with real tokens; the database is the real one. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class GlossaryApiTest {

    private static final String ALL = "/api/glossary";

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
    void aFacilitatorDefinesATermThatIsThenFoundByItsSpellings() {
        var defined = as("facilitator")
                .body(definition(word, "\"%s Box\"".formatted(word)))
                .post(ALL);
        defined.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Log-Entry", notNullValue())
                .header("Location", containsString(ALL + "/"))
                .body("term", equalTo(word))
                .body("origin", equalTo("ORGANISATION"))
                .body("withdrawn", nullValue())
                .body("definitions[0].recordedBy", notNullValue());

        for (var spelling : List.of(
                word, word.toUpperCase(Locale.ROOT), word + "s", word + "-box", defined.<String>path("termId"))) {
            as("executive").get(ALL + "/" + spelling).then().statusCode(200).body("term", equalTo(word));
        }
        as("responder")
                .header("Log-Entry", defined.header("Log-Entry"))
                .get(ALL + "?q=" + word)
                .then()
                .statusCode(200)
                .body("items.term", contains(word))
                .body("items[0].version", equalTo(1))
                .body("nextCursor", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "%ss", "X %s"})
    void aSpellingBelongsToOneTerm(String spelling) {
        define(word, "\"x-%s\"".formatted(word));

        as("admin")
                .body(definition(spelling.formatted(word), ""))
                .post(ALL)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/spelling-taken"))
                .body("detail", containsString("is \"%s\"".formatted(word)));
    }

    @Test
    void aSpellingOfAShippedTermIsTakenAsWell() {
        as("facilitator")
                .body(definition(word, "\"Chain-Reorganisations\""))
                .post(ALL)
                .then()
                .statusCode(409)
                .body("detail", containsString("is \"reorg\""));
    }

    @Test
    void ofManyWhoDefineTheSameAtOnceOneSucceeds() throws Exception {
        var attempts = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 8; i++) {
            var spellings = "\"%s of %d\", \"%s\"".formatted(word, i, word);
            attempts.add(() -> as("facilitator")
                    .body(definition("term " + UUID.randomUUID(), spellings))
                    .post(ALL)
                    .statusCode());
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            var statuses = new ArrayList<Integer>();
            for (var done : threads.invokeAll(attempts)) {
                statuses.add(done.get());
            }
            assertThat(statuses).containsOnlyOnce(201).hasSize(8);
            assertThat(statuses).filteredOn(status -> status != 201).containsOnly(409);
        }
    }

    @Test
    void aRevisionKeepsWhatWasSaidBeforeAndFreesWhatItLeavesOut() {
        var defined = define(word, "\"old%s\"".formatted(word));
        var id = defined.<String>path("termId");
        var revised = as("admin")
                .header("If-Match", "\"1\"")
                .body(revision(word, "\"new%s\"".formatted(word), "A better word"))
                .post(ALL + "/" + word + "/revise");
        revised.then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("spellings", contains("new" + word))
                .body("definitions", hasSize(2))
                .body("definitions[1].reason", equalTo("A better word"));

        as("facilitator").get(ALL + "/old" + word).then().statusCode(404);
        define("old" + word, "");
        as("auditor")
                .get(ALL + "/" + id + "/events")
                .then()
                .body("items.type", contains("glossary-term-defined", "glossary-term-revised"))
                .body("items[1].actor", notNullValue());
        as("facilitator")
                .header("If-Match", "\"1\"")
                .body(revision(word, "", "Too late"))
                .post(ALL + "/" + id + "/revise")
                .then()
                .statusCode(412);
        as("facilitator")
                .body(revision(word, "\"new%s\"".formatted(word), "The same"))
                .post(ALL + "/" + id + "/revise")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/term-unchanged"));
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
    void theSameKeyDefinesOnce() {
        var key = UUID.randomUUID().toString();
        var first = as("facilitator")
                .header("Idempotency-Key", key)
                .body(definition(word, ""))
                .post(ALL);

        as("facilitator")
                .header("Idempotency-Key", key)
                .body(definition(word, ""))
                .post(ALL)
                .then()
                .statusCode(201)
                .header("Idempotent-Replay", "true")
                .body(equalTo(first.asString()));
    }

    @ParameterizedTest
    @CsvSource({"responder", "executive", "auditor", "outsider"})
    void onlyFacilitatorsAndAdministratorsKeepIt(String user) {
        define(word, "");

        as(user).body(definition("x" + word, "")).post(ALL).then().statusCode(403);
        as(user).body(revision(word, "\"y\"", "Mine"))
                .post(ALL + "/" + word + "/revise")
                .then()
                .statusCode(403);
        as(user).body("{\"reason\":\"Mine\"}")
                .post(ALL + "/epoch/withdraw")
                .then()
                .statusCode(403);
        as(user).get(ALL + "/" + word).then().statusCode(200).body("version", equalTo(1));
        as(user).get(ALL + "/epoch").then().statusCode(200).body("version", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"term\":\"x\",\"plainDefinition\":\"p\"}",
                "{\"term\":\" \",\"technicalDefinition\":\"t\",\"plainDefinition\":\"p\"}",
                "{\"term\":\"--\",\"technicalDefinition\":\"t\",\"plainDefinition\":\"p\"}",
                "{\"term\":\"a\\nb\",\"technicalDefinition\":\"t\",\"plainDefinition\":\"p\"}",
                "{\"term\":\" a\",\"technicalDefinition\":\"t\",\"plainDefinition\":\"p\"}",
                "{\"term\":\"a b\",\"spellings\":[\"A-B\"],\"technicalDefinition\":\"t\",\"plainDefinition\":\"p\"}",
                "{\"term\":\"a\",\"spellings\":[null],\"technicalDefinition\":\"t\",\"plainDefinition\":\"p\"}",
                "{\"term\":\"a\",\"technicalDefinition\":\"t\",\"plainDefinition\":\"p\",\"origin\":\"SHIPPED\"}"
            })
    void badInputIsAProblemThatNamesTheField(String body) {
        as("facilitator")
                .body(body)
                .post(ALL)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"))
                .body("errors[0].field", notNullValue());
    }

    @Test
    void whatIsNotThereIsNotFound() {
        as("facilitator").get(ALL + "/" + word).then().statusCode(404);
        as("facilitator").get(ALL + "/" + UUID.randomUUID()).then().statusCode(404);
        as("facilitator")
                .body(revision(word, "", "None"))
                .post(ALL + "/" + UUID.randomUUID() + "/revise")
                .then()
                .statusCode(404);
        as("facilitator").body("{\"text\":null}").post(ALL + "/lookups").then().statusCode(400);
    }

    private static String word() {
        return UUID.randomUUID()
                .toString()
                .chars()
                .filter(character -> character != '-')
                .map(character -> Character.isDigit(character) ? character - '0' + 'g' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Response define(String term, String spellings) {
        var answer = as("facilitator").body(definition(term, spellings)).post(ALL);
        answer.then().statusCode(201);
        return answer;
    }

    private static Response lookUp(String text, Response after) {
        return as("executive")
                .header("Log-Entry", after.header("Log-Entry"))
                .body("{\"text\":\"%s\"}".formatted(text.replace("\n", "\\n")))
                .post(ALL + "/lookups");
    }

    private static long positionOf(String id, int event) {
        return await().until(
                        () -> as("responder")
                                .get(ALL + "/" + id + "/events")
                                .<Integer>path("items[%d].position".formatted(event)),
                        Objects::nonNull)
                .longValue();
    }

    private static String definition(String term, String spellings) {
        return """
                {"term":"%s","spellings":[%s],"technicalDefinition":"technically","plainDefinition":"plainly"}""".formatted(term, spellings);
    }

    private static String revision(String term, String spellings, String reason) {
        return """
                {"term":"%s","spellings":[%s],"technicalDefinition":"in short","plainDefinition":"plainly","reason":"%s"}""".formatted(term, spellings, reason);
    }
}
