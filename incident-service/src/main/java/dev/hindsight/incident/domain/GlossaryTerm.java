package dev.hindsight.incident.domain;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.hindsight.contracts.glossary.GlossaryEvent;
import dev.hindsight.contracts.glossary.GlossaryEvent.GlossaryTermDefined;
import dev.hindsight.contracts.glossary.GlossaryEvent.GlossaryTermRevised;
import dev.hindsight.contracts.glossary.GlossaryEvent.GlossaryTermWithdrawn;
import dev.hindsight.contracts.glossary.TermDefinition;
import dev.hindsight.contracts.glossary.TermOrigin;
import dev.hindsight.incident.domain.GlossaryCommand.DefineTerm;
import dev.hindsight.incident.domain.GlossaryCommand.ReviseTerm;
import dev.hindsight.incident.domain.GlossaryCommand.TakeOverShippedTerm;
import dev.hindsight.incident.domain.GlossaryCommand.TakenSpelling;
import dev.hindsight.incident.domain.GlossaryCommand.WithdrawTerm;
import dev.hindsight.kit.identity.Actor;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import dev.hindsight.rights.Rights;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;

/** Guards one term of the glossary. */
@AggregateRoot(type = GlossaryTerm.TYPE)
@SuppressWarnings("NullAway.Init") // Axon fills the fields by replaying events
public class GlossaryTerm {

    /** Under this name its entries are stored, for ever. */
    public static final String TYPE = GlossaryEvent.AGGREGATE_TYPE;

    @AggregateIdentifier
    private UUID id;

    private TermDefinition definition;
    private boolean withdrawn;

    // decide: check the rules, then state what happened

    @CommandHandler
    GlossaryTerm(DefineTerm command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        requireKeeper(caller);
        requireFree(command.taken());
        apply(new GlossaryTermDefined(command.termId(), command.definition(), TermOrigin.ORGANISATION));
    }

    @CommandHandler
    GlossaryTerm(TakeOverShippedTerm command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        requireKeeper(caller);
        apply(new GlossaryTermDefined(command.termId(), command.definition(), TermOrigin.SHIPPED));
    }

    @CommandHandler
    void handle(ReviseTerm command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        requireKeeper(caller);
        requireInForce();
        requireFree(command.taken());
        if (command.definition().equals(definition)) {
            throw new ProblemException(GlossaryRule.TERM_UNCHANGED, null);
        }
        apply(new GlossaryTermRevised(id, command.definition(), command.reason()));
    }

    @CommandHandler
    void handle(WithdrawTerm command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        requireKeeper(caller);
        requireInForce();
        apply(new GlossaryTermWithdrawn(id, command.reason()));
    }

    private static void requireKeeper(Actor caller) {
        if (!Rights.mayKeepGlossary(caller)) {
            throw new ProblemException(
                    StandardProblem.FORBIDDEN, "The glossary is kept by facilitators and administrators.");
        }
    }

    private void requireInForce() {
        if (withdrawn) {
            throw new ProblemException(GlossaryRule.TERM_WITHDRAWN, null);
        }
    }

    private static void requireFree(List<TakenSpelling> taken) {
        if (!taken.isEmpty()) {
            throw new ProblemException(
                    GlossaryRule.SPELLING_TAKEN,
                    taken.stream()
                            .map(it -> "\"%s\" is \"%s\" (%s)".formatted(it.spelling(), it.term(), it.termId()))
                            .collect(Collectors.joining("; ", "", ".")));
        }
    }

    // evolve: take over what happened; no rules, no side effects

    @EventSourcingHandler
    void on(GlossaryEvent event) {
        id = event.termId();
        switch (event) {
            case GlossaryTermDefined e -> definition = e.definition();
            case GlossaryTermRevised e -> definition = e.definition();
            case GlossaryTermWithdrawn _ -> withdrawn = true;
        }
    }

    /** For Axon only: an empty term that it fills by replaying events. */
    protected GlossaryTerm() {}
}
