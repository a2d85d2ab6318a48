package dev.hindsight.audit;

import static dev.hindsight.logkit.Callers.as;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import dev.hindsight.contracts.incident.IncidentEvent.IncidentDeclared;
import dev.hindsight.contracts.incident.IncidentMode;
import dev.hindsight.contracts.incident.IncidentStatus;
import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.logkit.OtherServices;
import dev.hindsight.logkit.ServiceEnvironment;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The log as tests write it, and as the service seals it and tells of it over HTTP. */
final class SealedLog {

    private SealedLog() {}

    static List<UUID> append(UUID incident, Object... events) {
        return OtherServices.append(ServiceEnvironment.database(), "incident", incident, "a-subject", events);
    }

    static IncidentDeclared declared(UUID incident, Visibility visibility) {
        return new IncidentDeclared(
                incident,
                "INC-2026-" + incident,
                "Finality is lost",
                null,
                IncidentMode.LIVE,
                IncidentStatus.ACTIVE,
                Severity.SEV1,
                "chain-core",
                visibility,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null);
    }

    /** Waits until everything appended has its position. */
    static void numbered() {
        await().atMost(20, SECONDS).until(() -> unnumbered() == 0);
    }

    private static long unnumbered() {
        return number("SELECT count(*) FROM log.log_pending");
    }

    static long head() {
        return number("SELECT coalesce(max(position), 0) FROM log.log_position");
    }

    private static long number(String query) {
        try (var connection = ServiceEnvironment.database().superuser();
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Verifier.Head sealedTo(long position) {
        return await().atMost(10, SECONDS)
                .until(
                        () -> verifier()
                                .checkpoint(as("responder")
                                        .get("/api/audit/checkpoint")
                                        .then()
                                        .statusCode(200)
                                        .extract()
                                        .asString()),
                        head -> head.size() >= position);
    }

    static Verifier verifier() {
        return new Verifier(pinned());
    }

    static String pinned() {
        return as("responder")
                .get("/api/audit/key")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    static String inclusion(UUID event) {
        return as("auditor")
                .get("/api/audit/proofs/inclusion?event=" + event)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    static byte[] bytes(String user, String path) {
        return as(user).get(path)
                .then()
                .statusCode(200)
                .contentType("application/octet-stream")
                .header("Cache-Control", containsString("immutable"))
                .extract()
                .asByteArray();
    }

    static List<byte[]> entries(byte[] bundle) {
        var entries = new ArrayList<byte[]>();
        for (var rest = ByteBuffer.wrap(bundle); rest.hasRemaining(); ) {
            var entry = new byte[Short.toUnsignedInt(rest.getShort())];
            rest.get(entry);
            entries.add(entry);
        }
        return entries;
    }
}
