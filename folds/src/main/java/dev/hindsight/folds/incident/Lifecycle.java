package dev.hindsight.folds.incident;

import static java.util.Objects.requireNonNull;

import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentActivated;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentClosed;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentDeclared;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentDeclined;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentMerged;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentMitigated;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentReopened;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentResolved;
import dev.hindsight.contracts.incident.IncidentStatus;
import org.jspecify.annotations.Nullable;

/** Where an incident stands after an event: the one place that says so, for the fold and for what lists many. */
public final class Lifecycle {

    private Lifecycle() {}

    /** @param before where it stood; null before its declaration */
    public static IncidentStatus after(IncidentEvent event, @Nullable IncidentStatus before) {
        return switch (event) {
            case IncidentDeclared e -> e.status();
            case IncidentActivated _, IncidentReopened _ -> IncidentStatus.ACTIVE;
            case IncidentDeclined _ -> IncidentStatus.DECLINED;
            case IncidentMitigated _ -> IncidentStatus.MITIGATED;
            case IncidentResolved _ -> IncidentStatus.RESOLVED;
            case IncidentClosed _ -> IncidentStatus.CLOSED;
            case IncidentMerged _ -> IncidentStatus.MERGED;
            default -> requireNonNull(before, "an incident begins with its declaration");
        };
    }
}
