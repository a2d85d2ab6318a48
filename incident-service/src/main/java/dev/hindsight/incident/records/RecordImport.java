package dev.hindsight.incident.records;

import dev.hindsight.incident.records.ImportOutcome.Outcome;
import dev.hindsight.incident.records.OutageRecordReader.ReadRecord;
import dev.hindsight.kit.identity.Actor;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import dev.hindsight.rights.Rights;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;

/** Takes over one record: an incident and its post-mortem, both or neither, once. Runs in the transaction of its caller. */
@Singleton
public class RecordImport {

    private final CommandGateway commands;
    private final IncidentReferences references;
    private final ImportedRecords known;

    RecordImport(CommandGateway commands, IncidentReferences references, ImportedRecords known) {
        this.commands = commands;
        this.references = references;
        this.known = known;
    }

    /**
     * @param now for the reference of a record that states no time at all
     * @throws RecordRejected for a record that cannot be taken over
     */
    public ImportOutcome run(long line, String json, Actor caller, Instant now, Supplier<UUID> ids) {
        var read = OutageRecordReader.read(json);
        require("id", read.outage().id());
        require("title", read.outage().title());
        if (read.outage().severityGuess() == null) {
            throw new RecordRejected("severityGuess is missing.");
        }
        var team = owner(read.outage(), caller);
        requireRecordingFor(caller, team);
        return known.find(team, read.outage().id())
                .map(earlier -> again(line, read, earlier))
                .orElseGet(() -> first(line, read, team, caller, now, ids));
    }

    private ImportOutcome first(
            long line, ReadRecord read, String team, Actor caller, Instant now, Supplier<UUID> ids) {
        var translation = new RecordTranslation(read.outage(), read.contentDigest(), ids);
        var incidentId = ids.get();
        var postMortemId = ids.get();
        var reference = references.take(translation.year(now), incidentId);
        var by = Map.of(Actor.CALLER, caller);
        commands.sendAndWait(
                new GenericCommandMessage<>(translation.incident(incidentId, postMortemId, reference, team), by));
        commands.sendAndWait(new GenericCommandMessage<>(translation.postMortem(postMortemId, incidentId, team), by));
        known.keep(team, read.outage().id(), read.contentDigest(), incidentId);
        return new ImportOutcome(line, read.outage().id(), Outcome.IMPORTED, incidentId, reference, null);
    }

    private static ImportOutcome again(long line, ReadRecord read, ImportedRecords.Known earlier) {
        var same = earlier.contentDigest().equals(read.contentDigest());
        return new ImportOutcome(
                line,
                read.outage().id(),
                same ? Outcome.UNCHANGED : Outcome.CONFLICT,
                earlier.incidentId(),
                earlier.reference(),
                same
                        ? null
                        : "It was imported before with other content; correct %s instead."
                                .formatted(earlier.reference()));
    }

    private static String owner(OutageRecord outage, Actor caller) {
        if (outage.team() != null) {
            return outage.team();
        }
        return caller.teams().stream()
                .sorted()
                .findFirst()
                .orElseThrow(
                        () -> new RecordRejected("team is missing, and you are in none that could own the record."));
    }

    /** Before anything is looked up: whether a team has a record is for that team to know. */
    private static void requireRecordingFor(Actor caller, String team) {
        if (!Rights.mayRecordFor(caller, team)) {
            throw new ProblemException(
                    StandardProblem.FORBIDDEN, "You cannot record incidents for the team %s.".formatted(team));
        }
    }

    private static void require(String field, String value) {
        if (value == null || value.isBlank() || value.length() > 300) {
            throw new RecordRejected("%s must have 1 to 300 characters.".formatted(field));
        }
    }
}
