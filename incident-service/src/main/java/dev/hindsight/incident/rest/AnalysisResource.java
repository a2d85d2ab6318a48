package dev.hindsight.incident.rest;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.hindsight.contracts.postmortem.AnalysisEvent.ContributingFactorClassified;
import dev.hindsight.contracts.postmortem.AnalysisEvent.ContributingFactorWithdrawn;
import dev.hindsight.contracts.postmortem.AnalysisEvent.HypothesisAssessed;
import dev.hindsight.contracts.postmortem.AnalysisEvent.HypothesisBeliefStated;
import dev.hindsight.contracts.postmortem.AnalysisEvent.HypothesisTested;
import dev.hindsight.contracts.postmortem.AnalysisEvent.ParkedSolutionDropped;
import dev.hindsight.contracts.postmortem.FactorKind;
import dev.hindsight.contracts.postmortem.FactorLayer;
import dev.hindsight.contracts.postmortem.FactorRole;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ContributingFactorIdentified;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisLeftInconclusive;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisProposed;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisRefuted;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisSupported;
import dev.hindsight.folds.postmortem.PostMortemStatus;
import dev.hindsight.incident.domain.PostMortemCommand.AgreeParkedSolution;
import dev.hindsight.incident.domain.PostMortemCommand.ConcludeAnalysis;
import dev.hindsight.incident.domain.PostMortemCommand.ProposeSolution;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Commands about the analysis of a post-mortem, and about what is agreed because of it. */
@Path("/api/postmortems")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(
        responseCode = "200",
        description = "The state that it led to",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = PostMortemStatus.class)))
public class AnalysisResource {

    private final PostMortemChanges changes;
    private final EarlierFactors factors;

    AnalysisResource(PostMortemChanges changes, EarlierFactors factors) {
        this.changes = changes;
        this.factors = factors;
    }

    @POST
    @Path("{id}/hypotheses")
    public Response propose(
            @PathParam("id") String id, @RequestBodySchema(AnalysisRequests.Propose.class) byte[] body) {
        return changes.fact(
                id,
                body,
                AnalysisRequests.Propose.class,
                (subject, request) -> new HypothesisProposed(
                        subject.id(),
                        UuidCreator.getTimeOrderedEpoch(),
                        request.statement(),
                        request.evidence(),
                        request.predicts(),
                        request.test(),
                        request.proposer()));
    }

    @POST
    @Path("{id}/hypotheses/{hypothesis}/test")
    public Response test(
            @PathParam("id") String id,
            @PathParam("hypothesis") UUID hypothesis,
            @RequestBodySchema(AnalysisRequests.Test.class) byte[] body) {
        return changes.fact(
                id,
                body,
                AnalysisRequests.Test.class,
                (subject, request) -> new HypothesisTested(
                        subject.id(),
                        hypothesis,
                        UuidCreator.getTimeOrderedEpoch(),
                        request.method(),
                        Boolean.TRUE.equals(request.seeksToRefute()),
                        request.outcome(),
                        changes.evidence(subject, request.evidence())));
    }

    /** A piece of evidence against a hypothesis. */
    @POST
    @Path("{id}/hypotheses/{hypothesis}/assess")
    public Response assess(
            @PathParam("id") String id,
            @PathParam("hypothesis") UUID hypothesis,
            @RequestBodySchema(AnalysisRequests.Assess.class) byte[] body) {
        return changes.fact(
                id,
                body,
                AnalysisRequests.Assess.class,
                (subject, request) -> new HypothesisAssessed(
                        subject.id(),
                        hypothesis,
                        changes.evidence(subject, List.of(request.evidenceId())).getFirst(),
                        request.consistency(),
                        request.reasoning()));
    }

    @POST
    @Path("{id}/hypotheses/{hypothesis}/believe")
    public Response believe(
            @PathParam("id") String id,
            @PathParam("hypothesis") UUID hypothesis,
            @RequestBodySchema(AnalysisRequests.Believe.class) byte[] body) {
        return changes.fact(
                id,
                body,
                AnalysisRequests.Believe.class,
                (subject, request) -> new HypothesisBeliefStated(
                        subject.id(), hypothesis, request.likelihood(), request.reasoning()));
    }

    @POST
    @Path("{id}/hypotheses/{hypothesis}/support")
    public Response support(
            @PathParam("id") String id,
            @PathParam("hypothesis") UUID hypothesis,
            @RequestBodySchema(AnalysisRequests.Judge.class) byte[] body) {
        return changes.fact(
                id,
                body,
                AnalysisRequests.Judge.class,
                (subject, request) -> new HypothesisSupported(subject.id(), hypothesis, request.reasoning(), null));
    }

