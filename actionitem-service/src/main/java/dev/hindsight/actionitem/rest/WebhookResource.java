package dev.hindsight.actionitem.rest;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.hindsight.actionitem.deliveries.Deliveries;
import dev.hindsight.actionitem.deliveries.Delivery;
import dev.hindsight.actionitem.deliveries.TriedDelivery;
import dev.hindsight.actionitem.webhooks.SigningSecrets;
import dev.hindsight.actionitem.webhooks.Webhook;
import dev.hindsight.actionitem.webhooks.WebhookEvents;
import dev.hindsight.actionitem.webhooks.WebhookProblem;
import dev.hindsight.actionitem.webhooks.Webhooks;
import dev.hindsight.kit.outgoing.TargetRefusedException;
import dev.hindsight.kit.outgoing.Targets;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import dev.hindsight.kit.rest.Cursor;
import dev.hindsight.kit.rest.EntityTags;
import dev.hindsight.kit.rest.JsonBodies;
import dev.hindsight.kit.rest.Limits;
import dev.hindsight.kit.rest.Page;
import dev.hindsight.kit.rest.Parameters;
import dev.hindsight.log.LogReader;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Subscriptions to events, and what came of each message; for administrators. */
@Path("/api/webhooks")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class WebhookResource {

    private final WebhookChanges changes;
    private final Webhooks webhooks;
    private final SigningSecrets secrets;
    private final Deliveries deliveries;
    private final Targets targets;
    private final LogReader log;
    private final JsonBodies json;

    WebhookResource(
            WebhookChanges changes,
            Webhooks webhooks,
            SigningSecrets secrets,
            Deliveries deliveries,
            Targets targets,
            LogReader log,
            JsonBodies json) {
        this.changes = changes;
        this.webhooks = webhooks;
        this.secrets = secrets;
        this.deliveries = deliveries;
        this.targets = targets;
        this.log = log;
        this.json = json;
    }

    /** The answer alone tells the secret that its messages are signed with. */
    @POST
    @APIResponse(
            responseCode = "201",
            description = "Begun; it is found at Location",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Webhook.class)))
    public Response subscribe(@RequestBodySchema(WebhookRequests.Subscribe.class) byte[] body) {
        var caller = changes.caller();
        var request = json.read(body, WebhookRequests.Subscribe.class);
        var eventTypes = eventTypes(request.eventTypes());
        var id = UuidCreator.getTimeOrderedEpoch();
        return changes.begin(caller, body, id, () -> {
            check(request.url());
            var now = changes.now();
            webhooks.add(new Webhooks.Wanted(
                    id,
                    request.url(),
                    request.description(),
                    request.team(),
                    eventTypes,
                    log.head(),
                    now,
                    caller.subject()));
            secrets.draw(id, 1, now);
        });
    }

    @GET
    public Page<Webhook> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        changes.caller();
        int rows = Limits.parse(limit);
        var after = Cursor.parse(cursor, 1)
                .map(last -> Parameters.id("cursor", last.values().getFirst()))
                .orElse(null);
        return Page.of(
                webhooks.page(after, rows + 1),
                rows,
                webhook -> Cursor.of(webhook.webhookId().toString()));
    }

    @GET
    @Path("{id}")
    public RestResponse<Webhook> one(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        changes.caller();
        var webhook = changes.find(id(id));
        return answer(webhook, webhook.version(), webhook.hasMoreToReplay() ? null : ifNoneMatch);
    }

    /** Nothing is told any more, not even what was to be told; what came of its messages is kept as long as it would be. */
    @DELETE
    @Path("{id}")
    @APIResponse(responseCode = "204", description = "Disabled")
    public Response disable(@PathParam("id") String id) {
        return changes.disable(changes.caller(), id(id));
    }

    /** The answer alone tells the new secret; for a day messages are signed with the old one as well. */
    @POST
    @Path("{id}/rotate-secret")
    @APIResponse(
            responseCode = "200",
            description = "With its new secret",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Webhook.class)))
    public Response rotate(@PathParam("id") String id, @RequestBodySchema(WebhookRequests.Nothing.class) byte[] body) {
        var caller = changes.caller();
        if (body.length > 0) {
            json.read(body, WebhookRequests.Nothing.class);
        }
        return changes.change(caller, body, id(id), webhook -> {
            webhooks.rotated(webhook.webhookId(), caller.subject());
            secrets.draw(webhook.webhookId(), webhook.version() + 1, changes.now());
        });
    }

    /** Newest first. */
    @GET
    @Path("{id}/deliveries")
    public Page<Delivery> deliveries(
            @PathParam("id") String id,
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        changes.caller();
        int rows = Limits.parse(limit);
        var wanted = Parameters.constant(Delivery.State.class, "state", state);
        var before = Cursor.parse(cursor, 1)
                .map(last -> Parameters.number("cursor", last.values().getFirst()))
                .orElse(null);
        var webhook = changes.find(id(id));
        return Page.of(
                deliveries.page(webhook.webhookId(), wanted, before, rows + 1),
                rows,
                delivery -> Cursor.of(Long.toString(delivery.position())));
    }

    /** One message, with its newest attempts, 100 at most. */
    @GET
    @Path("{id}/deliveries/{delivery}")
    public RestResponse<TriedDelivery> delivery(
            @PathParam("id") String id,
            @PathParam("delivery") String deliveryId,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        changes.caller();
        var delivery = deliveries
                .find(changes.find(id(id)).webhookId(), id(deliveryId))
                .orElseThrow(() -> new ProblemException(StandardProblem.NOT_FOUND, null));
        return answer(delivery, delivery.version(), ifNoneMatch);
    }

    /**
     * Tells everything from a position on again, under the ids that it had: a receiver can drop what it knows. That is planned
     * step by step, and {@code replayedTo} tells how far.
     */
    @POST
    @Path("{id}/replay")
    @APIResponse(
            responseCode = "200",
            description = "What it is told of is to be sent",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Webhook.class)))
    public Response replay(@PathParam("id") String id, @RequestBodySchema(WebhookRequests.Replay.class) byte[] body) {
        var caller = changes.caller();
        var request = json.read(body, WebhookRequests.Replay.class);
        return changes.change(
                caller,
                body,
                id(id),
                webhook -> webhooks.replay(webhook.webhookId(), request.fromPosition(), log.head(), caller.subject()));
    }

    private static <T> RestResponse<T> answer(T entity, long version, @Nullable String ifNoneMatch) {
        boolean unchanged = EntityTags.ifNoneMatch(ifNoneMatch)
                .filter(tags -> tags.matches(version))
                .isPresent();
        return (unchanged ? ResponseBuilder.<T>notModified() : ResponseBuilder.ok(entity))
                .header(HttpHeaders.ETAG, EntityTags.of(version))
                .build();
    }

    private void check(String url) {
        try {
            targets.check(url);
        } catch (TargetRefusedException e) {
            throw new ProblemException(WebhookProblem.WEBHOOK_TARGET_REFUSED, e.reason());
        }
    }

    private static List<String> eventTypes(@Nullable List<String> asked) {
        if (asked == null || asked.isEmpty()) {
            return WebhookEvents.OF_ACTION_ITEMS;
        }
        for (var type : asked) {
            if (!WebhookEvents.ALL.contains(type)) {
                throw ProblemException.invalid(
                        "eventTypes", "must be names of events of action items, incidents or post-mortems");
            }
        }
        return asked.stream().distinct().toList();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(StandardProblem.NOT_FOUND, null);
        }
    }
}
