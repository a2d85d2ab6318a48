package dev.hindsight.actionitem.deliveries;

import dev.hindsight.actionitem.deliveries.Deliveries.About;
import dev.hindsight.contracts.EventCatalogue;
import dev.hindsight.contracts.actionitem.ActionItemEvent;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemRecurred;
import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.contracts.postmortem.PostMortemEvent;
import dev.hindsight.folds.actionitem.ActionItemFold;
import dev.hindsight.folds.actionitem.ActionItemState;
import dev.hindsight.folds.incident.IncidentFold;
import dev.hindsight.folds.incident.IncidentState;
import dev.hindsight.folds.postmortem.PostMortemFold;
import dev.hindsight.folds.postmortem.PostMortemStatus;
import dev.hindsight.log.LogEntry;
import dev.hindsight.log.LogReader;
import dev.hindsight.logkit.Histories;
import dev.hindsight.logkit.IncidentAccess;
import dev.hindsight.logkit.Told;
import dev.hindsight.rights.Access;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;

/** Tells what events are about by its own entries, and who may read it by those of its incidents. */
@Singleton
public class Subjects {

    private static final String RECURRED = EventCatalogue.nameOf(ActionItemRecurred.class);

    private final LogReader log;
    private final Histories histories;
    private final IncidentAccess access;

    Subjects(LogReader log, Histories histories, IncidentAccess access) {
        this.log = log;
        this.histories = histories;
        this.access = access;
    }

    /** The team that it is of now. */
    Optional<String> teamOf(About about) {
        var id = about.aggregateId();
        return switch (about.aggregateType()) {
            case ActionItemEvent.AGGREGATE_TYPE -> actionItem(id).map(ActionItemState::team);
            case IncidentEvent.AGGREGATE_TYPE -> incident(id).map(IncidentState::team);
            case PostMortemEvent.AGGREGATE_TYPE -> postMortem(id).map(PostMortemStatus::team);
            default -> throw nobody(about.aggregateType());
        };
    }

    /** What an event is about; that an item recurred is about the later incident as well. */
    Optional<Subject> of(Due due) {
        var id = due.aggregateId();
        return switch (due.aggregateType()) {
            case ActionItemEvent.AGGREGATE_TYPE ->
                actionItem(id)
                        .map(item -> of(item, due.eventType().equals(RECURRED) ? List.of(later(due)) : List.of()));
            case IncidentEvent.AGGREGATE_TYPE -> incident(id).map(this::of);
            case PostMortemEvent.AGGREGATE_TYPE ->
                postMortem(id)
                        .flatMap(postMortem -> postMortem.incidentIds().stream()
                                .findFirst()
                                .flatMap(this::incident)
                                .map(incident -> of(postMortem, incident)));
            default -> throw nobody(due.aggregateType());
        };
    }

    private UUID later(Due due) {
        return log.history(due.aggregateId(), 0, Integer.MAX_VALUE).stream()
                .filter(entry -> entry.eventId().equals(due.eventId()))
                .map(LogEntry::event)
                .map(ActionItemRecurred.class::cast)
                .map(ActionItemRecurred::incidentId)
                .findFirst()
                .orElseThrow();
    }

    private Subject of(ActionItemState item, List<UUID> beside) {
        return new Subject(
                Subject.Kind.ACTION_ITEM,
                item.actionItemId(),
                item.reference(),
                item.title(),
                item.status().name(),
                item.team(),
                item.due(),
                "/action-items/" + item.reference(),
                incidents(Stream.concat(item.incidentIds().stream(), beside.stream())
                        .toList()));
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

    private Optional<ActionItemState> actionItem(UUID id) {
        return histories
                .of(ActionItemEvent.AGGREGATE_TYPE, ActionItemEvent.class, id, OptionalLong.empty(), ActionItemFold::of)
                .map(Told::state);
    }

    private Optional<PostMortemStatus> postMortem(UUID id) {
        return histories
                .of(PostMortemEvent.AGGREGATE_TYPE, PostMortemEvent.class, id, OptionalLong.empty(), PostMortemFold::of)
                .map(Told::state);
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

    private static IllegalArgumentException nobody(String aggregateType) {
        return new IllegalArgumentException("Nobody is told of " + aggregateType);
    }
}
