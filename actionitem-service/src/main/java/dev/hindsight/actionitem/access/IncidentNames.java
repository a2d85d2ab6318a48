package dev.hindsight.actionitem.access;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Finds the incident that a filter names, by its id or its reference. */
@Singleton
public class IncidentNames {

    private static final String FIND = "SELECT incident_id FROM actionitem.incident_access WHERE reference = :name";

    private final Jdbi jdbi;

    IncidentNames(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public Optional<UUID> find(String idOrReference) {
        try {
            return Optional.of(UUID.fromString(idOrReference));
        } catch (IllegalArgumentException notAnId) {
            return jdbi.withHandle(db -> db.createQuery(FIND)
                    .bind("name", idOrReference)
                    .mapTo(UUID.class)
                    .findOne());
        }
    }
}
