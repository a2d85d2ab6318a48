package dev.hindsight.incident.records;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Knows which records a team has imported already, and with what content. */
@Singleton
class ImportedRecords {

    private static final String FIND = """
            SELECT r.content_digest, r.incident_id, i.reference
              FROM incident.imported_record r JOIN incident.incident_reference i USING (incident_id)
             WHERE r.team = :team AND r.record_id = :recordId
            """;
    private static final String KEEP = """
            INSERT INTO incident.imported_record (team, record_id, content_digest, incident_id)
            VALUES (:team, :recordId, :contentDigest, :incidentId)
            """;

    private final Jdbi jdbi;

    ImportedRecords(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    record Known(String contentDigest, UUID incidentId, String reference) {}

    Optional<Known> find(String team, String recordId) {
        return jdbi.withHandle(db -> db.createQuery(FIND)
                .bind("team", team)
                .bind("recordId", recordId)
                .map(ConstructorMapper.of(Known.class))
                .findOne());
    }

    /** Refused by the database if another import of the same record was faster. */
    void keep(String team, String recordId, String contentDigest, UUID incidentId) {
        jdbi.useHandle(db -> db.createUpdate(KEEP)
                .bind("team", team)
                .bind("recordId", recordId)
                .bind("contentDigest", contentDigest)
                .bind("incidentId", incidentId)
                .execute());
    }
}
