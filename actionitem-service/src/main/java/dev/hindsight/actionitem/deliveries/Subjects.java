package dev.hindsight.actionitem.deliveries;

import dev.hindsight.actionitem.deliveries.Deliveries.About;
import dev.hindsight.contracts.actionitem.ActionItemEvent;
import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.contracts.postmortem.PostMortemEvent;
import dev.hindsight.folds.actionitem.ActionItemFold;
import dev.hindsight.folds.actionitem.ActionItemState;
import dev.hindsight.folds.incident.IncidentFold;
import dev.hindsight.folds.incident.IncidentState;
import dev.hindsight.folds.postmortem.PostMortemFold;
import dev.hindsight.folds.postmortem.PostMortemStatus;
import dev.hindsight.logkit.Histories;
import dev.hindsight.logkit.IncidentAccess;
import dev.hindsight.logkit.Told;
import dev.hindsight.rights.Access;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Tells what events are about by its own entries, and who may read it by those of its incidents. */
@Singleton
public class Subjects {

    private final Histories histories;
    private final IncidentAccess access;

    Subjects(Histories histories, IncidentAccess access) {
        this.histories = histories;
        this.access = access;
    }

    /** Whether it is of this team now. */
    public boolean belongs(About about, String team) {
        return of(about).filter(subject -> subject.team().equals(team)).isPresent();
    }

    Optional<Subject> of(About about) {
        return switch (about.aggregateType()) {
            case ActionItemEvent.AGGREGATE_TYPE -> actionItem(about.aggregateId());
            case IncidentEvent.AGGREGATE_TYPE -> incident(about.aggregateId()).map(this::of);
            case PostMortemEvent.AGGREGATE_TYPE -> postMortem(about.aggregateId());
            default -> throw new IllegalArgumentException("Nobody is told of " + about.aggregateType());
        };
    }

    private Optional<Subject> actionItem(UUID id) {
        return histories
                .of(ActionItemEvent.AGGREGATE_TYPE, ActionItemEvent.class, id, OptionalLong.empty(), ActionItemFold::of)
                .map(Told::state)
                .map(this::of);
    }

    private Subject of(ActionItemState item) {
        return new Subject(
                Subject.Kind.ACTION_ITEM,
                item.actionItemId(),
                item.reference(),
                item.title(),
                item.status().name(),
                item.team(),
                item.due(),
                "/action-items/" + item.reference(),
                incidents(item.incidentIds()));
    }

    private Subject of(IncidentState incident) {
        return new Subject(
                Subject.Kind.INCIDENT,
                incident.incidentId(),
                incident.reference(),
                incident.title(),
                incident.status().name(),
                incident.team(),
                null,
                "/incidents/" + incident.reference(),
                List.of(IncidentAccess.of(incident)));
    }

    /** It is called as its first incident is, and found there. */
    private Optional<Subject> postMortem(UUID id) {
        return histories
                .of(PostMortemEvent.AGGREGATE_TYPE, PostMortemEvent.class, id, OptionalLong.empty(), PostMortemFold::of)
                .map(Told::state)
                .flatMap(postMortem -> postMortem.incidentIds().stream()
                        .findFirst()
                        .flatMap(this::incident)
                        .map(incident -> of(postMortem, incident)));
    }

    private Subject of(PostMortemStatus postMortem, IncidentState incident) {
        return new Subject(
                Subject.Kind.POST_MORTEM,
                postMortem.postMortemId(),
                null,
                incident.title(),
                postMortem.state().name(),
                postMortem.team(),
                null,
                "/incidents/" + incident.reference(),
                incidents(postMortem.incidentIds()));
    }

    private Optional<IncidentState> incident(UUID id) {
        return histories
                .of(IncidentEvent.AGGREGATE_TYPE, IncidentEvent.class, id, OptionalLong.empty(), IncidentFold::of)
                .map(Told::state);
    }

    private List<Access> incidents(List<UUID> ids) {
        var found = ids.stream().map(access::of).flatMap(Optional::stream).toList();
        return found.size() == ids.size() ? found : List.of();
    }
}
