package dev.hindsight.lighthouse.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Breaks the rule that endpoints are public. */
@Path("/lamps")
public class HiddenResource {

    @GET
    String lamps() {
        return "";
    }
}
