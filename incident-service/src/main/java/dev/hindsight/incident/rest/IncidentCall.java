package dev.hindsight.incident.rest;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

/** Which incident a command is about, and how it was sent. */
@SuppressWarnings("NullAway.Init") // filled from the request
public class IncidentCall {

    @PathParam("id")
    String id;

    @Context
    HttpHeaders headers;

    @Context
    UriInfo uri;
}
