package dev.hindsight.folds.incident;

import dev.hindsight.contracts.incident.IncidentRole;
import dev.hindsight.contracts.time.OccurredAt;
import dev.hindsight.folds.Recorded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who held a role from when to when.
 *
 * @param person subject id
 * @param until null while the person holds it
 */
public record RoleState(
        IncidentRole role,
        String person,
        OccurredAt from,
        @Nullable OccurredAt until,
        Instant recordedAt,
        @Nullable String recordedBy) {

    static RoleState assigned(IncidentRole role, String person, OccurredAt from, Recorded<?> by) {
        return new RoleState(role, person, from, null, by.recordedAt(), by.recordedBy());
    }

    boolean isHeldBy(IncidentRole inRole, String byPerson) {
        return until == null && role == inRole && person.equals(byPerson);
    }

    RoleState released(OccurredAt at) {
        return new RoleState(role, person, from, at, recordedAt, recordedBy);
    }
}
