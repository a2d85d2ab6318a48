package dev.hindsight.incident.rest;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ChecklistItemWaived;
import dev.hindsight.contracts.postmortem.PostMortemEvent.CoachFindingAnswered;
import dev.hindsight.contracts.postmortem.PostMortemEvent.LessonRecorded;
import dev.hindsight.contracts.postmortem.PostMortemEvent.MeetingScheduled;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemAssigned;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemWaived;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PreparationBegun;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ReviewShared;
import dev.hindsight.folds.postmortem.PostMortemStatus;
import dev.hindsight.incident.domain.PostMortemCommand.AmendPostMortem;
import dev.hindsight.incident.domain.PostMortemCommand.ApproveReview;
import dev.hindsight.incident.domain.PostMortemCommand.ClosePostMortem;
import dev.hindsight.incident.domain.PostMortemCommand.CreatePostMortem;
import dev.hindsight.incident.domain.PostMortemCommand.PlanPostMortem;
import dev.hindsight.incident.domain.PostMortemCommand.PublishPostMortem;
import dev.hindsight.incident.domain.PostMortemRule;
import dev.hindsight.incident.records.IncidentReferences;
import dev.hindsight.kit.identity.Actors;
import dev.hindsight.kit.problem.ProblemException;
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

/** Commands about the document of a post-mortem. */
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
public class PostMortemResource {

    private final PostMortemChanges changes;
    private final IncidentReferences references;
    private final AgreedItems actionItems;
    private final PolicyClocks policies;
    private final Actors actors;

    PostMortemResource(
            PostMortemChanges changes,
            IncidentReferences references,
            AgreedItems actionItems,
            PolicyClocks policies,
            Actors actors) {
        this.changes = changes;
        this.references = references;
        this.actionItems = actionItems;
        this.policies = policies;
        this.actors = actors;
    }

