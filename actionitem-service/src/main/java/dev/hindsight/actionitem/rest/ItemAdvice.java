package dev.hindsight.actionitem.rest;

import dev.hindsight.actionitem.advice.ActionItemAdvice;
import dev.hindsight.actionitem.overview.ActionItemOverviews;
import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.folds.actionitem.ActionItemState;
import dev.hindsight.folds.incident.IncidentFold;
import dev.hindsight.kit.identity.Actor;
import dev.hindsight.logkit.Histories;
import dev.hindsight.logkit.PolicyHistories;
import dev.hindsight.rights.Rights;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.OptionalLong;
import java.util.UUID;

/** Gathers what advice on an item depends on: how severe its incidents are, what else follows from them, the policy of now. */
@Singleton
class ItemAdvice {

    private final Histories histories;
    private final PolicyHistories policies;
    private final ActionItemOverviews overviews;

    ItemAdvice(Histories histories, PolicyHistories policies, ActionItemOverviews overviews) {
        this.histories = histories;
        this.policies = policies;
        this.overviews = overviews;
    }

    ActionItemAdvice on(Actor caller, ActionItemState item) {
        var worst = item.incidentIds().stream()
                .map(this::severity)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return ActionItemAdvice.on(
                item,
                worst,
                policies.actionItems(OptionalLong.empty()).state().policy(),
                overviews.isAnyStronger(Rights.readScope(caller), item.incidentIds(), item.actionItemId()));
    }

    private Severity severity(UUID incident) {
        return histories
                .of(IncidentEvent.AGGREGATE_TYPE, IncidentEvent.class, incident, OptionalLong.empty(), IncidentFold::of)
                .orElseThrow()
                .state()
                .severity();
    }
}
