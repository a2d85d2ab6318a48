package dev.hindsight.incident.domain;

import static java.util.Objects.requireNonNull;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.hindsight.contracts.postmortem.AnalysisEvent.AnalysisConcluded;
import dev.hindsight.contracts.postmortem.AnalysisEvent.SolutionParked;
import dev.hindsight.contracts.postmortem.MeetingEvent;
import dev.hindsight.contracts.postmortem.MeetingEvent.MeetingEnded;
import dev.hindsight.contracts.postmortem.MeetingEvent.MeetingStarted;
import dev.hindsight.contracts.postmortem.PostMortemEvent;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ActionItemAgreed;
import dev.hindsight.contracts.postmortem.PostMortemEvent.CoachFindingAnswered;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemAmended;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemApproved;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemClosed;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemCreated;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemPlanned;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemPublished;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemWaived;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ReviewApproved;
import dev.hindsight.contracts.postmortem.PostMortemState;
import dev.hindsight.incident.domain.PostMortemCommand.AgreeParkedSolution;
import dev.hindsight.incident.domain.PostMortemCommand.AmendPostMortem;
import dev.hindsight.incident.domain.PostMortemCommand.ApproveReview;
import dev.hindsight.incident.domain.PostMortemCommand.ClosePostMortem;
import dev.hindsight.incident.domain.PostMortemCommand.ConcludeAnalysis;
import dev.hindsight.incident.domain.PostMortemCommand.CreatePostMortem;
import dev.hindsight.incident.domain.PostMortemCommand.EndMeeting;
import dev.hindsight.incident.domain.PostMortemCommand.ImportPostMortem;
import dev.hindsight.incident.domain.PostMortemCommand.PlanByPolicy;
import dev.hindsight.incident.domain.PostMortemCommand.PlanPostMortem;
import dev.hindsight.incident.domain.PostMortemCommand.ProposeSolution;
import dev.hindsight.incident.domain.PostMortemCommand.PublishPostMortem;
import dev.hindsight.incident.domain.PostMortemCommand.PutOnRecord;
import dev.hindsight.incident.domain.PostMortemCommand.StartMeeting;
import dev.hindsight.kit.identity.Actor;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.ProblemType;
import dev.hindsight.kit.problem.StandardProblem;
import dev.hindsight.rights.Rights;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** Guards one post-mortem: its document, its meetings and its analysis. */
@AggregateRoot(type = PostMortem.TYPE)
@SuppressWarnings("NullAway.Init") // Axon fills the fields by replaying events
public class PostMortem {

    /** Under this name its entries are stored, for ever. */
    public static final String TYPE = PostMortemEvent.AGGREGATE_TYPE;

    @AggregateIdentifier
    private UUID id;

    private final DocumentRules document = new DocumentRules();
    private final MeetingRules meeting = new MeetingRules();
    private final AnalysisRules analysis = new AnalysisRules();

    // decide: check the rules, then state what happened

    @CommandHandler
    PostMortem(CreatePostMortem command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        PostMortemRights.requireFacilitator(caller, command.incidents(), PostMortemRule.UNKNOWN_INCIDENT);
        apply(new PostMortemCreated(
                command.postMortemId(),
                command.incidentIds(),
                command.incidents().getFirst().team(),
                command.owner(),
                command.facilitator()));
    }

    @CommandHandler
    PostMortem(PlanPostMortem command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        PostMortemRights.requireFacilitator(caller, command.incidents(), PostMortemRule.UNKNOWN_INCIDENT);
        apply(new PostMortemPlanned(
                command.postMortemId(),
                command.incidentIds(),
                command.incidents().getFirst().team()));
    }

    @CommandHandler
    PostMortem(PlanByPolicy command) {
        apply(new PostMortemPlanned(command.postMortemId(), command.incidentIds(), command.team()));
    }

