package dev.hindsight.incident.records;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;

/** Gives incidents their references, counted by year, and finds them again by these. */
@Singleton
public class IncidentReferences {

    private static final Pattern FORM = Pattern.compile("INC-\\d{4}-\\d{4,9}");
    private static final String NEXT = """
            INSERT INTO incident.reference_counter AS counter (year, last) VALUES (:year, 1)
            ON CONFLICT (year) DO UPDATE SET last = counter.last + 1 RETURNING last
            """;
    private static final String KEEP =
            "INSERT INTO incident.incident_reference (reference, incident_id) VALUES (:reference, :incidentId)";
    private static final String FIND =
            "SELECT incident_id FROM incident.incident_reference WHERE reference = :reference";

    private final Jdbi jdbi;

    IncidentReferences(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The next reference of a year, taken for good when the caller's transaction commits. */
    public String take(int year, UUID incidentId) {
        return jdbi.withHandle(db -> {
            int number =
                    db.createQuery(NEXT).bind("year", year).mapTo(int.class).one();
            var reference = String.format(Locale.ROOT, "INC-%d-%04d", year, number);
            db.createUpdate(KEEP)
                    .bind("reference", reference)
                    .bind("incidentId", incidentId)
                    .execute();
            return reference;
        });
    }

    /** The incident meant by an id or a reference. */
    public Optional<UUID> find(String idOrReference) {
        if (FORM.matcher(idOrReference).matches()) {
            return jdbi.withHandle(db -> db.createQuery(FIND)
                    .bind("reference", idOrReference)
                    .mapTo(UUID.class)
                    .findOne());
        }
        try {
            return Optional.of(UUID.fromString(idOrReference));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
