package dev.hindsight.contracts.policy;

import dev.hindsight.contracts.EventType;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can happen to a policy: it is set as a whole, and each setting is one version.
 *
 * <p>Names and fields are stored for ever: add optional fields, never rename or remove.
 */
public sealed interface PolicyEvent {

    /** Under this name the entries of policies are stored. */
    String AGGREGATE_TYPE = "policy";

    /** There is one policy on post-mortems, under this id. */
    UUID POST_MORTEMS = UUID.fromString("9d1c0a52-7f0e-8000-8000-000000000001");

    /** There is one policy on action items, under this id. */
    UUID ACTION_ITEMS = UUID.fromString("9d1c0a52-7f0e-8000-8000-000000000002");

    UUID policyId();

    @EventType("post-mortem-policy-set")
    record PostMortemPolicySet(
            UUID policyId,
            PostMortemPolicy policy,
            @Nullable String reason) implements PolicyEvent {}

    @EventType("action-item-policy-set")
    record ActionItemPolicySet(
            UUID policyId,
            ActionItemPolicy policy,
            @Nullable String reason) implements PolicyEvent {}

    /** Each team has a policy of its own, under {@link #ofTeam}. */
    @EventType("team-policy-set")
    record TeamPolicySet(
            UUID policyId,
            String team,
            TeamPolicy policy,
            @Nullable String reason) implements PolicyEvent {}

    /** The id of the policy of a team, which follows from its name alone. */
    static UUID ofTeam(String team) {
        return UUID.nameUUIDFromBytes(("policy of team " + team).getBytes(StandardCharsets.UTF_8));
    }
}
