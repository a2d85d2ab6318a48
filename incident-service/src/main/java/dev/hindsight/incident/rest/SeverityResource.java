package dev.hindsight.incident.rest;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.hindsight.contracts.incident.EvidenceFacts.StoredContent;
import dev.hindsight.contracts.incident.EvidenceKind;
import dev.hindsight.contracts.incident.IncidentEvent.SeveritySuggested;
import dev.hindsight.contracts.incident.IncidentEvent.SeveritySuggestionDismissed;
import dev.hindsight.contracts.incident.SuggestedSeverity;
import dev.hindsight.folds.incident.IncidentState;
import dev.hindsight.incident.domain.IncidentCommand.AcceptSeveritySuggestion;
import dev.hindsight.incident.domain.IncidentRule;
import dev.hindsight.incident.evidence.ContentStore;
import dev.hindsight.incident.evidence.SeriesContent;
import dev.hindsight.incident.evidence.SeriesPoint;
import dev.hindsight.incident.severity.Assessment;
import dev.hindsight.incident.severity.Assessment.Met;
import dev.hindsight.incident.severity.Assessment.NotEnough;
import dev.hindsight.incident.severity.Assessment.NotMet;
import dev.hindsight.incident.severity.BlockTimes;
import dev.hindsight.incident.severity.Clause;
import dev.hindsight.incident.severity.NodesDown;
import dev.hindsight.incident.severity.SeverityProblem;
import dev.hindsight.kit.problem.FieldError;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import dev.hindsight.kit.rest.JsonBodies;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.jspecify.annotations.Nullable;

/** Commands about severities that follow from facts. A suggestion changes nothing until a person accepts it. */
@Path("/api/incidents/{id}/severity/suggestions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SeverityResource {

    private final IncidentChanges changes;
    private final ContentStore store;
    private final JsonBodies json;
    private final Clock clock;

    SeverityResource(IncidentChanges changes, ContentStore store, JsonBodies json, Clock clock) {
        this.changes = changes;
        this.store = store;
        this.json = json;
        this.clock = clock;
    }

    @POST
    public Response suggest(
            @RequestBodySchema(SeverityRequests.Suggest.class) byte[] body, @PathParam("id") String id) {
        var incident = changes.changeable(id);
        var request = json.read(body, SeverityRequests.Suggest.class);
        requireOneKindOfFacts(request);
        return changes.record(
                incident,
                body,
                state -> new SeveritySuggested(
                        incident,
                        UuidCreator.getTimeOrderedEpoch(),
                        suggestion(assessment(request, state), request.series())));
    }

    @POST
    @Path("{suggestion}/accept")
    public Response accept(
            @PathParam("suggestion") UUID suggestion,
            @RequestBodySchema(SeverityRequests.Accept.class) byte[] body,
            @PathParam("id") String id) {
        return changes.command(
                id,
                body,
                SeverityRequests.Accept.class,
                (incident, _) -> new AcceptSeveritySuggestion(incident, suggestion));
    }

    @POST
    @Path("{suggestion}/dismiss")
    public Response dismiss(
            @PathParam("suggestion") UUID suggestion,
            @RequestBodySchema(IncidentRequests.Retraction.class) byte[] body,
            @PathParam("id") String id) {
        return changes.fact(
                id,
                body,
                IncidentRequests.Retraction.class,
                (incident, why) -> new SeveritySuggestionDismissed(incident, suggestion, why.reason()));
    }

    private Assessment assessment(SeverityRequests.Suggest request, IncidentState state) {
        if (request.nodesDownPercent() != null) {
            return NodesDown.assess(request.nodesDownPercent());
        }
        var until = request.at() == null ? null : request.at().toInstant().truncatedTo(ChronoUnit.MICROS);
        return BlockTimes.assess(blocks(state, request.series()), until);
    }

    private List<Instant> blocks(IncidentState state, @Nullable UUID series) {
        var piece = state.evidence().stream()
                .filter(evidence -> evidence.evidenceId().equals(series))
                .findFirst()
                .orElseThrow(() -> new ProblemException(IncidentRule.UNKNOWN_EVIDENCE, null));
        if (piece.retraction() != null) {
            throw new ProblemException(IncidentRule.RETRACTED_ALREADY, null);
        }
        StoredContent content = piece.facts().content();
        if (piece.facts().kind() != EvidenceKind.METRIC_SERIES || content == null) {
            throw new ProblemException(StandardProblem.UNPROCESSABLE
                    .problem(null)
                    .with(List.of(new FieldError("series", "must be the evidenceId of a metric series"))));
        }
        return SeriesContent.read(store.verified(content).bytes()).stream()
                .map(SeriesPoint::at)
                .toList();
    }

    private void requireOneKindOfFacts(SeverityRequests.Suggest request) {
        if ((request.series() == null) == (request.nodesDownPercent() == null)) {
            throw ProblemException.invalid("series", "or nodesDownPercent must be given, and not both");
        }
        if (request.at() != null && request.series() == null) {
            throw ProblemException.invalid("at", "belongs to a series");
        }
        if (request.at() != null && request.at().toInstant().isAfter(clock.instant())) {
            throw ProblemException.invalid("at", "must not be in the future");
        }
    }

    private static SuggestedSeverity suggestion(Assessment assessment, @Nullable UUID series) {
        return switch (assessment) {
            case Met met ->
                new SuggestedSeverity(
                        Clause.RULE,
                        met.clause().finding(),
                        met.clause().level(),
                        met.clause().severity(),
                        met.measured(),
                        met.clause().threshold(),
                        met.arithmetic(),
                        series);
            case NotMet notMet -> throw new ProblemException(SeverityProblem.NO_CLAUSE_MET, notMet.arithmetic());
            case NotEnough notEnough ->
                throw new ProblemException(SeverityProblem.NOT_ENOUGH_DATA, notEnough.missing());
        };
    }
}
