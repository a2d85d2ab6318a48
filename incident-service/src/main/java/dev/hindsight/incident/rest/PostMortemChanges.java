package dev.hindsight.incident.rest;

import dev.hindsight.contracts.postmortem.PostMortemEvent;
import dev.hindsight.folds.postmortem.PostMortemStatus;
import dev.hindsight.incident.domain.IncidentRule;
import dev.hindsight.incident.domain.PostMortemCommand;
import dev.hindsight.incident.domain.PostMortemCommand.PutOnRecord;
import dev.hindsight.incident.domain.PostMortemRule;
import dev.hindsight.incident.history.IncidentHistories;
import dev.hindsight.kit.identity.Actor;
import dev.hindsight.kit.identity.Actors;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.rest.CommandRequests;
import dev.hindsight.kit.rest.JsonBodies;
import dev.hindsight.logkit.AggregateCommands;
import dev.hindsight.logkit.IncidentAccess;
import dev.hindsight.logkit.Told;
import dev.hindsight.rights.Access;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Carries out what the current request asks of one post-mortem. */
@Singleton
class PostMortemChanges {

    private final AggregateCommands commands;
    private final IncidentAccess access;
    private final PostMortemReaders readers;
    private final IncidentHistories histories;
    private final Actors actors;
    private final JsonBodies json;
    private final Clock clock;
    private final HttpHeaders headers;
    private final UriInfo uri;

    /** @param headers and {@code uri} are those of whichever request is being answered */
    PostMortemChanges(
            AggregateCommands commands,
            IncidentAccess access,
            PostMortemReaders readers,
            IncidentHistories histories,
            Actors actors,
            JsonBodies json,
            Clock clock,
            HttpHeaders headers,
            UriInfo uri) {
        this.commands = commands;
        this.access = access;
        this.readers = readers;
        this.histories = histories;
        this.actors = actors;
        this.json = json;
        this.clock = clock;
        this.headers = headers;
        this.uri = uri;
    }

    /** What a command needs to know of the post-mortem that it is about. */
    record Subject(PostMortemStatus now, List<Access> incidents, Actor caller) {

        UUID id() {
            return now.postMortemId();
        }
    }

    /** @param begin the command of the new post-mortem's id */
    <T> Response begin(byte[] body, Class<T> type, UUID id, Function<T, PostMortemCommand> begin) {
        var caller = actors.current();
        var request = json.read(body, type);
        return commands.begin(
                caller,
                CommandRequests.received(caller, body, headers, uri),
                "/api/postmortems/" + id,
                () -> begin.apply(request),
                () -> state(id));
    }

    /** @param facts what a body puts on record */
    <T> Response fact(String id, byte[] body, Class<T> type, BiFunction<Subject, T, PostMortemEvent> facts) {
        return facts(id, body, type, (subject, request) -> List.of(facts.apply(subject, request)));
    }

    /** @param facts what a body puts on record, all of it or nothing */
    <T> Response facts(String id, byte[] body, Class<T> type, BiFunction<Subject, T, List<PostMortemEvent>> facts) {
        return commands(
                id,
                body,
                type,
                (subject, request) -> facts.apply(subject, request).stream()
                        .map(fact -> new PutOnRecord(subject.id(), subject.incidents(), fact))
                        .toList());
    }

    /** @param command what a body asks for */
    <T> Response command(String id, byte[] body, Class<T> type, BiFunction<Subject, T, PostMortemCommand> command) {
        return commands(id, body, type, (subject, request) -> List.of(command.apply(subject, request)));
    }

    List<Access> accesses(List<UUID> incidentIds) {
        return incidentIds.stream()
                .map(incident -> access.of(incident)
                        .orElseThrow(() -> new ProblemException(PostMortemRule.UNKNOWN_INCIDENT, null)))
                .toList();
    }

    /** The evidence that a body names; all of it is of the incidents that the post-mortem is about. */
    List<UUID> evidence(Subject subject, @Nullable List<UUID> named) {
        var pieces = Optional.ofNullable(named).orElse(List.of());
        for (var piece : pieces) {
            if (subject.now().incidentIds().stream().noneMatch(incident -> has(incident, piece))) {
                throw new ProblemException(IncidentRule.UNKNOWN_EVIDENCE, null);
            }
        }
        return pieces;
    }

    /** When something happened: as stated, else now. */
    Instant at(@Nullable Instant stated) {
        return Optional.ofNullable(stated).orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private boolean has(UUID incident, UUID evidence) {
        return histories.incident(incident, OptionalLong.empty()).stream()
                .flatMap(told -> told.state().evidence().stream())
                .anyMatch(piece -> piece.evidenceId().equals(evidence) && piece.retraction() == null);
    }

    private <T> Response commands(
            String id, byte[] body, Class<T> type, BiFunction<Subject, T, List<? extends PostMortemCommand>> all) {
        var caller = actors.current();
        var request = json.read(body, type);
        var now = readers.postMortem(caller, id, OptionalLong.empty()).state();
        return commands.changeAll(
                caller,
                CommandRequests.received(caller, body, headers, uri),
                headers,
                () -> all.apply(new Subject(now, accesses(now.incidentIds()), caller), request),
                () -> readers.postMortem(caller, id, OptionalLong.empty()),
                () -> state(now.postMortemId()));
    }

    private Told<PostMortemStatus> state(UUID id) {
        return histories.postMortem(id, OptionalLong.empty()).orElseThrow();
    }
}
