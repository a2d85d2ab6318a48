package dev.hindsight.kit.rest;

import dev.hindsight.kit.command.CommandRequest;
import dev.hindsight.kit.identity.Actor;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

/** Takes from an HTTP request what makes it a command that can be repeated. */
public final class CommandRequests {

    private CommandRequests() {}

    public static CommandRequest received(Actor caller, byte[] body, HttpHeaders headers, UriInfo uri) {
        return received(caller, HttpMethod.POST, body, headers, uri);
    }

    public static CommandRequest received(Actor caller, String method, byte[] body, HttpHeaders headers, UriInfo uri) {
        return new CommandRequest(
                caller.subject(), method, uri.getPath(), headers.getHeaderString("Idempotency-Key"), body);
    }
}