    @CommandHandler
    PostMortem(ImportPostMortem command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        if (!Rights.mayRecordFor(caller, command.team())) {
            throw new ProblemException(StandardProblem.FORBIDDEN, null);
        }
        ImportedAnalysis.of(command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(PutOnRecord command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        var fact = command.fact();
        if (PostMortemFacts.isLed(fact)) {
            PostMortemRights.requireFacilitator(caller, command.incidents(), StandardProblem.NOT_FOUND);
        } else {
            PostMortemRights.requireJoining(caller, command.incidents(), meeting.isInvited(caller.subject()));
        }
        document.requireStateFor(fact);
        analysis.require(fact);
        switch (fact) {
            case MeetingEvent e -> meeting.require(e, analysis.isConcluded());
            case PostMortemWaived e ->
                require(!e.approver().equals(caller.subject()), PostMortemRule.OTHER_APPROVER_NEEDED);
            case CoachFindingAnswered e ->
                require(meeting.has(e.textId()) || analysis.has(e.textId()), PostMortemRule.UNKNOWN_TEXT);
            default -> {
                // the state and the analysis are all that it depends on
            }
        }
        apply(fact);
    }

    @CommandHandler
    void handle(StartMeeting command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        PostMortemRights.requireFacilitator(caller, command.incidents(), StandardProblem.NOT_FOUND);
        document.require(PostMortemTransition.START);
        document.requireFacilitatorNamed();
        var prepared = document.is(PostMortemState.IN_REVIEW)
                || document.is(PostMortemState.SCHEDULED) && command.missing().isEmpty();
        requireReason(
                prepared,
                command.reason(),
                command.missing().isEmpty()
                        ? "The meeting was not scheduled."
                        : "The checklist still asks for %s.".formatted(command.missing()));
        apply(new MeetingStarted(
                id,
                meeting.nextSession(),
                command.startedAt(),
                command.facilitatorResponded(),
                command.missing(),
                prepared ? null : command.reason()));
    }

    /** What is agreed here has an owner and a date, since nothing is agreed without them. */
    @CommandHandler
    void handle(EndMeeting command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        PostMortemRights.requireFacilitator(caller, command.incidents(), StandardProblem.NOT_FOUND);
        document.require(PostMortemTransition.END);
        requireNothingParked();
        meeting.broughtAlongByItsEnd(id, command.endedAt()).forEach(AggregateLifecycle::apply);
        apply(new MeetingEnded(id, command.endedAt()));
    }

    @CommandHandler
    void handle(ConcludeAnalysis command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        PostMortemRights.requireFacilitator(caller, command.incidents(), StandardProblem.NOT_FOUND);
        document.requireSession();
        require(!analysis.isConcluded(), PostMortemRule.ANALYSIS_CONCLUDED_ALREADY);
        var gaps = analysis.gaps();
        if (!gaps.isEmpty() && isBlank(command.overrideReason())) {
            throw new ProblemException(PostMortemRule.ANALYSIS_INCOMPLETE, "It has %s.".formatted(gaps));
        }
        apply(new AnalysisConcluded(id, command.concludedAt(), gaps, gaps.isEmpty() ? null : command.overrideReason()));
    }

    /** Before the analysis is concluded whoever is in the circle may propose, and nothing is refused for lack of a date. */
    @CommandHandler
    void handle(ProposeSolution command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        if (!analysis.isConcluded()) {
            PostMortemRights.requireJoining(caller, command.incidents(), meeting.isInvited(caller.subject()));
            document.requireTakingSolutions();
            apply(new SolutionParked(id, command.solutionId(), command.title(), command.owner(), command.due()));
            return;
        }
        PostMortemRights.requireFacilitator(caller, command.incidents(), StandardProblem.NOT_FOUND);
        document.requireOpen();
        require(command.owner() != null && command.due() != null, PostMortemRule.OWNER_AND_DATE_NEEDED);
        apply(new ActionItemAgreed(
                id, command.solutionId(), command.title(), command.owner(), command.due(), null, null));
    }

    @CommandHandler
    void handle(AgreeParkedSolution command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        PostMortemRights.requireFacilitator(caller, command.incidents(), StandardProblem.NOT_FOUND);
        document.requireOpen();
        var proposedAs = analysis.proposedAs(command.parkedId());
        require(analysis.isConcluded(), PostMortemRule.ANALYSIS_NOT_CONCLUDED);
        apply(new ActionItemAgreed(
                id,
                command.actionItemId(),
                Optional.ofNullable(command.title()).orElse(proposedAs),
                command.owner(),
                command.due(),
                null,
                command.parkedId()));
    }

    @CommandHandler
    void handle(ApproveReview command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        PostMortemRights.requireApproving(
                caller,
                command.incidents(),
                meeting.isInvited(caller.subject()) || document.isReviewer(caller.subject()));
        document.require(PostMortemTransition.APPROVE);
        requireNothingParked();
        document.requireApprover(caller.subject());
        apply(new ReviewApproved(id, document.version(), caller.subject(), command.comment()));
        if (document.approvals() >= command.needed()) {
            apply(new PostMortemApproved(id, document.version()));
        }
    }

    @CommandHandler
    void handle(PublishPostMortem command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        PostMortemRights.requireFacilitator(caller, command.incidents(), StandardProblem.NOT_FOUND);
        document.require(PostMortemTransition.PUBLISH);
        apply(new PostMortemPublished(id, document.version(), command.publishedAt()));
    }

    @CommandHandler
    void handle(AmendPostMortem command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        PostMortemRights.requireFacilitator(caller, command.incidents(), StandardProblem.NOT_FOUND);
        document.require(PostMortemTransition.AMEND);
        apply(new PostMortemAmended(id, document.version() + 1, command.reason()));
    }

    @CommandHandler
    void handle(ClosePostMortem command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        PostMortemRights.requireFacilitator(caller, command.incidents(), StandardProblem.NOT_FOUND);
        document.require(PostMortemTransition.CLOSE);
        requireReason(
                command.unsettled() == 0,
                command.reason(),
                "%d of its action items are not settled.".formatted(command.unsettled()));
        apply(new PostMortemClosed(id, command.unsettled() == 0 ? null : requireNonNull(command.reason())));
    }

    private void requireNothingParked() {
        if (!analysis.waiting().isEmpty()) {
            throw new ProblemException(PostMortemRule.PARKED_UNRESOLVED, "Waiting: %s.".formatted(analysis.waiting()));
        }
    }

    static void require(boolean holds, ProblemType rule) {
        if (!holds) {
            throw new ProblemException(rule, null);
        }
    }

    private static void requireReason(boolean dispensable, @Nullable String reason, String why) {
        if (!dispensable && isBlank(reason)) {
            throw new ProblemException(PostMortemRule.POST_MORTEM_REASON_NEEDED, why);
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    // evolve: take over what happened; no rules, no side effects

    @EventSourcingHandler
    void on(PostMortemEvent event) {
        id = event.postMortemId();
        document.on(event);
        analysis.on(event);
        if (event instanceof MeetingEvent e) {
            meeting.on(e);
        }
    }

    /** For Axon only: an empty post-mortem that it fills by replaying events. */
    protected PostMortem() {}
}
