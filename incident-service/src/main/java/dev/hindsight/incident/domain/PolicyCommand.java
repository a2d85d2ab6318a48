package dev.hindsight.incident.domain;

import dev.hindsight.contracts.policy.ActionItemPolicy;
import dev.hindsight.contracts.policy.PolicyEvent;
import dev.hindsight.contracts.policy.PostMortemPolicy;
import dev.hindsight.contracts.policy.TeamPolicy;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What people may ask of a policy. */
public sealed interface PolicyCommand {

    UUID policyId();

    record SetPostMortemPolicy(
            PostMortemPolicy policy, @Nullable String reason) implements PolicyCommand {

        @Override
        @TargetAggregateIdentifier
        public UUID policyId() {
            return PolicyEvent.POST_MORTEMS;
        }
    }

    record SetActionItemPolicy(
            ActionItemPolicy policy, @Nullable String reason) implements PolicyCommand {

        @Override
        @TargetAggregateIdentifier
        public UUID policyId() {
            return PolicyEvent.ACTION_ITEMS;
        }
    }

    record SetTeamPolicy(
            String team, TeamPolicy policy, @Nullable String reason) implements PolicyCommand {

        @Override
        @TargetAggregateIdentifier
        public UUID policyId() {
            return PolicyEvent.ofTeam(team);
        }
    }
}
