package dev.hindsight.gateway.signin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells a person that signing in did not work, and lets them start again. */
@Path(SignInFailedPage.PATH)
public class SignInFailedPage {

    static final String PATH = "/sign-in-failed";

    /** RFC 6749 section 4.1.2.1; anything else in its place is not shown. */
    private static final Pattern ERROR_CODE = Pattern.compile("[a-z_]{1,40}");

    @CheckedTemplate(basePath = "signin")
    static class Templates {
        static native TemplateInstance failed(@Nullable String code);
    }

    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    public TemplateInstance failed(@QueryParam("error") @Nullable String code) {
        return Templates.failed(code != null && ERROR_CODE.matcher(code).matches() ? code : null);
    }
}
