package dev.hindsight.incident.evidence;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** The tables of content: each statement is a transaction of its own, unless its caller has one. */
@Singleton
class Chunks {

    /** In bytes; only the last one of a content is smaller. */
    static final int SIZE = 256 * 1024;

    private static final String BEGIN = "INSERT INTO incident.content (content_id) VALUES (:content)";
    private static final String ADD =
            "INSERT INTO incident.content_chunk (content_id, number, bytes) VALUES (:content, :number, :bytes)";
    private static final String READ =
            "SELECT bytes FROM incident.content_chunk WHERE content_id = :content AND number = :number";
    private static final String FIND =
            "SELECT content_id FROM incident.content WHERE digest = :digest AND NOT superseded";
    private static final String NAME = "UPDATE incident.content SET digest = :digest WHERE content_id = :content";
    private static final String WANT =
            "UPDATE incident.content SET wanted_at = clock_timestamp() WHERE content_id = :content";
    private static final String SUPERSEDE = "UPDATE incident.content SET superseded = true WHERE content_id = :content";
    private static final String REFER = """
            INSERT INTO incident.content_reference (evidence_id, incident_id, content_id)
            VALUES (:evidence, :incident, :content)
            """;
    private static final String DISCARD = "DELETE FROM incident.content WHERE content_id = :content";
    private static final String PURGE = """
            DELETE FROM incident.content WHERE content_id IN (
                SELECT content_id FROM incident.content
                WHERE wanted_at < clock_timestamp() - make_interval(hours => :hours)
                  AND NOT EXISTS (SELECT FROM incident.content_reference WHERE content_id = content.content_id)
                ORDER BY wanted_at LIMIT :most FOR UPDATE SKIP LOCKED)
            """;
    private static final String DUPLICATE = "23505";

    private final Jdbi jdbi;

    Chunks(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void begin(UUID content) {
        jdbi.useHandle(db -> db.createUpdate(BEGIN).bind("content", content).execute());
    }

    void add(UUID content, int number, byte[] bytes) {
        jdbi.useHandle(db -> db.createUpdate(ADD)
                .bind("content", content)
                .bind("number", number)
                .bind("bytes", bytes)
                .execute());
    }

    Optional<byte[]> read(UUID content, int number) {
        return jdbi.withHandle(db -> db.createQuery(READ)
                .bind("content", content)
                .bind("number", number)
                .mapTo(byte[].class)
                .findOne());
    }

    /** Which content these bytes are kept as. */
    Optional<UUID> find(String digest) {
        return jdbi.withHandle(db ->
                db.createQuery(FIND).bind("digest", digest).mapTo(UUID.class).findOne());
    }

    /** Whether this content is now the one of its digest, and no other was faster. */
    boolean name(UUID content, String digest) {
        try {
            jdbi.useHandle(db -> db.createUpdate(NAME)
                    .bind("content", content)
                    .bind("digest", digest)
                    .execute());
            return true;
        } catch (UnableToExecuteStatementException e) {
            if (e.getCause() instanceof SQLException sql && DUPLICATE.equals(sql.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    /** Begins its day anew, if it is there still. */
    boolean want(UUID content) {
        return update(WANT, content) == 1;
    }

    void supersede(UUID content) {
        update(SUPERSEDE, content);
    }

    void discard(UUID content) {
        update(DISCARD, content);
    }

    void refer(UUID evidence, UUID incident, UUID content) {
        jdbi.useHandle(db -> db.createUpdate(REFER)
                .bind("evidence", evidence)
                .bind("incident", incident)
                .bind("content", content)
                .execute());
    }

    int purge(int hours, int most) {
        return jdbi.withHandle(db ->
                db.createUpdate(PURGE).bind("hours", hours).bind("most", most).execute());
    }

    private int update(String sql, UUID content) {
        return jdbi.withHandle(
                db -> db.createUpdate(sql).bind("content", content).execute());
    }
}
