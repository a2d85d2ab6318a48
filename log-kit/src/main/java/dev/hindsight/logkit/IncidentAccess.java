package dev.hindsight.logkit;

import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.folds.incident.IncidentFold;
import dev.hindsight.folds.incident.IncidentState;
import dev.hindsight.rights.Access;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Tells who may read an incident by the incident's own entries, so that no service decides on what it last heard. */
@Singleton
public class IncidentAccess {

    private final Histories histories;

    public IncidentAccess(Histories histories) {
        this.histories = histories;
    }

    /** Empty if there is no such incident. */
    public Optional<Access> of(UUID incidentId) {
        return histories
                .of(
                        IncidentEvent.AGGREGATE_TYPE,
                        IncidentEvent.class,
                        incidentId,
                        OptionalLong.empty(),
                        IncidentFold::of)
                .map(told -> of(told.state()));
    }

    public static Access of(IncidentState state) {
        return new Access(state.team(), state.visibility(), state.people(), state.teams());
    }
}
