package dev.hindsight.incident;

import static dev.hindsight.incident.GlossaryCalls.ALL;
import static dev.hindsight.incident.GlossaryCalls.define;
import static dev.hindsight.incident.GlossaryCalls.definition;
import static dev.hindsight.incident.GlossaryCalls.revision;
import static dev.hindsight.incident.GlossaryCalls.word;
import static dev.hindsight.logkit.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    /** A word that no other test uses. */
    private final String word = word();

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
    void ofTwoWhoReviseTheSameVersionAtOnceOneIsRefused() throws Exception {
        var id = define(word, "\"old%s\"".formatted(word)).<String>path("termId");
        var attempts = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 4; i++) {
            var revision = revision(word, "\"%s%d\"".formatted(word, i), "Wording " + i);
            attempts.add(() -> as("facilitator")
                    .header("If-Match", "\"1\"")
                    .body(revision)
                    .post(ALL + "/" + id + "/revise")
                    .statusCode());
        }
        try (var threads = Executors.newFixedThreadPool(4)) {
            var statuses = new ArrayList<Integer>();
            for (var done : threads.invokeAll(attempts)) {
                statuses.add(done.get());
            }
            assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
        }
    }

    @Test
    void whatIsSentAgainGetsTheFirstAnswerThoughTheSpellingIsFree() {
        define(word, "");
        for (int times = 0; times < 2; times++) {
            as("facilitator")
                    .header("Idempotency-Key", "withdraw " + word)
                    .body("{\"reason\": \"Nobody uses it\"}")
                    .post(ALL + "/" + word + "/withdraw")
                    .then()
                    .statusCode(200)
                    .header("Idempotent-Replay", times == 0 ? nullValue() : equalTo("true"));
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
}
