package dev.hindsight.actionitem.rest;

import dev.hindsight.actionitem.opening.ActionItemReferences;
import dev.hindsight.contracts.actionitem.ActionItemEvent;
import dev.hindsight.folds.actionitem.ActionItemFold;
import dev.hindsight.folds.actionitem.ActionItemState;
import dev.hindsight.kit.identity.Actor;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import dev.hindsight.logkit.Histories;
import dev.hindsight.logkit.IncidentAccess;
import dev.hindsight.logkit.Told;
import dev.hindsight.rights.Access;
import dev.hindsight.rights.Rights;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Finds an action item for someone who may read all of its incidents; for everyone else it does not exist. */
@Singleton
class ActionItemReaders {

    private final ActionItemReferences references;
    private final Histories histories;
    private final IncidentAccess access;
    private final MaskedRecurrences masked;

    ActionItemReaders(
            ActionItemReferences references, Histories histories, IncidentAccess access, MaskedRecurrences masked) {
        this.references = references;
        this.histories = histories;
        this.access = access;
        this.masked = masked;
    }

    UUID id(String idOrReference) {
        return references.find(idOrReference).orElseThrow(ActionItemReaders::notFound);
    }

    /** What may be read is decided by the rights of today, also for a state of long ago. */
    Told<ActionItemState> actionItem(Actor caller, UUID id, OptionalLong upTo) {
        var today = told(id, OptionalLong.empty())
                .filter(told -> Rights.mayReadAll(caller, incidents(told.state())))
                .orElseThrow(ActionItemReaders::notFound);
        return masked(caller, upTo.isEmpty() ? today : told(id, upTo).orElseThrow(ActionItemReaders::notFound));
    }

    boolean mayRead(Actor caller, UUID id) {
        return told(id, OptionalLong.empty())
                .map(Told::state)
                .filter(item -> item.incidentIds().stream()
                        .allMatch(incident -> access.of(incident).isPresent()))
                .filter(item -> Rights.mayReadAll(caller, incidents(item)))
                .isPresent();
    }

    /** What a command of the caller led to. */
    Told<ActionItemState> state(Actor caller, UUID id) {
        return masked(caller, told(id, OptionalLong.empty()).orElseThrow());
    }

    private Told<ActionItemState> masked(Actor caller, Told<ActionItemState> told) {
        return new Told<>(masked.in(told.state(), caller), told.lastEventId(), told.version(), told.history());
    }

    /** An incident that is missing lets nobody see anything of the item. */
    List<Access> incidents(ActionItemState state) {
        return state.incidentIds().stream()
                .map(incident -> access.of(incident).orElseThrow(ActionItemReaders::notFound))
                .toList();
    }

    private Optional<Told<ActionItemState>> told(UUID id, OptionalLong upTo) {
        return histories.of(ActionItemEvent.AGGREGATE_TYPE, ActionItemEvent.class, id, upTo, ActionItemFold::of);
    }

    private static ProblemException notFound() {
        return new ProblemException(StandardProblem.NOT_FOUND, null);
    }
}
