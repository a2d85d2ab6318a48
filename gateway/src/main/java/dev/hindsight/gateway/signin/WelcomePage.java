package dev.hindsight.gateway.signin;

import dev.hindsight.gateway.request.Caller;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The front door: leads those who are signed in to the incidents, and shows the others where to sign in. */
@Path("/")
public class WelcomePage {

    private static final URI FIRST_PAGE = URI.create("/incidents");

    @CheckedTemplate(basePath = "signin")
    static class Templates {
        static native TemplateInstance welcome();
    }

    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    public Response welcome(RoutingContext context) {
        return Caller.name(context).isPresent()
                ? Response.seeOther(FIRST_PAGE).build()
                : Response.ok(Templates.welcome()).build();
    }

    /** Reached only by someone who is signed in already, for instance by going back to it in the browser's history. */
    @GET
    @Path("oidc/callback")
    public Response alreadySignedIn() {
        return Response.seeOther(FIRST_PAGE).build();
    }
}
