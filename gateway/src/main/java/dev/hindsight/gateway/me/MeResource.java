package dev.hindsight.gateway.me;

import dev.hindsight.gateway.signin.Visitor;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Answers who the caller is, with roles and teams as the services will see them. */
@Path("/api/me")
public class MeResource {

    /** The caller in the API's words. */
    public record Me(String subject, String name, List<String> roles, List<String> teams) {}

    private final SecurityIdentity identity;

    MeResource(SecurityIdentity identity) {
        this.identity = identity;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Me me() {
        var visitor = Visitor.of(identity);
        return new Me(visitor.subject(), visitor.name(), visitor.roles(), visitor.teams());
    }
}
