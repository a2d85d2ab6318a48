package dev.hindsight.incident.domain;

import static dev.hindsight.contracts.incident.IncidentStatus.ACTIVE;
import static dev.hindsight.contracts.incident.IncidentStatus.CLOSED;
import static dev.hindsight.contracts.incident.IncidentStatus.MITIGATED;
import static dev.hindsight.contracts.incident.IncidentStatus.RESOLVED;
import static dev.hindsight.contracts.incident.IncidentStatus.TRIAGE;

import dev.hindsight.contracts.incident.IncidentStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which step may follow which state. */
public enum IncidentTransition {
    ACTIVATE("activated", IncidentStatus.ACTIVE, false, TRIAGE),
    DECLINE("declined", IncidentStatus.DECLINED, true, TRIAGE),
    ACKNOWLEDGE("acknowledged", null, false, TRIAGE, ACTIVE, MITIGATED),
    MITIGATE("mitigated", MITIGATED, false, ACTIVE),
    RESOLVE("resolved", RESOLVED, false, ACTIVE, MITIGATED),
    CLOSE("closed", CLOSED, false, RESOLVED),
    REOPEN("reopened", ACTIVE, true, MITIGATED, RESOLVED, CLOSED),
    MERGE("merged", IncidentStatus.MERGED, false, TRIAGE, ACTIVE, MITIGATED, RESOLVED);

    private final String participle;
    private final @Nullable IncidentStatus to;
    private final boolean needsReason;
    private final List<IncidentStatus> from;

    IncidentTransition(String participle, @Nullable IncidentStatus to, boolean needsReason, IncidentStatus... from) {
        this.participle = participle;
        this.to = to;
        this.needsReason = needsReason;
        this.from = List.of(from);
    }

    /** What an incident is once the step is taken, as a word. */
    public String participle() {
        return participle;
    }

    /** The states from which the step may be taken. */
    public List<IncidentStatus> from() {
        return from;
    }

    /** The state it leads to; null if the incident stays in the one it is in. */
    public @Nullable IncidentStatus to() {
        return to;
    }

    public boolean needsReason() {
        return needsReason;
    }
}
