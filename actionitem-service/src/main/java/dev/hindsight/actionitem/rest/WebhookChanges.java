package dev.hindsight.actionitem.rest;

import dev.hindsight.actionitem.webhooks.SigningSecrets;
import dev.hindsight.actionitem.webhooks.Webhook;
import dev.hindsight.actionitem.webhooks.WebhookProblem;
import dev.hindsight.actionitem.webhooks.Webhooks;
import dev.hindsight.kit.command.Answer;
import dev.hindsight.kit.command.Commands;
import dev.hindsight.kit.identity.Actor;
import dev.hindsight.kit.identity.Actors;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import dev.hindsight.kit.rest.CommandRequests;
import dev.hindsight.kit.rest.EntityTags;
import dev.hindsight.kit.rest.JsonBodies;
import dev.hindsight.rights.Rights;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Carries out what the current request asks of one webhook. A secret is in no stored answer: it is put into the answer when
 * that is sent, and so into that of a repetition as well.
 */
@Singleton
class WebhookChanges {

    private final Commands commands;
    private final Webhooks webhooks;
    private final SigningSecrets secrets;
    private final Actors actors;
    private final JsonBodies json;
    private final Clock clock;
    private final HttpHeaders headers;
    private final UriInfo uri;

    /** @param headers and {@code uri} are those of whichever request is being answered */
    WebhookChanges(
            Commands commands,
            Webhooks webhooks,
            SigningSecrets secrets,
            Actors actors,
            JsonBodies json,
            Clock clock,
            HttpHeaders headers,
            UriInfo uri) {
        this.commands = commands;
        this.webhooks = webhooks;
        this.secrets = secrets;
        this.actors = actors;
        this.json = json;
        this.clock = clock;
        this.headers = headers;
        this.uri = uri;
    }

    /** Whoever sends the request, if they may say where events are sent to. */
    Actor caller() {
        var caller = actors.current();
        if (!Rights.mayIntegrate(caller)) {
            throw new ProblemException(StandardProblem.FORBIDDEN, "Webhooks are kept by administrators.");
        }
        return caller;
    }

    /** @param work adds the webhook of this id */
    Response begin(Actor caller, byte[] body, UUID id, Runnable work) {
        return answered(commands.execute(CommandRequests.received(caller, body, headers, uri), () -> {
            work.run();
            return answer(201, find(id), Map.of(HttpHeaders.LOCATION, "/api/webhooks/" + id));
        }));
    }

    /** @param work changes what nobody else can change meanwhile, and is still in use */
    Response change(Actor caller, byte[] body, UUID id, Consumer<Webhook> work) {
        return answered(commands.execute(CommandRequests.received(caller, body, headers, uri), () -> {
            var webhook = toChange(id);
            if (webhook.hasEnded()) {
                throw new ProblemException(WebhookProblem.WEBHOOK_DISABLED, null);
            }
            work.accept(webhook);
            return answer(200, find(id), Map.of());
        }));
    }

    /** Again, it changes nothing. */
    Response disable(Actor caller, UUID id) {
        var answer = commands.execute(CommandRequests.received(caller, "DELETE", new byte[0], headers, uri), () -> {
            if (!toChange(id).hasEnded()) {
                webhooks.disable(id, "An administrator disabled it.", caller.subject(), now());
            }
            return new Answer(204, Map.of(HttpHeaders.ETAG, EntityTags.of(find(id).version())), new byte[0]);
        });
        return response(answer, null);
    }

    Webhook find(UUID id) {
        return webhooks.find(id).orElseThrow(WebhookChanges::notFound);
    }

    Instant now() {
        return clock.instant();
    }

    private Webhook toChange(UUID id) {
        var webhook = webhooks.findToChange(id).orElseThrow(WebhookChanges::notFound);
        EntityTags.ifMatch(headers.getHeaderString(HttpHeaders.IF_MATCH))
                .filter(tags -> !tags.matches(webhook.version()))
                .ifPresent(_ -> {
                    throw new ProblemException(
                            StandardProblem.VERSION_MISMATCH,
                            "The version is now \"%d\".".formatted(webhook.version()));
                });
        return webhook;
    }

    private Answer answer(int status, Webhook webhook, Map<String, String> more) {
        var all = new LinkedHashMap<>(more);
        all.put(HttpHeaders.ETAG, EntityTags.of(webhook.version()));
        all.put(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        return new Answer(status, all, json.write(webhook));
    }

    private Response answered(Answer answer) {
        var webhook = json.read(answer.body(), Webhook.class);
        return response(
                answer,
                secrets.drawnFor(webhook.webhookId(), webhook.version(), now())
                        .map(webhook::with)
                        .map(json::write)
                        .orElseGet(answer::body));
    }

    private static Response response(Answer answer, byte @Nullable [] body) {
        var response = Response.status(answer.status()).entity(body);
        answer.headers().forEach(response::header);
        return response.build();
    }

    private static ProblemException notFound() {
        return new ProblemException(StandardProblem.NOT_FOUND, null);
    }
}
