package dev.hindsight.incident.domain;

import static dev.hindsight.contracts.incident.IncidentStatus.ACTIVE;
import static dev.hindsight.contracts.incident.IncidentStatus.DECLINED;
import static dev.hindsight.contracts.incident.IncidentStatus.MERGED;
import static dev.hindsight.contracts.incident.IncidentStatus.MITIGATED;
import static dev.hindsight.contracts.incident.IncidentStatus.RESOLVED;
import static dev.hindsight.contracts.incident.IncidentStatus.TRIAGE;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentAcknowledged;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentDeclared;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentImported;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentMitigated;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentResolved;
import dev.hindsight.contracts.incident.IncidentEvent.MarkRecorded;
import dev.hindsight.contracts.incident.IncidentEvent.TimelineEntryAdded;
import dev.hindsight.contracts.incident.IncidentEvent.TimelineEntryCorrected;
import dev.hindsight.contracts.incident.IncidentEvent.VisibilityChanged;
import dev.hindsight.contracts.incident.IncidentMode;
import dev.hindsight.contracts.incident.IncidentStatus;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.incident.domain.IncidentCommand.AcknowledgeIncident;
import dev.hindsight.incident.domain.IncidentCommand.AddTimelineEntry;
import dev.hindsight.incident.domain.IncidentCommand.ChangeVisibility;
import dev.hindsight.incident.domain.IncidentCommand.CorrectTimelineEntry;
import dev.hindsight.incident.domain.IncidentCommand.DeclareIncident;
import dev.hindsight.incident.domain.IncidentCommand.ImportIncident;
import dev.hindsight.incident.domain.IncidentCommand.MitigateIncident;
import dev.hindsight.incident.domain.IncidentCommand.RecordMark;
import dev.hindsight.incident.domain.IncidentCommand.ResolveIncident;
import dev.hindsight.kit.identity.Actor;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import dev.hindsight.rights.Access;
import dev.hindsight.rights.Rights;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;

/** Guards the life of one incident: which step follows which, and who may take it. */
@AggregateRoot(type = Incident.TYPE)
@SuppressWarnings("NullAway.Init") // Axon fills the fields by replaying events
public class Incident {

    /** Under this name its entries are stored, for ever. */
    public static final String TYPE = IncidentEvent.AGGREGATE_TYPE;

    @AggregateIdentifier
    private UUID id;

    private String reference;
    private IncidentStatus status;
    private Access access;
    private final Set<UUID> entries = new HashSet<>();

    // decide: check the rules, then state what happened

    @CommandHandler
    Incident(DeclareIncident command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        requireRecordingFor(caller, command.team());
        requireNamedPerson(command.visibility(), command.people());
        apply(new IncidentDeclared(
                command.incidentId(),
                command.reference(),
                command.title(),
                command.summary(),
                command.mode(),
                command.triage() ? TRIAGE : ACTIVE,
                command.severity(),
                command.team(),
                command.visibility(),
                command.people(),
                command.teams(),
                command.systems(),
                command.chains(),
                command.detectionSource(),
                command.occurredAt(),
                command.note()));
    }

