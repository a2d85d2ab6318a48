package dev.hindsight.gateway.apidocs;

import dev.hindsight.gateway.request.Caller;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The API to read and to try, with the rights of the person who looks. */
@Path("/api-docs")
public class ApiDocsPage {

    @CheckedTemplate(basePath = "apidocs")
    static class Templates {
        static native TemplateInstance page(String person);
    }

    private final ApiDocument document;

    ApiDocsPage(ApiDocument document) {
        this.document = document;
    }

    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    public TemplateInstance page(RoutingContext context) {
        return Templates.page(Caller.name(context).orElse(""));
    }

    @GET
    @Path("openapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] document() {
        return document.json();
    }
}
