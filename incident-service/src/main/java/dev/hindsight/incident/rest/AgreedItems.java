package dev.hindsight.incident.rest;

import dev.hindsight.contracts.actionitem.ActionItemEvent;
import dev.hindsight.folds.actionitem.ActionItemFold;
import dev.hindsight.folds.actionitem.ActionItemLifecycle;
import dev.hindsight.folds.postmortem.PostMortemStatus;
import dev.hindsight.logkit.Histories;
import jakarta.inject.Singleton;
import java.util.OptionalLong;
import java.util.UUID;

/** Knows from the log how far the action items are that were agreed in a post-mortem. */
@Singleton
class AgreedItems {

    private final Histories histories;

    AgreedItems(Histories histories) {
        this.histories = histories;
    }

    /** How many are still to be done; one that nobody follows up yet counts. */
    int unsettled(PostMortemStatus of) {
        return (int) of.actionItems().stream()
                .filter(item -> !isSettled(item.actionItemId()))
                .count();
    }

    private boolean isSettled(UUID item) {
        return histories
                .of(
                        ActionItemEvent.AGGREGATE_TYPE,
                        ActionItemEvent.class,
                        item,
                        OptionalLong.empty(),
                        ActionItemFold::of)
                .filter(told -> !ActionItemLifecycle.isOpen(told.state().status()))
                .isPresent();
    }
}
