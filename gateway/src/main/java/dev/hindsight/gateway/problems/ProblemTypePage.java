package dev.hindsight.gateway.problems;

import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;

/** What the {@code type} of a problem leads to: an explanation, for people and for programs, open to everyone. */
@Path("/problems")
public class ProblemTypePage {

    @CheckedTemplate(basePath = "problems")
    static class Templates {
        static native TemplateInstance type(KnownProblem problem);

        static native TemplateInstance all(Collection<KnownProblem> problems);
    }

    private final ProblemCatalogue catalogue;

    ProblemTypePage(ProblemCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    public TemplateInstance all() {
        return Templates.all(catalogue.all());
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Collection<KnownProblem> allAsJson() {
        return catalogue.all();
    }

    @GET
    @Path("{type}")
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    public TemplateInstance one(@PathParam("type") String type) {
        return Templates.type(known(type));
    }

    @GET
    @Path("{type}")
    @Produces(MediaType.APPLICATION_JSON)
    public KnownProblem oneAsJson(@PathParam("type") String type) {
        return known(type);
    }

    private KnownProblem known(String type) {
        return catalogue.find(type).orElseThrow(() -> new ProblemException(StandardProblem.NOT_FOUND, null));
    }
}
