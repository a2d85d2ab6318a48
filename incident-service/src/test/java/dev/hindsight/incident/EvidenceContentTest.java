package dev.hindsight.incident;

import static dev.hindsight.logkit.Callers.as;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.hindsight.incident.evidence.ContentStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The content of evidence in the real database: what is given out is what was recorded. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class EvidenceContentTest {

    @Inject
    ContentStore store;

    @Inject
    Jdbi database;

    private EvidenceCalls evidence;

    @BeforeEach
    void declare() {
        evidence = EvidenceCalls.ofAnIncident();
    }

    @Test
    void aFileOf25MegabytesIsKeptAndGivenBackAsItCame() {
        var bytes = EvidenceCalls.random(25 * EvidenceCalls.MEGABYTE);

        var recorded = evidence.upload(
                "responder",
                "Störung 1.bin",
                bytes,
                "kind",
                "FILE",
                "title",
                "A dump",
                "digest",
                EvidenceCalls.digest(bytes));
        recorded.then()
                .statusCode(200)
                .body("evidence[0].facts.content.digest", equalTo(EvidenceCalls.digest(bytes)))
                .body("evidence[0].facts.content.size", equalTo(bytes.length))
                .body("evidence[0].facts.content.fileName", equalTo("Störung 1.bin"))
                .body("evidence[0].facts.content.mediaType", equalTo("application/octet-stream"));

        var given = evidence.content("executive", EvidenceCalls.id(recorded));
        given.then()
                .statusCode(200)
                .header("ETag", "\"" + EvidenceCalls.digest(bytes) + "\"")
                .header("Content-Disposition", containsString("filename*=UTF-8''St%C3%B6rung%201.bin"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Content-Length", Integer.toString(bytes.length));
        assertThat(EvidenceCalls.digest(given.asByteArray())).isEqualTo(EvidenceCalls.digest(bytes));
        as("executive")
                .header("If-None-Match", "\"" + EvidenceCalls.digest(bytes) + "\"")
                .get(evidence.address(EvidenceCalls.id(recorded)) + "/content")
                .then()
                .statusCode(304);
    }

    @Test
    void aLargerFileIsRefusedAndLeavesNothing() {
        var before = EvidenceCalls.contents();

        evidence.upload(
                        "responder",
                        "large.bin",
                        EvidenceCalls.random(25 * EvidenceCalls.MEGABYTE + 1),
                        "kind",
                        "FILE",
                        "title",
                        "A dump")
                .then()
                .statusCode(413)
                .body("type", equalTo("/problems/too-large"));

        assertThat(EvidenceCalls.contents()).isEqualTo(before);
        assertThat(evidence.history()).doesNotContain("evidence-recorded");
    }

    @Test
    void anotherDigestThanStatedIsRefusedAndLeavesNothing() {
        var before = EvidenceCalls.contents();

        evidence.upload(
                        "responder",
                        "a.bin",
                        EvidenceCalls.random(EvidenceCalls.MEGABYTE),
                        "kind",
                        "FILE",
                        "title",
                        "A dump",
                        "digest",
                        EvidenceCalls.digest(EvidenceCalls.random(17)))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/digest-mismatch"));

        assertThat(EvidenceCalls.contents()).isEqualTo(before);
        assertThat(evidence.history()).doesNotContain("evidence-recorded");
    }

    @Test
    void anUploadThatBreaksOffLeavesNothingThatCounts() throws IOException {
        var before = EvidenceCalls.contents();
        var head = "POST /api/incidents/" + evidence.incident + "/evidence HTTP/1.1\r\nHost: localhost\r\n"
                + "Authorization: Bearer " + ServiceStack.tokenOf("responder") + "\r\n"
                + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 9000000\r\n\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n";

        try (var connection = new Socket("localhost", RestAssured.port)) {
            connection.getOutputStream().write(head.getBytes(UTF_8));
            connection.getOutputStream().write(EvidenceCalls.random(EvidenceCalls.MEGABYTE));
            connection.getOutputStream().flush();
            await().until(() -> EvidenceCalls.contents() > before);
        }

        await().until(() -> EvidenceCalls.contents() == before);
        assertThat(evidence.history()).doesNotContain("evidence-recorded");
    }

    @Test
    void theSameBytesAreKeptOnceAndReferredToByEachEvidence() {
        var bytes = EvidenceCalls.random(EvidenceCalls.MEGABYTE);
        var first = evidence.upload("responder", "a.bin", bytes, "kind", "FILE", "title", "One");
        var kept = EvidenceCalls.contents();
        evidence = EvidenceCalls.ofAnIncident();

        var second = evidence.upload("facilitator", "b.bin", bytes, "title", "Two", "kind", "FILE");

        assertThat(EvidenceCalls.contents()).isEqualTo(kept);
        assertThat(second.<String>path("evidence[0].facts.content.contentId"))
                .isEqualTo(first.path("evidence[0].facts.content.contentId"));
        assertThat(evidence.content("responder", EvidenceCalls.id(second)).asByteArray())
                .isEqualTo(bytes);
    }

    @Test
    void alteredContentIsReportedAndNotGivenOut() {
        var recorded = evidence.upload(
                "responder", "a.bin", EvidenceCalls.random(EvidenceCalls.MEGABYTE), "kind", "FILE", "title", "x");
        var piece = EvidenceCalls.id(recorded);
        EvidenceCalls.asSuperuser(
                "UPDATE incident.content_chunk SET bytes = set_byte(bytes, 17, get_byte(bytes, 17) # 1)"
                        + " WHERE number = 2 AND content_id = '" + EvidenceCalls.contentId(recorded) + "'");

        evidence.content("responder", piece).then().statusCode(409).body("type", equalTo("/problems/evidence-altered"));
    }

    @Test
    void missingContentIsReportedAndNotGivenOut() {
        var recorded = evidence.upload(
                "responder", "a.bin", EvidenceCalls.random(EvidenceCalls.MEGABYTE), "kind", "FILE", "title", "x");
        EvidenceCalls.asSuperuser("DELETE FROM incident.content_chunk WHERE number = 3 AND content_id = '"
                + EvidenceCalls.contentId(recorded) + "'");

        evidence.content("responder", EvidenceCalls.id(recorded))
                .then()
                .statusCode(410)
                .body("type", equalTo("/problems/evidence-missing"));
    }

    @Test
    void contentThatIsAlteredWhileItIsGivenOutBreaksOffBeforeTheAlteredByte() {
        var bytes = EvidenceCalls.random(EvidenceCalls.MEGABYTE);
        var content = store.keep(bytes, "application/octet-stream", null);
        var verified = store.verified(content);
        EvidenceCalls.asSuperuser(
                "UPDATE incident.content_chunk SET bytes = '\\x00' WHERE number = 1 AND content_id = '"
                        + content.contentId() + "'");
        var out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> verified.writeTo(out)).isInstanceOf(IOException.class);
        assertThat(out.toByteArray()).isEqualTo(Arrays.copyOf(bytes, EvidenceCalls.MEGABYTE / 4));
    }

    @Test
    void alteredContentIsKeptAnewWhenItsBytesComeAgain() {
        var bytes = EvidenceCalls.random(1_000);
        var altered = store.keep(bytes, "text/plain", null);
        EvidenceCalls.asSuperuser(
                "UPDATE incident.content_chunk SET bytes = '\\x00' WHERE content_id = '" + altered.contentId() + "'");

        var again = store.keep(bytes, "text/plain", null);

        assertThat(again.contentId()).isNotEqualTo(altered.contentId());
        assertThat(store.verified(again).bytes()).isEqualTo(bytes);
    }

    @Test
    void whatNothingRefersToIsDeletedAfterADay() {
        var referred = EvidenceCalls.contentId(
                evidence.upload("responder", "a", EvidenceCalls.random(1_000), "kind", "FILE", "title", "x"));
        var forgotten =
                store.keep(EvidenceCalls.random(1_001), "text/plain", null).contentId();
        var fresh = store.keep(EvidenceCalls.random(1_002), "text/plain", null).contentId();
        EvidenceCalls.asSuperuser(
                "UPDATE incident.content SET wanted_at = wanted_at - interval '25 hours' WHERE content_id IN ('%s', '%s')"
                        .formatted(referred, forgotten));

        while (store.purge() > 0) {
            assertThat(EvidenceCalls.count("SELECT count(*) FROM incident.content"))
                    .isPositive();
        }

        assertThat(EvidenceCalls.kept(referred)).isTrue();
        assertThat(EvidenceCalls.kept(forgotten.toString())).isFalse();
        assertThat(EvidenceCalls.kept(fresh.toString())).isTrue();
    }

    @Test
    void theServiceItselfCannotAlterWhatCounts() {
        var referred = EvidenceCalls.contentId(
                evidence.upload("responder", "a", EvidenceCalls.random(1_000), "kind", "FILE", "title", "x"));

        for (var attempt : List.of(
                "UPDATE incident.content_chunk SET bytes = '\\x00' WHERE content_id = '" + referred + "'",
                "DELETE FROM incident.content_chunk WHERE content_id = '" + referred + "'",
                "DELETE FROM incident.content_reference WHERE content_id = '" + referred + "'",
                "DELETE FROM incident.content WHERE content_id = '" + referred + "'")) {
            assertThatThrownBy(() -> database.useHandle(db -> db.execute(attempt)))
                    .hasMessageMatching("(?s).*(permission denied|violates foreign key).*");
        }
    }
}
