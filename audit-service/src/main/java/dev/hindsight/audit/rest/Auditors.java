package dev.hindsight.audit.rest;

import dev.hindsight.kit.identity.Actor;
import dev.hindsight.kit.identity.Actors;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import dev.hindsight.rights.Rights;
import jakarta.inject.Singleton;

/** Lets through who may read the log, or verify it. */
@Singleton
class Auditors {

    private final Actors actors;

    Auditors(Actors actors) {
        this.actors = actors;
    }

    /** Lets only auditors through, who read the log itself. */
    void requireAuditor() {
        require(Rights.mayAudit(actors.current()));
    }

    /** Lets everyone with a role through, and tells whether it is an auditor. */
    boolean requireVerifier() {
        Actor caller = actors.current();
        require(Rights.mayVerify(caller));
        return Rights.mayAudit(caller);
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw new ProblemException(StandardProblem.FORBIDDEN, null);
        }
    }
}
