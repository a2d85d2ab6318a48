package dev.hindsight.actionitem.rest;

import dev.hindsight.actionitem.domain.ActionItemCommand.SuggestChange;
import dev.hindsight.actionitem.github.GitHubSignature;
import dev.hindsight.actionitem.github.IssueChange;
import dev.hindsight.actionitem.links.ActionItemLinkProjection;
import dev.hindsight.actionitem.links.ActionItemLinks;
import dev.hindsight.actionitem.opening.ActionItemOpening;
import dev.hindsight.actionitem.webhooks.WebhookProblem;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemChangeSuggested;
import dev.hindsight.kit.command.Answer;
import dev.hindsight.kit.command.CommandRequest;
import dev.hindsight.kit.command.Commands;
import dev.hindsight.kit.identity.Actor;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import dev.hindsight.log.PositionWait;
import dev.hindsight.logkit.PublishedApi;
import dev.hindsight.logkit.secrets.NotKept;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * Takes from GitHub that an issue was closed or opened again, which suggests a step for the action items that are linked to
 * it. GitHub brings no token: it signs what it sends.
 */
@Path("/api/integrations/github")
@Consumes(MediaType.APPLICATION_JSON)
public class GitHubResource {

    private static final String SOURCE = "github";
    private static final String EVENT = "issues";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final GitHubSignature signature;
    private final ActionItemLinks links;
    private final PositionWait wait;
    private final Commands commands;
    private final CommandGateway gateway;
    private final Clock clock;

    GitHubResource(
            GitHubSignature signature,
            ActionItemLinks links,
            PositionWait wait,
            Commands commands,
            CommandGateway gateway,
            Clock clock) {
        this.signature = signature;
        this.links = links;
        this.wait = wait;
        this.commands = commands;
        this.gateway = gateway;
        this.clock = clock;
    }

    /** Whatever is of no interest here is accepted, and changes nothing. */
    @POST
    @PermitAll
    @Extension(name = PublishedApi.READS, value = "true")
    @APIResponse(responseCode = "202", description = "Taken note of")
    public Response receive(
            @HeaderParam("X-Hub-Signature-256") @Nullable String signed,
            @HeaderParam("X-GitHub-Event") @Nullable String event,
            @HeaderParam("X-GitHub-Delivery") @Nullable String delivery,
            @NotKept @RequestBodySchema(Object.class) byte[] body) {
        if (!signature.isSetUp()) {
            throw new ProblemException(StandardProblem.NOT_FOUND, null);
        }
        if (!signature.fits(body, signed)) {
            throw new ProblemException(WebhookProblem.GITHUB_SIGNATURE_INVALID, null);
        }
        if (EVENT.equals(event)) {
            if (delivery == null || delivery.isBlank()) {
                throw ProblemException.invalid("X-GitHub-Delivery", "is missing");
            }
            IssueChange.of(body, clock.instant()).ifPresent(change -> suggest(change, delivery, body));
        }
        return Response.accepted().build();
    }

    private void suggest(IssueChange change, String delivery, byte[] body) {
        awaitLinks();
        var items = links.to(change.url());
        var request = new CommandRequest(
                ActionItemOpening.ITSELF.subject(), HttpMethod.POST, "/api/integrations/github", null, body);
        if (!items.isEmpty()) {
            commands.execute(request, () -> {
                items.forEach(item -> suggest(item, change, delivery));
                return new Answer(202, Map.of(), new byte[0]);
            });
        }
    }

    /** GitHub sends nothing again by itself: better it says that this failed than that nobody knows of it. */
    private void awaitLinks() {
        try {
            if (wait.awaitAll(ActionItemLinkProjection.NAME, LONGEST_WAIT)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ProblemException(StandardProblem.SERVICE_BUSY, null);
    }

    private void suggest(UUID item, IssueChange change, String delivery) {
        var suggestion = new ActionItemChangeSuggested(
                item, id(delivery, item), change.change(), SOURCE, change.url(), change.occurredAt());
        gateway.sendAndWait(new GenericCommandMessage<>(
                new SuggestChange(item, suggestion), Map.of(Actor.CALLER, ActionItemOpening.ITSELF)));
    }

    /** The same for what GitHub sends again. */
    private static UUID id(String delivery, UUID item) {
        return UUID.nameUUIDFromBytes(
                String.join(" ", List.of(SOURCE, delivery, item.toString())).getBytes(StandardCharsets.UTF_8));
    }
}
