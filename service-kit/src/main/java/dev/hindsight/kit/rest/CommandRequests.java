package dev.hindsight.kit.rest;

import dev.hindsight.kit.command.CommandRequest;
import dev.hindsight.kit.identity.Actor;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes from an HTTP request what makes it a command that can be repeated. */
public final class CommandRequests {

    private CommandRequests() {}

    public static CommandRequest received(Actor caller, byte[] body, HttpHeaders headers, UriInfo uri) {
        return received(caller, HttpMethod.POST, body, headers, uri);
    }

    public static CommandRequest received(Actor caller, String method, byte[] body, HttpHeaders headers, UriInfo uri) {
        return new CommandRequest(
                caller.subject(),
                method,
                uri.getPath(),
                headers.getHeaderString("Idempotency-Key"),
                body,
                prefersMinimal(headers.getHeaderString("Prefer")));
    }

    /** The first preference about what to return counts (RFC 7240, section 2). */
    private static boolean prefersMinimal(@Nullable String preferences) {
        return preferences != null
                && Stream.of(preferences.split(",", -1))
                        .map(preference -> preference.split(";", -1)[0].replaceAll("[\\s\"]", ""))
                        .filter(preference -> preference.regionMatches(true, 0, "return=", 0, 7))
                        .findFirst()
                        .filter("return=minimal"::equalsIgnoreCase)
                        .isPresent();
    }
}
