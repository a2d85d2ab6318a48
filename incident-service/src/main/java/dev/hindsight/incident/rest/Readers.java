package dev.hindsight.incident.rest;

import dev.hindsight.folds.incident.IncidentState;
import dev.hindsight.incident.history.IncidentHistories;
import dev.hindsight.incident.records.IncidentReferences;
import dev.hindsight.kit.identity.Actor;
import dev.hindsight.kit.problem.FieldError;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import dev.hindsight.logkit.IncidentAccess;
import dev.hindsight.logkit.Told;
import dev.hindsight.rights.Rights;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/** Finds an incident for someone who may read it; for everyone else it does not exist. */
@Singleton
class Readers {

    private final IncidentReferences references;
    private final IncidentHistories histories;

    Readers(IncidentReferences references, IncidentHistories histories) {
        this.references = references;
        this.histories = histories;
    }

    static boolean mayRead(Actor caller, IncidentState state) {
        return Rights.mayRead(caller, IncidentAccess.of(state));
    }

    UUID id(String idOrReference) {
        return references.find(idOrReference).orElseThrow(Readers::notFound);
    }

    /** What may be read is decided by the rights of today, also for a state of long ago. */
    Told<IncidentState> incident(Actor caller, UUID id, OptionalLong upTo) {
        var today = histories
                .incident(id, OptionalLong.empty())
                .filter(told -> mayRead(caller, told.state()))
                .orElseThrow(Readers::notFound);
        return upTo.isEmpty() ? today : histories.incident(id, upTo).orElseThrow(Readers::notFound);
    }

    /** Whether there is such an incident for the caller, by the rights of today. */
    boolean isReadable(Actor caller, UUID id) {
        return histories
                .incident(id, OptionalLong.empty())
                .filter(told -> mayRead(caller, told.state()))
                .isPresent();
    }

    /** An incident that a body names; one that the caller may not read cannot be told from one that is not there. */
    UUID other(Actor caller, String field, String idOrReference) {
        return references
                .find(idOrReference)
                .filter(id -> isReadable(caller, id))
                .orElseThrow(() -> new ProblemException(StandardProblem.UNPROCESSABLE
                        .problem(null)
                        .with(List.of(new FieldError(field, "must be the id or reference of an incident")))));
    }

    static ProblemException notFound() {
        return new ProblemException(StandardProblem.NOT_FOUND, null);
    }
}
