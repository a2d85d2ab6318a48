package dev.hindsight.actionitem.effectiveness;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;

/** Knows of which incidents a contributing factor is. */
@Singleton
public class KnownFactors {

    private static final GenericType<List<UUID>> IDS = new GenericType<>() {};
    private static final String INCIDENTS =
            "SELECT incident_ids FROM actionitem.known_factor WHERE factor_id = :factor";

    private final Jdbi jdbi;

    KnownFactors(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Those that its post-mortem is about; empty if there is no such factor. */
    public Optional<List<UUID>> incidentsOf(UUID factor) {
        return jdbi.withHandle(db ->
                db.createQuery(INCIDENTS).bind("factor", factor).mapTo(IDS).findOne());
    }
}