    /** History was over before it came here, so it ends resolved, at a known time or not. */
    @CommandHandler
    Incident(ImportIncident command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        requireRecordingFor(caller, command.team());
        apply(new IncidentDeclared(
                command.incidentId(),
                command.reference(),
                command.title(),
                command.summary(),
                IncidentMode.RETROSPECTIVE,
                ACTIVE,
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
        var incidentId = command.incidentId(); // the field is filled only when the constructor is done
        var from = command.provenance();
        apply(new IncidentImported(
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
                .forEach(mark -> apply(new MarkRecorded(incidentId, mark.mark(), mark.occurredAt(), mark.episode())));
        command.timeline().forEach(entry -> apply(new TimelineEntryAdded(incidentId, entry.entryId(), entry.facts())));
        if (command.mitigatedAt() != null) {
            apply(new IncidentMitigated(incidentId, command.mitigatedAt(), null));
        }
        apply(new IncidentResolved(incidentId, command.resolvedAt(), null));
    }

    @CommandHandler
    void handle(AcknowledgeIncident command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        requireChangeBy(caller);
        requireStatus("acknowledged", EnumSet.of(TRIAGE, ACTIVE, MITIGATED));
        apply(new IncidentAcknowledged(id, command.occurredAt(), command.note()));
    }

    @CommandHandler
    void handle(MitigateIncident command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        requireChangeBy(caller);
        requireStatus("mitigated", EnumSet.of(ACTIVE));
        apply(new IncidentMitigated(id, command.occurredAt(), command.note()));
    }

    @CommandHandler
    void handle(ResolveIncident command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        requireChangeBy(caller);
        requireStatus("resolved", EnumSet.of(ACTIVE, MITIGATED));
        apply(new IncidentResolved(id, command.occurredAt(), command.note()));
    }

    @CommandHandler
    void handle(RecordMark command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        requireChangeBy(caller);
        requireFactsAccepted();
        apply(new MarkRecorded(id, command.mark(), command.occurredAt(), command.episode()));
    }

    @CommandHandler
    void handle(AddTimelineEntry command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        requireChangeBy(caller);
        requireFactsAccepted();
        apply(new TimelineEntryAdded(id, command.entryId(), command.facts()));
    }

    @CommandHandler
    void handle(CorrectTimelineEntry command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        requireChangeBy(caller);
        requireFactsAccepted();
        if (!entries.contains(command.entryId())) {
            throw new ProblemException(
                    IncidentRule.UNKNOWN_TIMELINE_ENTRY,
                    "%s has no timeline entry %s.".formatted(reference, command.entryId()));
        }
        apply(new TimelineEntryCorrected(id, command.entryId(), command.facts(), command.reason()));
    }

    @CommandHandler
    void handle(ChangeVisibility command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        requireChangeBy(caller);
        requireNamedPerson(command.visibility(), command.people());
        apply(new VisibilityChanged(id, command.visibility(), command.people(), command.teams(), command.reason()));
    }

    /** Late facts are the rule: they are taken in every state in which the incident is one of its own. */
    private void requireFactsAccepted() {
        requireStatus("added to", EnumSet.complementOf(EnumSet.of(MERGED, DECLINED)));
    }

    private void requireStatus(String step, Set<IncidentStatus> allowed) {
        if (!allowed.contains(status)) {
            throw new ProblemException(
                    IncidentRule.STEP_NOT_POSSIBLE, "%s is %s and cannot be %s.".formatted(reference, status, step));
        }
    }

    private void requireChangeBy(Actor caller) {
        if (!Rights.mayRead(caller, access)) {
            throw new ProblemException(StandardProblem.NOT_FOUND, null);
        }
        if (!Rights.mayChange(caller, access)) {
            throw new ProblemException(
                    StandardProblem.FORBIDDEN, "Incidents of %s are changed by that team.".formatted(access.team()));
        }
    }

    private static void requireRecordingFor(Actor caller, String team) {
        if (!Rights.mayRecordFor(caller, team)) {
            throw new ProblemException(
                    StandardProblem.FORBIDDEN, "You cannot record incidents for the team %s.".formatted(team));
        }
    }

    private static void requireNamedPerson(Visibility visibility, List<String> people) {
        if (visibility == Visibility.RESTRICTED && people.isEmpty()) {
            throw new ProblemException(IncidentRule.NO_NAMED_PERSON, null);
        }
    }

    // evolve: take over what happened; no rules, no side effects

    @EventSourcingHandler
    void on(IncidentEvent event) {
        switch (event) {
            case IncidentDeclared e -> {
                id = e.incidentId();
                reference = e.reference();
                status = e.status();
                access = new Access(e.team(), e.visibility(), e.people(), e.teams());
            }
            case IncidentMitigated _ -> status = MITIGATED;
            case IncidentResolved _ -> status = RESOLVED;
            case TimelineEntryAdded e -> entries.add(e.entryId());
            case VisibilityChanged e -> access = new Access(access.team(), e.visibility(), e.people(), e.teams());
            case IncidentImported _, IncidentAcknowledged _, MarkRecorded _, TimelineEntryCorrected _ -> {
                // no rule depends on them
            }
        }
    }

    /** For Axon only: an empty incident that it fills by replaying events. */
    protected Incident() {}
}
