package dev.hindsight.gateway.problems;

import dev.hindsight.gateway.problems.ProblemCatalogue.Entry;
import dev.hindsight.gateway.signin.Visitor;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Explains one type of problem to whoever follows the address in its {@code type}. */
@Path("/problems/{type}")
public class ProblemTypePage {

    @CheckedTemplate(basePath = "problems")
    static class Templates {
        static native TemplateInstance type(Visitor visitor, Entry problem);
    }

    private final ProblemCatalogue catalogue;
    private final SecurityIdentity identity;

    ProblemTypePage(ProblemCatalogue catalogue, SecurityIdentity identity) {
        this.catalogue = catalogue;
        this.identity = identity;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance page(@PathParam("type") String type) {
        return Templates.type(Visitor.of(identity), known(type));
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Entry entry(@PathParam("type") String type) {
        return known(type);
    }

    private Entry known(String type) {
        return catalogue.find(type).orElseThrow(NotFoundException::new);
    }
}
