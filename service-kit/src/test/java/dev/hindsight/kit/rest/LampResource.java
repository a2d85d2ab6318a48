package dev.hindsight.kit.rest;

import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A service as small as it can be. */
@Path("/lamps")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LampResource {

    public enum Colour {
        RED,
        GREEN
    }

    public record Bulb(@NotBlank String maker, int watts) {}

    public record Lamp(
            @NotBlank String name,
            Colour colour,
            boolean on,
            @Nullable Instant since,
            List<@Valid Bulb> bulbs) {}

    private final JsonBodies bodies;

    LampResource(JsonBodies bodies) {
        this.bodies = bodies;
    }

    @POST
    public Lamp add(@NotNull @Valid Lamp lamp) {
        return lamp;
    }

    @POST
    @Path("bytes")
    public byte[] addBytes(byte[] body) {
        return bodies.write(bodies.read(body, Lamp.class));
    }

    @GET
    @Path("failures/{kind}")
    public String fail(@PathParam("kind") String kind) throws SQLException {
        return breakOff(kind);
    }

    @POST
    @Path("failures/{kind}")
    public String failToWrite(@PathParam("kind") String kind) throws SQLException {
        return breakOff(kind);
    }

    @GET
    @Path("secret")
    @RolesAllowed("admin")
    public String secret() {
        return "{}";
    }

    private static String breakOff(String kind) throws SQLException {
        switch (kind) {
            case "rule" -> throw new ProblemException(StandardProblem.CONCURRENT_CHANGE, "Lamp 7 is being changed.");
            case "connection" ->
                throw new IllegalStateException(new SQLException("connection to 10.0.0.7 reset", "08006"));
            case "statement" -> throw new SQLException("relation lamp does not exist", "42P01");
            default -> throw new IllegalStateException("secret of the house: " + kind);
        }
    }
}
