package dev.hindsight.actionitem.rest;

import dev.hindsight.actionitem.advice.ActionItemAdvice;
import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.folds.actionitem.ActionItemState;
import dev.hindsight.folds.incident.IncidentFold;
import dev.hindsight.logkit.Histories;
import dev.hindsight.logkit.PolicyHistories;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.OptionalLong;
import java.util.UUID;

/** Gathers what advice on an item depends on: how severe its incidents are, and the policy of now. */
@Singleton
class ItemAdvice {

    private final Histories histories;
    private final PolicyHistories policies;

    ItemAdvice(Histories histories, PolicyHistories policies) {
        this.histories = histories;
        this.policies = policies;
    }

    ActionItemAdvice on(ActionItemState item) {
        var worst = item.incidentIds().stream()
                .map(this::severity)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return ActionItemAdvice.on(
                item, worst, policies.actionItems(OptionalLong.empty()).state().policy());
    }

    private Severity severity(UUID incident) {
        return histories
                .of(IncidentEvent.AGGREGATE_TYPE, IncidentEvent.class, incident, OptionalLong.empty(), IncidentFold::of)
                .orElseThrow()
                .state()
                .severity();
    }
}
