package dev.hindsight.incident.domain;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.hindsight.contracts.policy.PolicyEvent;
import dev.hindsight.contracts.policy.PolicyEvent.ActionItemPolicySet;
import dev.hindsight.contracts.policy.PolicyEvent.PostMortemPolicySet;
import dev.hindsight.contracts.policy.PolicyEvent.TeamPolicySet;
import dev.hindsight.contracts.policy.SeverityRule;
import dev.hindsight.folds.policy.TeamCalendar;
import dev.hindsight.incident.domain.PolicyCommand.SetActionItemPolicy;
import dev.hindsight.incident.domain.PolicyCommand.SetPostMortemPolicy;
import dev.hindsight.incident.domain.PolicyCommand.SetTeamPolicy;
import dev.hindsight.kit.identity.Actor;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import dev.hindsight.rights.Rights;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** Guards one policy: it is set as a whole, and begins when it is set for the first time. */
@AggregateRoot(type = Policy.TYPE)
@SuppressWarnings("NullAway.Init") // Axon fills the fields by replaying events
public class Policy {

    /** Under this name its entries are stored, for ever. */
    public static final String TYPE = PolicyEvent.AGGREGATE_TYPE;

    private static final int HOURS_OF_A_DAY = 24;

    @AggregateIdentifier
    private UUID id;

    // decide: check the rules, then state what happened

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SetPostMortemPolicy command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        requireAdministrator(caller);
        var impossible = command.policy().severities().entrySet().stream()
                .filter(of -> isImpossible(of.getValue()))
                .map(of -> of.getKey().name())
                .collect(Collectors.joining(", "));
        if (!impossible.isEmpty()) {
            throw new ProblemException(
                    PolicyRule.REVIEW_DUE_TOO_EARLY,
                    "The review is due earlier than the meeting's days allow: %s.".formatted(impossible));
        }
        apply(new PostMortemPolicySet(command.policyId(), command.policy(), command.reason()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SetActionItemPolicy command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        requireAdministrator(caller);
        apply(new ActionItemPolicySet(command.policyId(), command.policy(), command.reason()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SetTeamPolicy command, @MetaDataValue(value = Actor.CALLER, required = true) Actor caller) {
        requireAdministrator(caller);
        var policy = command.policy();
        if (new TeamCalendar(policy).isQuietAt(policy.remindAt())) {
            throw new ProblemException(
                    PolicyRule.REMINDERS_IN_QUIET_HOURS,
                    "%s lies between %s and %s.".formatted(policy.remindAt(), policy.quietFrom(), policy.quietTo()));
        }
        apply(new TeamPolicySet(command.policyId(), command.team(), policy, command.reason()));
    }

    private static boolean isImpossible(SeverityRule rule) {
        return rule.reviewHoursBefore() > rule.meetingWithinDays() * HOURS_OF_A_DAY;
    }

    private static void requireAdministrator(Actor caller) {
        if (!Rights.maySetPolicies(caller)) {
            throw new ProblemException(StandardProblem.FORBIDDEN, "Policies are set by administrators.");
        }
    }

    // evolve: take over what happened; no rules, no side effects

    @EventSourcingHandler
    void on(PolicyEvent event) {
        id = event.policyId();
    }

    /** For Axon only: an empty policy that it fills by replaying events. */
    protected Policy() {}
}
