package dev.hindsight.lighthouse;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Breaks the rule that endpoints are in their place. */
@Path("/lamps")
public class MisplacedEndpoint {

    @GET
    public String lamps() {
        return "";
    }
}
