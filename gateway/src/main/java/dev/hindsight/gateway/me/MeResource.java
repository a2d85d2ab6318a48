package dev.hindsight.gateway.me;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.json.JsonString;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Tells a caller as whom it is known, so that a script can check its token and a page can adapt to its reader. */
@Path("/api/me")
public class MeResource {

    private final JsonWebToken token;
    private final SecurityIdentity identity;

    MeResource(JsonWebToken token, SecurityIdentity identity) {
        this.token = token;
        this.identity = identity;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Me me() {
        return new Me(
                token.getSubject(),
                token.getName(),
                identity.getRoles().stream().sorted().toList(),
                teams());
    }

    private List<String> teams() {
        Object claim = token.getClaim("teams");
        if (!(claim instanceof Collection<?> teams)) {
            return List.of();
        }
        return teams.stream()
                .map(team -> team instanceof JsonString text ? text.getString() : team.toString())
                .sorted()
                .toList();
    }
}