    /** Begun by whoever takes it on, or planned for somebody to take on. */
    @POST
    @APIResponse(
            responseCode = "201",
            description = "Begun; it is found at Location",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PostMortemStatus.class)))
    public Response create(@RequestBodySchema(PostMortemRequests.Create.class) byte[] body) {
        var id = UuidCreator.getTimeOrderedEpoch();
        return changes.begin(body, PostMortemRequests.Create.class, id, request -> {
            var incidentIds = incidents(request.incidentIds());
            var accesses = changes.accesses(incidentIds);
            var caller = actors.current().subject();
            if (Boolean.TRUE.equals(request.planned())) {
                return new PlanPostMortem(id, incidentIds, accesses);
            }
            return new CreatePostMortem(
                    id,
                    incidentIds,
                    accesses,
                    Optional.ofNullable(request.owner()).orElse(caller),
                    Optional.ofNullable(request.facilitator()).orElse(caller));
        });
    }

    @POST
    @Path("{id}/prepare")
    public Response prepare(
            @PathParam("id") String id, @RequestBodySchema(PostMortemRequests.Prepare.class) byte[] body) {
        return changes.fact(
                id,
                body,
                PostMortemRequests.Prepare.class,
                (subject, request) -> new PreparationBegun(subject.id(), request.owner(), request.facilitator()));
    }

    /** Somebody else writes or leads it from now on. */
    @POST
    @Path("{id}/assign")
    public Response assign(
            @PathParam("id") String id, @RequestBodySchema(PostMortemRequests.Assign.class) byte[] body) {
        return changes.fact(
                id,
                body,
                PostMortemRequests.Assign.class,
                (subject, request) ->
                        new PostMortemAssigned(subject.id(), request.owner(), request.facilitator(), request.reason()));
    }

    @POST
    @Path("{id}/schedule")
    public Response schedule(
            @PathParam("id") String id, @RequestBodySchema(PostMortemRequests.Schedule.class) byte[] body) {
        return changes.fact(
                id,
                body,
                PostMortemRequests.Schedule.class,
                (subject, request) -> new MeetingScheduled(subject.id(), request.startsAt(), request.place()));
    }

    /** What the checklist asks for is not needed here. */
    @POST
    @Path("{id}/checklist")
    public Response waiveItem(
            @PathParam("id") String id, @RequestBodySchema(PostMortemRequests.WaiveItem.class) byte[] body) {
        return changes.fact(
                id,
                body,
                PostMortemRequests.WaiveItem.class,
                (subject, request) -> new ChecklistItemWaived(subject.id(), request.item(), request.reason()));
    }

    @POST
    @Path("{id}/review")
    public Response share(@PathParam("id") String id, @RequestBodySchema(PostMortemRequests.Share.class) byte[] body) {
        return changes.fact(
                id,
                body,
                PostMortemRequests.Share.class,
                (subject, request) -> new ReviewShared(
                        subject.id(),
                        changes.at(request.occurredAt()),
                        Optional.ofNullable(request.reviewers()).orElse(List.of())));
    }

    @POST
    @Path("{id}/approve")
    public Response approve(
            @PathParam("id") String id, @RequestBodySchema(PostMortemRequests.Approve.class) byte[] body) {
        return changes.command(
                id,
                body,
                PostMortemRequests.Approve.class,
                (subject, request) -> new ApproveReview(
                        subject.id(), subject.incidents(), request.comment(), policies.approvalsNeeded(subject.now())));
    }

    @POST
    @Path("{id}/publish")
    public Response publish(
            @PathParam("id") String id, @RequestBodySchema(PostMortemRequests.Moment.class) byte[] body) {
        return changes.command(
                id,
                body,
                PostMortemRequests.Moment.class,
                (subject, request) ->
                        new PublishPostMortem(subject.id(), subject.incidents(), changes.at(request.occurredAt())));
    }

    @POST
    @Path("{id}/amend")
    public Response amend(@PathParam("id") String id, @RequestBodySchema(PostMortemRequests.Reason.class) byte[] body) {
        return changes.command(
                id,
                body,
                PostMortemRequests.Reason.class,
                (subject, request) -> new AmendPostMortem(subject.id(), subject.incidents(), request.reason()));
    }

    @POST
    @Path("{id}/close")
    public Response close(@PathParam("id") String id, @RequestBodySchema(PostMortemRequests.Close.class) byte[] body) {
        return changes.command(
                id,
                body,
                PostMortemRequests.Close.class,
                (subject, request) -> new ClosePostMortem(
                        subject.id(), subject.incidents(), actionItems.unsettled(subject.now()), request.reason()));
    }

    @POST
    @Path("{id}/waive")
    public Response waive(@PathParam("id") String id, @RequestBodySchema(PostMortemRequests.Waive.class) byte[] body) {
        return changes.fact(
                id,
                body,
                PostMortemRequests.Waive.class,
                (subject, request) -> new PostMortemWaived(subject.id(), request.reason(), request.approver()));
    }

    @POST
    @Path("{id}/lessons")
    public Response recordLesson(
            @PathParam("id") String id, @RequestBodySchema(PostMortemRequests.RecordLesson.class) byte[] body) {
        return changes.fact(
                id,
                body,
                PostMortemRequests.RecordLesson.class,
                (subject, request) -> new LessonRecorded(
                        subject.id(), UuidCreator.getTimeOrderedEpoch(), request.kind(), request.text()));
    }

    /** What was made of a finding of the blameless coach. */
    @POST
    @Path("{id}/coach-answers")
    public Response answerCoach(
            @PathParam("id") String id, @RequestBodySchema(PostMortemRequests.AnswerCoach.class) byte[] body) {
        return changes.fact(id, body, PostMortemRequests.AnswerCoach.class, (subject, answer) -> {
            var request = answer.complete();
            return new CoachFindingAnswered(
                    subject.id(),
                    request.textId(),
                    request.rule(),
                    request.start(),
                    request.end(),
                    request.answer(),
                    request.reason(),
                    request.rewording());
        });
    }

    private List<UUID> incidents(List<String> idsOrReferences) {
        return idsOrReferences.stream()
                .map(text -> references
                        .find(text)
                        .orElseThrow(() -> new ProblemException(PostMortemRule.UNKNOWN_INCIDENT, null)))
                .distinct()
                .toList();
    }
}
