package dev.hindsight.incident.domain;

import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.contracts.policy.ActionItemPolicy;
import dev.hindsight.contracts.policy.DayCount;
import dev.hindsight.contracts.policy.PolicyEvent;
import dev.hindsight.contracts.policy.PolicyEvent.ActionItemPolicySet;
import dev.hindsight.contracts.policy.PolicyEvent.PostMortemPolicySet;
import dev.hindsight.contracts.policy.PostMortemPolicy;
import dev.hindsight.contracts.policy.SeverityRule;
import dev.hindsight.incident.domain.PolicyCommand.SetActionItemPolicy;
import dev.hindsight.incident.domain.PolicyCommand.SetPostMortemPolicy;
import dev.hindsight.kit.identity.Actor;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {

    private static final PostMortemPolicy MEETINGS = PostMortemPolicy.standard();
    private static final ActionItemPolicy ITEMS = ActionItemPolicy.standard();

    private final AggregateTestFixture<Policy> policy = new AggregateTestFixture<>(Policy.class);

    @Test
    void beginsWhenItIsSetForTheFirstTime() {
        policy.givenNoPriorActivity()
                .when(new SetPostMortemPolicy(MEETINGS, "to begin with"), by("admin"))
                .expectEvents(new PostMortemPolicySet(PolicyEvent.POST_MORTEMS, MEETINGS, "to begin with"));
    }

    @Test
    void isSetAgainAsAWhole() {
        policy.given(new PostMortemPolicySet(PolicyEvent.POST_MORTEMS, MEETINGS, null))
                .when(new SetPostMortemPolicy(rule(1, 24), null), by("admin"))
                .expectEvents(new PostMortemPolicySet(PolicyEvent.POST_MORTEMS, rule(1, 24), null));
    }

    @Test
    void onActionItemsIsOneOfItsOwn() {
        policy.given(new ActionItemPolicySet(PolicyEvent.ACTION_ITEMS, ITEMS, null))
                .when(new SetActionItemPolicy(ITEMS, "confirmed"), by("admin"))
                .expectEvents(new ActionItemPolicySet(PolicyEvent.ACTION_ITEMS, ITEMS, "confirmed"));
    }

    @Test
    void doesNotAskForAReviewBeforeTheIncidentHasEnded() {
        policy.givenNoPriorActivity()
                .when(new SetPostMortemPolicy(rule(1, 25), null), by("admin"))
                .expectNoEvents()
                .expectExceptionMessage("The review would be due before the incident has ended:"
                        + " The review is due earlier than the meeting's days allow: SEV3.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"responder", "facilitator", "executive", "auditor"})
    void isSetByNobodyButAdministrators(String role) {
        for (var command : List.of(new SetPostMortemPolicy(rule(1, 25), null), new SetActionItemPolicy(ITEMS, null))) {
            new AggregateTestFixture<>(Policy.class)
                    .givenNoPriorActivity()
                    .when(command, by(role))
                    .expectNoEvents()
                    .expectExceptionMessage("Your rights do not allow this: Policies are set by administrators.");
        }
    }

    private static PostMortemPolicy rule(int days, int hours) {
        var severities = new EnumMap<>(MEETINGS.severities());
        severities.put(Severity.SEV3, new SeverityRule(true, days, DayCount.WORKING, hours, 2));
        return new PostMortemPolicy("Europe/Berlin", severities);
    }

    private static Map<String, Object> by(String role) {
        return Map.of(Actor.CALLER, new Actor("ana", Set.of(role), Set.of("chain-core")));
    }
}
