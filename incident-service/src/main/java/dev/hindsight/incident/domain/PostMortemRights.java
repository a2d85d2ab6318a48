package dev.hindsight.incident.domain;

import dev.hindsight.kit.identity.Actor;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.ProblemType;
import dev.hindsight.kit.problem.StandardProblem;
import dev.hindsight.rights.Access;
import dev.hindsight.rights.Rights;
import java.util.List;

/** Turns away whom the rights turn away; whoever may not read all of the incidents is not told of the post-mortem. */
final class PostMortemRights {

    private PostMortemRights() {}

    /** @param unseen what to say to someone who may not even read all of the incidents */
    static void requireFacilitator(Actor caller, List<Access> incidents, ProblemType unseen) {
        requireReading(caller, incidents, unseen);
        require(
                Rights.mayFacilitate(caller, incidents),
                "Post-mortems are run by facilitators of the incidents' teams.");
    }

    static void requireJoining(Actor caller, List<Access> incidents, boolean invited) {
        requireReading(caller, incidents, StandardProblem.NOT_FOUND);
        require(
                Rights.mayJoin(caller, incidents, invited),
                "Responders and facilitators of the incidents' teams take part, and those who are invited.");
    }

    static void requireApproving(Actor caller, List<Access> incidents, boolean invited) {
        requireReading(caller, incidents, StandardProblem.NOT_FOUND);
        require(
                Rights.mayApprove(caller, incidents, invited),
                "Whoever takes part in a post-mortem approves it, and executives do.");
    }

    private static void requireReading(Actor caller, List<Access> incidents, ProblemType unseen) {
        if (!Rights.mayReadAll(caller, incidents)) {
            throw new ProblemException(unseen, null);
        }
    }

    private static void require(boolean allowed, String who) {
        if (!allowed) {
            throw new ProblemException(StandardProblem.FORBIDDEN, who);
        }
    }
}
