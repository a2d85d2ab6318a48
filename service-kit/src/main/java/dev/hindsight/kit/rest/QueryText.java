package dev.hindsight.kit.rest;

import dev.hindsight.kit.problem.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Refuses a query that holds the character U+0000: no text in the database holds it, so asking for one would fail there. */
@Provider
public class QueryText implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
                throw ProblemException.invalid(name, "must not hold U+0000");
            }
        });
    }
}
