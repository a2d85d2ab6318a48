package dev.hindsight.incident.rest;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.hindsight.contracts.postmortem.AgendaItem;
import dev.hindsight.contracts.postmortem.MeetingEvent.AgendaSent;
import dev.hindsight.contracts.postmortem.MeetingEvent.AgendaSet;
import dev.hindsight.contracts.postmortem.MeetingEvent.NoteCorrected;
import dev.hindsight.contracts.postmortem.MeetingEvent.NoteTaken;
import dev.hindsight.contracts.postmortem.MeetingEvent.ParticipantInvited;
import dev.hindsight.contracts.postmortem.MeetingEvent.ParticipantJoined;
import dev.hindsight.contracts.postmortem.MeetingEvent.ParticipantLeft;
import dev.hindsight.contracts.postmortem.MeetingEvent.PhaseClosed;
import dev.hindsight.contracts.postmortem.MeetingEvent.PhaseExtended;
import dev.hindsight.contracts.postmortem.MeetingEvent.PhaseOpened;
import dev.hindsight.contracts.postmortem.MeetingEvent.StatementAnswered;
import dev.hindsight.contracts.postmortem.MeetingEvent.StatementMade;
import dev.hindsight.contracts.postmortem.MeetingEvent.StatementParked;
import dev.hindsight.contracts.postmortem.MeetingEvent.StatementRestated;
import dev.hindsight.contracts.postmortem.MeetingEvent.TimelineMasked;
import dev.hindsight.contracts.postmortem.MeetingEvent.TimelineUnmasked;
import dev.hindsight.contracts.postmortem.MeetingPhase;
import dev.hindsight.contracts.postmortem.MeetingRole;
import dev.hindsight.contracts.postmortem.PostMortemEvent;
import dev.hindsight.folds.postmortem.PostMortemStatus;
import dev.hindsight.incident.domain.PostMortemCommand.EndMeeting;
import dev.hindsight.kit.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Commands about the meetings of a post-mortem. */
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
public class MeetingResource {

    private final PostMortemChanges changes;
    private final Preparations preparation;

    MeetingResource(PostMortemChanges changes, Preparations preparation) {
        this.changes = changes;
        this.preparation = preparation;
    }

    @POST
    @Path("{id}/start")
    public Response start(@PathParam("id") String id, @RequestBodySchema(PostMortemRequests.Start.class) byte[] body) {
        return changes.command(
                id,
                body,
                PostMortemRequests.Start.class,
                (subject, request) -> preparation.start(subject, changes.at(request.occurredAt()), request.reason()));
    }

    @POST
    @Path("{id}/end")
    public Response end(@PathParam("id") String id, @RequestBodySchema(PostMortemRequests.Moment.class) byte[] body) {
        return changes.command(
                id,
                body,
                PostMortemRequests.Moment.class,
                (subject, request) ->
                        new EndMeeting(subject.id(), subject.incidents(), changes.at(request.occurredAt())));
    }

    /** The phases and their time boxes; sent or not. */
    @POST
    @Path("{id}/agenda")
    public Response setAgenda(
            @PathParam("id") String id, @RequestBodySchema(MeetingRequests.Agenda.class) byte[] body) {
        return changes.facts(
                id,
                body,
                MeetingRequests.Agenda.class,
                (subject, request) -> agenda(subject.id(), request, changes.at(null)));
    }

    @POST
    @Path("{id}/participants")
    public Response invite(@PathParam("id") String id, @RequestBodySchema(MeetingRequests.Invite.class) byte[] body) {
        return changes.fact(
                id,
                body,
                MeetingRequests.Invite.class,
                (subject, request) -> new ParticipantInvited(
                        subject.id(),
                        request.person(),
                        Optional.ofNullable(request.role()).orElse(MeetingRole.PARTICIPANT)));
    }

    @POST
    @Path("{id}/join")
    public Response join(@PathParam("id") String id, @RequestBodySchema(PostMortemRequests.Moment.class) byte[] body) {
        return changes.fact(
                id,
                body,
                PostMortemRequests.Moment.class,
                (subject, request) -> new ParticipantJoined(
                        subject.id(), subject.caller().subject(), changes.at(request.occurredAt())));
    }

    @POST
    @Path("{id}/leave")
    public Response leave(@PathParam("id") String id, @RequestBodySchema(PostMortemRequests.Moment.class) byte[] body) {
        return changes.fact(
                id,
                body,
                PostMortemRequests.Moment.class,
                (subject, request) -> new ParticipantLeft(
                        subject.id(), subject.caller().subject(), changes.at(request.occurredAt())));
    }

    @POST
    @Path("{id}/phases/{phase}/open")
    public Response openPhase(
            @PathParam("id") String id,
            @PathParam("phase") MeetingPhase phase,
            @RequestBodySchema(PostMortemRequests.Moment.class) byte[] body) {
        return changes.fact(
                id,
                body,
                PostMortemRequests.Moment.class,
                (subject, request) -> new PhaseOpened(subject.id(), phase, changes.at(request.occurredAt())));
    }

