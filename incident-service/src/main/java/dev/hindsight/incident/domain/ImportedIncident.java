package dev.hindsight.incident.domain;

import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentDeclared;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentImported;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentMitigated;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentResolved;
import dev.hindsight.contracts.incident.IncidentEvent.MarkRecorded;
import dev.hindsight.contracts.incident.IncidentEvent.TimelineEntryAdded;
import dev.hindsight.contracts.incident.IncidentMode;
import dev.hindsight.contracts.incident.IncidentStatus;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.incident.domain.IncidentCommand.ImportIncident;
import java.util.ArrayList;
import java.util.List;

/** States what an imported record says. History was over before it came here: it ends resolved, at a known time or not. */
final class ImportedIncident {

    private ImportedIncident() {}

    static List<IncidentEvent> of(ImportIncident command) {
        var incidentId = command.incidentId();
        var events = new ArrayList<IncidentEvent>();
        events.add(new IncidentDeclared(
                command.incidentId(),
                command.reference(),
                command.title(),
                command.summary(),
                IncidentMode.RETROSPECTIVE,
                IncidentStatus.ACTIVE,
                command.severity(),
                command.team(),
                Visibility.OPEN,
                List.of(),
                List.of(),
                List.of(),
                command.chains(),
                null,
                null,
                null));
        var from = command.provenance();
        events.add(new IncidentImported(
                incidentId,
                from.recordId(),
                from.contentDigest(),
                from.postMortemId(),
                from.sourceReference(),
                from.sourceUrl(),
                from.sourceLicence(),
                from.sourceCoverage(),
                from.organisation(),
                from.category(),
                from.assessmentBasis(),
                from.timeNotes(),
                from.citedFigures()));
        command.marks()
                .forEach(mark ->
                        events.add(new MarkRecorded(incidentId, mark.mark(), mark.occurredAt(), mark.episode())));
        command.timeline()
                .forEach(entry -> events.add(new TimelineEntryAdded(incidentId, entry.entryId(), entry.facts())));
        if (command.mitigatedAt() != null) {
            events.add(new IncidentMitigated(incidentId, command.mitigatedAt(), null));
        }
        events.add(new IncidentResolved(incidentId, command.resolvedAt(), null));
        return List.copyOf(events);
    }
}
