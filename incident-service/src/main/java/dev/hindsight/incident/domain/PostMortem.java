package dev.hindsight.incident.domain;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.hindsight.contracts.postmortem.FactorKind;
import dev.hindsight.contracts.postmortem.FactorLayer;
import dev.hindsight.contracts.postmortem.FactorRole;
import dev.hindsight.contracts.postmortem.PostMortemEvent;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ActionItemAgreed;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ContributingFactorIdentified;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisLeftInconclusive;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisProposed;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisRefuted;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisSupported;
import dev.hindsight.contracts.postmortem.PostMortemEvent.LessonRecorded;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemCreated;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemImported;
import dev.hindsight.incident.domain.PostMortemCommand.AgreeActionItem;
import dev.hindsight.incident.domain.PostMortemCommand.CreatePostMortem;
import dev.hindsight.incident.domain.PostMortemCommand.ImportPostMortem;
import dev.hindsight.incident.domain.PostMortemCommand.ImportedHypothesis;
import dev.hindsight.kit.identity.Actor;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.ProblemType;
import dev.hindsight.kit.problem.StandardProblem;
import dev.hindsight.rights.Access;
import dev.hindsight.rights.Rights;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;

/** Guards one post-mortem. */
@AggregateRoot(type = PostMortem.TYPE)
@SuppressWarnings("NullAway.Init") // Axon fills the fields by replaying events
public class PostMortem {

    /** Under this name its entries are stored, for ever. */
    public static final String TYPE = PostMortemEvent.AGGREGATE_TYPE;

    @AggregateIdentifier
    private UUID id;

    private boolean published;

    // decide: check the rules, then state what happened

    @CommandHandler
    PostMortem(CreatePostMortem command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        requireFacilitator(caller, command.incidents(), PostMortemRule.UNKNOWN_INCIDENT);
        apply(new PostMortemCreated(
                command.postMortemId(),
                command.incidentIds(),
                command.incidents().getFirst().team(),
                command.owner(),
                command.facilitator()));
    }

    @CommandHandler
    void handle(AgreeActionItem command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        requireFacilitator(caller, command.incidents(), StandardProblem.NOT_FOUND);
        if (published) {
            throw new ProblemException(PostMortemRule.POST_MORTEM_PUBLISHED, null);
        }
        apply(new ActionItemAgreed(id, command.actionItemId(), command.title(), command.owner(), command.due(), null));
    }

    @CommandHandler
    PostMortem(ImportPostMortem command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        if (!Rights.mayRecordFor(caller, command.team())) {
            throw new ProblemException(StandardProblem.FORBIDDEN, null);
        }
        var postMortemId = command.postMortemId(); // the field is filled only when the constructor is done
        apply(new PostMortemCreated(command.postMortemId(), List.of(command.incidentId()), command.team(), null, null));
        apply(new PostMortemImported(postMortemId, command.recordId(), command.statedCause()));
        for (var hypothesis : command.hypotheses()) {
            apply(new HypothesisProposed(
                    postMortemId, hypothesis.hypothesisId(), hypothesis.statement(), hypothesis.evidence()));
            apply(verdict(postMortemId, hypothesis));
        }
        command.factors()
                .forEach(factor -> apply(new ContributingFactorIdentified(
                        postMortemId,
                        factor.factorId(),
                        factor.statement(),
                        FactorRole.UNCLASSIFIED,
                        FactorLayer.UNCLASSIFIED,
                        FactorKind.UNCLASSIFIED)));
        command.actionItems()
                .forEach(action -> apply(new ActionItemAgreed(
                        postMortemId, action.actionItemId(), action.title(), null, null, action.stated())));
        command.lessons()
                .forEach(lesson ->
                        apply(new LessonRecorded(postMortemId, lesson.lessonId(), lesson.kind(), lesson.text())));
    }

    private static PostMortemEvent verdict(UUID postMortemId, ImportedHypothesis of) {
        return switch (of.state()) {
            case SUPPORTED -> new HypothesisSupported(postMortemId, of.hypothesisId(), null, of.statedAs());
            case REFUTED -> new HypothesisRefuted(postMortemId, of.hypothesisId(), null, of.statedAs());
            case INCONCLUSIVE, PROPOSED, TESTING ->
                new HypothesisLeftInconclusive(postMortemId, of.hypothesisId(), null, of.statedAs());
        };
    }

    /** @param unseen what to say to someone who may not even read all of the incidents */
    private static void requireFacilitator(Actor caller, List<Access> incidents, ProblemType unseen) {
        if (!Rights.mayReadAll(caller, incidents)) {
            throw new ProblemException(unseen, null);
        }
        if (!Rights.mayFacilitate(caller, incidents)) {
            throw new ProblemException(
                    StandardProblem.FORBIDDEN, "Post-mortems are run by facilitators of the incidents' teams.");
        }
    }

    // evolve: take over what happened; no rules, no side effects

    @EventSourcingHandler
    void on(PostMortemEvent event) {
        id = event.postMortemId();
        published |= event instanceof PostMortemImported;
    }

    /** For Axon only: an empty post-mortem that it fills by replaying events. */
    protected PostMortem() {}
}
