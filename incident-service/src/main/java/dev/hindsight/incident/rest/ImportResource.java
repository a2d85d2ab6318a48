package dev.hindsight.incident.rest;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.hindsight.incident.domain.IncidentRule;
import dev.hindsight.incident.records.ImportOutcome;
import dev.hindsight.incident.records.ImportOutcome.Outcome;
import dev.hindsight.incident.records.RecordImport;
import dev.hindsight.incident.records.RecordRejected;
import dev.hindsight.kit.command.Answer;
import dev.hindsight.kit.command.CommandRequest;
import dev.hindsight.kit.command.Commands;
import dev.hindsight.kit.identity.Actor;
import dev.hindsight.kit.identity.Actors;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import dev.hindsight.kit.rest.JsonBodies;
import dev.hindsight.logkit.secrets.Secrets;
import dev.hindsight.logkit.secrets.SecretsInJson;
import dev.hindsight.rights.Rights;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Imports records of outages made elsewhere; each is taken over whole or not at all, whatever becomes of the others. */
@Path("/api/incidents/import")
public class ImportResource {

    private static final String NDJSON = "application/x-ndjson";

    private final RecordImport records;
    private final Commands commands;
    private final Actors actors;
    private final JsonBodies json;
    private final Clock clock;

    ImportResource(RecordImport records, Commands commands, Actors actors, JsonBodies json, Clock clock) {
        this.records = records;
        this.commands = commands;
        this.actors = actors;
        this.json = json;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public ImportOutcome one(byte[] body) {
        try {
            var outcome = imported(1, new String(body, StandardCharsets.UTF_8), caller());
            if (outcome.outcome() == Outcome.CONFLICT) {
                throw new ProblemException(IncidentRule.RECORD_CHANGED, outcome.reason());
            }
            return outcome;
        } catch (RecordRejected e) {
            throw new ProblemException(StandardProblem.UNPROCESSABLE, e.getMessage());
        }
    }

    /** Answers each line as soon as its record is done. */
    @POST
    @Consumes(NDJSON)
    @Produces(NDJSON)
    public StreamingOutput many(
            InputStream body, @HeaderParam(Secrets.CONFIRMATION) @Nullable String confirmedSecrets) {
        var caller = caller();
        return answers -> {
            var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
            long number = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    write(answers, importedOrRejected(number, line, caller, confirmedSecrets));
                }
            }
        };
    }

    private void write(OutputStream answers, ImportOutcome outcome) throws IOException {
        answers.write(json.write(outcome));
        answers.write('\n');
        answers.flush();
    }

    private ImportOutcome importedOrRejected(
            long line, String record, Actor caller, @Nullable String confirmedSecrets) {
        try {
            var secrets = new Secrets(confirmedSecrets);
            SecretsInJson.look(record.getBytes(StandardCharsets.UTF_8), secrets);
            secrets.requireNoneBesideConfirmed();
            return imported(line, record, caller);
        } catch (RecordRejected e) {
            return rejected(line, e.getMessage());
        } catch (ProblemException e) {
            if (e.problem().status() >= 500) {
                throw e;
            }
            return rejected(line, e.problem().detail());
        }
    }

    private ImportOutcome imported(long line, String record, Actor caller) {
        var outcome = new AtomicReference<@Nullable ImportOutcome>();
        commands.execute(
                new CommandRequest(caller.subject(), "POST", "/api/incidents/import", null, new byte[0]), () -> {
                    outcome.set(records.run(line, record, caller, clock.instant(), UuidCreator::getTimeOrderedEpoch));
                    return new Answer(200, Map.of(), new byte[0]);
                });
        var done = outcome.get();
        if (done == null) {
            throw new IllegalStateException("the import of a record ended without an outcome");
        }
        return done;
    }

    private static ImportOutcome rejected(long line, @Nullable String reason) {
        return new ImportOutcome(line, null, Outcome.REJECTED, null, null, reason);
    }

    private Actor caller() {
        var caller = actors.current();
        if (!Rights.mayRecord(caller)) {
            throw new ProblemException(StandardProblem.FORBIDDEN, "Only responders and facilitators import history.");
        }
        return caller;
    }
}
