package dev.hindsight.incident.domain;

import static dev.hindsight.contracts.incident.IncidentStatus.ACTIVE;
import static dev.hindsight.contracts.incident.IncidentStatus.CLOSED;
import static dev.hindsight.contracts.incident.IncidentStatus.DECLINED;
import static dev.hindsight.contracts.incident.IncidentStatus.MERGED;
import static dev.hindsight.contracts.incident.IncidentStatus.MITIGATED;
import static dev.hindsight.contracts.incident.IncidentStatus.RESOLVED;
import static dev.hindsight.contracts.incident.IncidentStatus.TRIAGE;
import static java.util.Objects.requireNonNull;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentAbsorbed;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentAcknowledged;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentActivated;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentClosed;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentDeclared;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentDeclined;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentDetailsChanged;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentMerged;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentMitigated;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentReopened;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentResolved;
import dev.hindsight.contracts.incident.IncidentEvent.SeverityChanged;
import dev.hindsight.contracts.incident.IncidentEvent.SeveritySuggestionAccepted;
import dev.hindsight.contracts.incident.IncidentEvent.VisibilityChanged;
import dev.hindsight.contracts.incident.IncidentStatus;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.incident.domain.IncidentCommand.AbsorbIncident;
import dev.hindsight.incident.domain.IncidentCommand.AcceptSeveritySuggestion;
import dev.hindsight.incident.domain.IncidentCommand.ChangeVisibility;
import dev.hindsight.incident.domain.IncidentCommand.DeclareIncident;
import dev.hindsight.incident.domain.IncidentCommand.ImportIncident;
import dev.hindsight.incident.domain.IncidentCommand.MergeIncident;
import dev.hindsight.incident.domain.IncidentCommand.RecordFact;
import dev.hindsight.incident.domain.IncidentCommand.TakeStep;
import dev.hindsight.kit.identity.Actor;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import dev.hindsight.rights.Access;
import dev.hindsight.rights.Rights;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

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
    private @Nullable UUID mergedInto;
    private final IncidentFacts facts = new IncidentFacts();

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

    @CommandHandler
    Incident(ImportIncident command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        requireRecordingFor(caller, command.team());
        ImportedIncident.of(command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(TakeStep command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        requireChangeBy(caller);
        requireStatus(command.step());
        var at = command.occurredAt();
        var words = command.words();
        requireReason(command.step(), words);
        apply(
                switch (command.step()) {
                    case ACTIVATE -> new IncidentActivated(id, at, words);
                    case DECLINE -> new IncidentDeclined(id, at, requireNonNull(words));
                    case ACKNOWLEDGE -> new IncidentAcknowledged(id, at, words);
                    case MITIGATE -> new IncidentMitigated(id, at, words);
                    case RESOLVE -> new IncidentResolved(id, at, words);
                    case CLOSE -> new IncidentClosed(id, at, words);
                    case REOPEN -> new IncidentReopened(id, at, requireNonNull(words), facts.nextEpisode());
                    case MERGE -> throw new IllegalArgumentException("merging names its target");
                });
    }

    @CommandHandler
    void handle(MergeIncident command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        requireChangeBy(caller);
        requireStatus(IncidentTransition.MERGE);
        requireOther(command.targetId());
        apply(new IncidentMerged(id, command.targetId(), command.occurredAt(), command.note()));
    }

    @CommandHandler
    void handle(AbsorbIncident command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        requireChangeBy(caller);
        requireFactsAccepted();
        requireOther(command.absorbedId());
        apply(new IncidentAbsorbed(id, command.absorbedId()));
    }

    @CommandHandler
    void handle(RecordFact command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        requireChangeBy(caller);
        requireFactsAccepted();
        if (command.fact() instanceof IncidentDetailsChanged details && details.team() != null) {
            requireRecordingFor(caller, details.team());
        }
        facts.require(command.fact());
        facts.broughtAlongBy(command.fact()).forEach(AggregateLifecycle::apply);
        apply(command.fact());
    }

    @CommandHandler
    void handle(AcceptSeveritySuggestion command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        requireChangeBy(caller);
        requireFactsAccepted();
        var severity = facts.suggested(command.suggestionId());
        apply(new SeveritySuggestionAccepted(id, command.suggestionId()));
        apply(new SeverityChanged(id, severity, "Accepted as suggested."));
    }

    @CommandHandler
    void handle(ChangeVisibility command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        requireChangeBy(caller);
        requireNamedPerson(command.visibility(), command.people());
        apply(new VisibilityChanged(id, command.visibility(), command.people(), command.teams(), command.reason()));
    }

    /** Late facts are the rule: they are taken in every state in which the incident is one of its own. */
    private void requireFactsAccepted() {
        if (mergedInto != null) {
            throw new ProblemException(
                    IncidentRule.MERGED_ELSEWHERE, "%s was merged into %s.".formatted(reference, mergedInto));
        }
        if (status == DECLINED) {
            throw new ProblemException(
                    IncidentRule.STEP_NOT_POSSIBLE, "%s is DECLINED and cannot be added to.".formatted(reference));
        }
    }

    private void requireStatus(IncidentTransition step) {
        if (mergedInto != null) {
            requireFactsAccepted();
        }
        if (!step.from().contains(status)) {
            throw new ProblemException(
                    IncidentRule.STEP_NOT_POSSIBLE,
                    "%s is %s and cannot be %s.".formatted(reference, status, step.participle()));
        }
    }

    private static void requireReason(IncidentTransition step, @Nullable String words) {
        if (step.needsReason() && (words == null || words.isBlank())) {
            throw new ProblemException(IncidentRule.REASON_NEEDED, null);
        }
    }

    private void requireOther(UUID other) {
        if (other.equals(id)) {
            throw new ProblemException(IncidentRule.OTHER_INCIDENT_NEEDED, null);
        }
    }

    private void requireChangeBy(Actor caller) {
        requireChangeBy(caller, access);
    }

    /** Whoever may not read an incident is not told that there is one. */
    public static void requireChangeBy(Actor caller, Access access) {
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
        facts.on(event);
        switch (event) {
            case IncidentDeclared e -> {
                id = e.incidentId();
                reference = e.reference();
                status = e.status();
                access = new Access(e.team(), e.visibility(), e.people(), e.teams());
            }
            case IncidentActivated _, IncidentReopened _ -> status = ACTIVE;
            case IncidentDeclined _ -> status = DECLINED;
            case IncidentMitigated _ -> status = MITIGATED;
            case IncidentResolved _ -> status = RESOLVED;
            case IncidentClosed _ -> status = CLOSED;
            case IncidentMerged e -> {
                status = MERGED;
                mergedInto = e.targetId();
            }
            case IncidentDetailsChanged e ->
                access = e.team() == null
                        ? access
                        : new Access(e.team(), access.visibility(), access.people(), access.teams());
            case VisibilityChanged e -> access = new Access(access.team(), e.visibility(), e.people(), e.teams());
            default -> {
                // no rule depends on it, or it is a fact
            }
        }
    }

    /** For Axon only: an empty incident that it fills by replaying events. */
    protected Incident() {}
}