    @POST
    @Path("{id}/hypotheses/{hypothesis}/refute")
    public Response refute(
            @PathParam("id") String id,
            @PathParam("hypothesis") UUID hypothesis,
            @RequestBodySchema(AnalysisRequests.Judge.class) byte[] body) {
        return changes.fact(
                id,
                body,
                AnalysisRequests.Judge.class,
                (subject, request) -> new HypothesisRefuted(subject.id(), hypothesis, request.reasoning(), null));
    }

    @POST
    @Path("{id}/hypotheses/{hypothesis}/inconclusive")
    public Response inconclusive(
            @PathParam("id") String id,
            @PathParam("hypothesis") UUID hypothesis,
            @RequestBodySchema(AnalysisRequests.Judge.class) byte[] body) {
        return changes.fact(
                id,
                body,
                AnalysisRequests.Judge.class,
                (subject, request) ->
                        new HypothesisLeftInconclusive(subject.id(), hypothesis, request.reasoning(), null));
    }

    @POST
    @Path("{id}/analysis/conclude")
    public Response conclude(
            @PathParam("id") String id, @RequestBodySchema(AnalysisRequests.Conclude.class) byte[] body) {
        return changes.command(
                id,
                body,
                AnalysisRequests.Conclude.class,
                (subject, request) -> new ConcludeAnalysis(
                        subject.id(),
                        subject.incidents(),
                        changes.at(request.occurredAt()),
                        request.override() == null ? null : request.override().reason()));
    }

    @POST
    @Path("{id}/factors")
    public Response identifyFactor(
            @PathParam("id") String id, @RequestBodySchema(AnalysisRequests.IdentifyFactor.class) byte[] body) {
        return changes.fact(
                id,
                body,
                AnalysisRequests.IdentifyFactor.class,
                (subject, request) -> new ContributingFactorIdentified(
                        subject.id(),
                        UuidCreator.getTimeOrderedEpoch(),
                        request.statement(),
                        Optional.ofNullable(request.role()).orElse(FactorRole.UNCLASSIFIED),
                        Optional.ofNullable(request.layer()).orElse(FactorLayer.UNCLASSIFIED),
                        Optional.ofNullable(request.kind()).orElse(FactorKind.UNCLASSIFIED),
                        AnalysisRequests.externalIds(request.externalIds()),
                        factors.known(subject.caller(), request.sameAs())));
    }

    @POST
    @Path("{id}/factors/{factor}/classify")
    public Response classifyFactor(
            @PathParam("id") String id,
            @PathParam("factor") UUID factor,
            @RequestBodySchema(AnalysisRequests.ClassifyFactor.class) byte[] body) {
        return changes.fact(
                id,
                body,
                AnalysisRequests.ClassifyFactor.class,
                (subject, request) -> new ContributingFactorClassified(
                        subject.id(),
                        factor,
                        request.role(),
                        request.layer(),
                        request.kind(),
                        AnalysisRequests.externalIds(request.externalIds())));
    }

    @POST
    @Path("{id}/factors/{factor}/withdraw")
    public Response withdrawFactor(
            @PathParam("id") String id,
            @PathParam("factor") UUID factor,
            @RequestBodySchema(PostMortemRequests.Reason.class) byte[] body) {
        return changes.fact(
                id,
                body,
                PostMortemRequests.Reason.class,
                (subject, request) -> new ContributingFactorWithdrawn(subject.id(), factor, request.reason()));
    }

    /** Agreed, and opened under the id chosen here by whoever follows it up; parked while the analysis goes on. */
    @POST
    @Path("{id}/action-items")
    public Response proposeSolution(
            @PathParam("id") String id, @RequestBodySchema(AnalysisRequests.ProposeSolution.class) byte[] body) {
        return changes.command(
                id,
                body,
                AnalysisRequests.ProposeSolution.class,
                (subject, request) -> new ProposeSolution(
                        subject.id(),
                        subject.incidents(),
                        UuidCreator.getTimeOrderedEpoch(),
                        request.title(),
                        request.owner(),
                        request.due()));
    }

    @POST
    @Path("{id}/parked/{parked}/agree")
    public Response agreeParked(
            @PathParam("id") String id,
            @PathParam("parked") UUID parked,
            @RequestBodySchema(AnalysisRequests.AgreeParked.class) byte[] body) {
        return changes.command(
                id,
                body,
                AnalysisRequests.AgreeParked.class,
                (subject, request) -> new AgreeParkedSolution(
                        subject.id(),
                        subject.incidents(),
                        parked,
                        UuidCreator.getTimeOrderedEpoch(),
                        request.title(),
                        request.owner(),
                        request.due()));
    }

    @POST
    @Path("{id}/parked/{parked}/drop")
    public Response dropParked(
            @PathParam("id") String id,
            @PathParam("parked") UUID parked,
            @RequestBodySchema(PostMortemRequests.Reason.class) byte[] body) {
        return changes.fact(
                id,
                body,
                PostMortemRequests.Reason.class,
                (subject, request) -> new ParkedSolutionDropped(subject.id(), parked, request.reason()));
    }
}