    @POST
    @Path("{id}/phases/{phase}/extend")
    public Response extendPhase(
            @PathParam("id") String id,
            @PathParam("phase") MeetingPhase phase,
            @RequestBodySchema(MeetingRequests.Extend.class) byte[] body) {
        return changes.fact(
                id,
                body,
                MeetingRequests.Extend.class,
                (subject, request) -> new PhaseExtended(
                        subject.id(),
                        phase,
                        request.minutes(),
                        request.votesFor(),
                        request.votesAgainst(),
                        changes.at(request.occurredAt())));
    }

    @POST
    @Path("{id}/phases/{phase}/close")
    public Response closePhase(
            @PathParam("id") String id,
            @PathParam("phase") MeetingPhase phase,
            @RequestBodySchema(PostMortemRequests.Moment.class) byte[] body) {
        return changes.fact(
                id,
                body,
                PostMortemRequests.Moment.class,
                (subject, request) -> new PhaseClosed(subject.id(), phase, changes.at(request.occurredAt())));
    }

    /** Of the open phase, unless another is named. */
    @POST
    @Path("{id}/notes")
    public Response takeNote(@PathParam("id") String id, @RequestBodySchema(MeetingRequests.Note.class) byte[] body) {
        return changes.fact(
                id,
                body,
                MeetingRequests.Note.class,
                (subject, request) -> new NoteTaken(
                        subject.id(),
                        UuidCreator.getTimeOrderedEpoch(),
                        Optional.ofNullable(request.phase())
                                .orElse(subject.now().meeting().openPhase()),
                        request.text()));
    }

    @POST
    @Path("{id}/notes/{note}/corrections")
    public Response correctNote(
            @PathParam("id") String id,
            @PathParam("note") UUID note,
            @RequestBodySchema(MeetingRequests.NoteCorrection.class) byte[] body) {
        return changes.fact(
                id,
                body,
                MeetingRequests.NoteCorrection.class,
                (subject, request) -> new NoteCorrected(subject.id(), note, request.text(), request.reason()));
    }

    @POST
    @Path("{id}/statements")
    public Response makeStatement(
            @PathParam("id") String id, @RequestBodySchema(MeetingRequests.Text.class) byte[] body) {
        return changes.fact(
                id,
                body,
                MeetingRequests.Text.class,
                (subject, request) ->
                        new StatementMade(subject.id(), UuidCreator.getTimeOrderedEpoch(), request.text()));
    }

    @POST
    @Path("{id}/statements/{statement}/restate")
    public Response restate(
            @PathParam("id") String id,
            @PathParam("statement") UUID statement,
            @RequestBodySchema(MeetingRequests.TextWithEvidence.class) byte[] body) {
        return changes.fact(
                id,
                body,
                MeetingRequests.TextWithEvidence.class,
                (subject, request) -> new StatementRestated(
                        subject.id(), statement, request.text(), changes.evidence(subject, request.evidence())));
    }

    @POST
    @Path("{id}/statements/{statement}/answer")
    public Response answer(
            @PathParam("id") String id,
            @PathParam("statement") UUID statement,
            @RequestBodySchema(MeetingRequests.TextWithEvidence.class) byte[] body) {
        return changes.fact(
                id,
                body,
                MeetingRequests.TextWithEvidence.class,
                (subject, request) -> new StatementAnswered(
                        subject.id(), statement, request.text(), changes.evidence(subject, request.evidence())));
    }

    @POST
    @Path("{id}/statements/{statement}/park")
    public Response parkStatement(
            @PathParam("id") String id,
            @PathParam("statement") UUID statement,
            @RequestBodySchema(MeetingRequests.Text.class) byte[] body) {
        return changes.fact(
                id,
                body,
                MeetingRequests.Text.class,
                (subject, request) -> new StatementParked(subject.id(), statement, request.text()));
    }

    /** Hides from the timeline under review what was recorded after a moment. */
    @POST
    @Path("{id}/mask")
    public Response mask(@PathParam("id") String id, @RequestBodySchema(MeetingRequests.Mask.class) byte[] body) {
        return changes.fact(
                id,
                body,
                MeetingRequests.Mask.class,
                (subject, request) -> new TimelineMasked(subject.id(), past(request.moment())));
    }

    @POST
    @Path("{id}/unmask")
    public Response unmask(
            @PathParam("id") String id, @RequestBodySchema(PostMortemRequests.Reason.class) byte[] body) {
        return changes.fact(
                id,
                body,
                PostMortemRequests.Reason.class,
                (subject, request) -> new TimelineUnmasked(subject.id(), request.reason()));
    }

    private static List<PostMortemEvent> agenda(UUID id, MeetingRequests.Agenda request, Instant at) {
        var boxes = request.phases().stream()
                .sorted(Comparator.comparing(MeetingRequests.Box::phase))
                .map(box -> new AgendaItem(box.phase(), box.minutes()))
                .toList();
        if (boxes.stream().map(AgendaItem::phase).distinct().count() < boxes.size()) {
            throw ProblemException.invalid("phases", "must name each phase once");
        }
        var set = new AgendaSet(id, boxes);
        return Boolean.TRUE.equals(request.sent()) ? List.of(set, new AgendaSent(id, at)) : List.of(set);
    }

    private Instant past(Instant moment) {
        if (moment.isAfter(changes.at(null))) {
            throw ProblemException.invalid("moment", "must not be in the future: what will be known then is not known");
        }
        return moment;
    }
}
