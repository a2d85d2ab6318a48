package dev.hindsight.gateway.signin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Where the identity provider's refusal ends, in words and with a way to try again. */
@Path("/sign-in-failed")
public class SignInFailedPage {

    @CheckedTemplate(basePath = "signin")
    static class Templates {
        static native TemplateInstance failed(Visitor visitor);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance page() {
        return Templates.failed(Visitor.NOBODY);
    }
}
