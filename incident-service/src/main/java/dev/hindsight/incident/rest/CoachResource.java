package dev.hindsight.incident.rest;

import dev.hindsight.coach.Coach;
import dev.hindsight.coach.Finding;
import dev.hindsight.coach.rules.Rule;
import dev.hindsight.coach.rules.Severity;
import dev.hindsight.incident.wording.WordingCoach;
import dev.hindsight.kit.identity.Actors;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import dev.hindsight.kit.rest.JsonBodies;
import dev.hindsight.logkit.PublishedApi;
import dev.hindsight.rights.Rights;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;

/** Advice on wording, before anything is recorded. It changes nothing, and nobody learns who asked what. */
@Path("/api/coach")
@Produces(MediaType.APPLICATION_JSON)
public class CoachResource {

    private final WordingCoach coach;
    private final Actors actors;
    private final JsonBodies json;

    CoachResource(WordingCoach coach, Actors actors, JsonBodies json) {
        this.coach = coach;
        this.actors = actors;
        this.json = json;
    }

    /** @param findings in the order of the text; none where nothing sounds like blame */
    public record Advice(List<Finding> findings, String rulesVersion) {}

    /** @param version changes whenever a finding may change */
    public record Rulebook(String version, List<DescribedRule> rules) {}

    /** A rule in words. */
    public record DescribedRule(
            String id,
            String category,
            Severity severity,
            String why,
            String advice,
            String exceptions,
            List<String> rewordings) {

        static DescribedRule of(Rule rule) {
            return new DescribedRule(
                    rule.id(),
                    rule.category(),
                    rule.severity(),
                    rule.why(),
                    rule.advice(),
                    rule.exceptions(),
                    rule.rewordings());
        }
    }

    @POST
    @Path("check")
    @Extension(name = PublishedApi.READS, value = "true")
    @Consumes(MediaType.APPLICATION_JSON)
    public Advice check(@RequestBodySchema(CoachRequests.Check.class) byte[] body) {
        requireRole();
        var request = json.read(body, CoachRequests.Check.class);
        if (request.text().length() > Coach.LONGEST_TEXT) {
            throw new ProblemException(
                    StandardProblem.TOO_LARGE,
                    "A text may have at most %d characters; send it in parts.".formatted(Coach.LONGEST_TEXT));
        }
        var people = request.people() == null ? List.<String>of() : request.people();
        return new Advice(coach.check(request.text(), people), coach.book().version());
    }

    @GET
    @Path("rules")
    public Rulebook rules() {
        requireRole();
        return new Rulebook(
                coach.book().version(),
                coach.book().rules().stream().map(DescribedRule::of).toList());
    }

    private void requireRole() {
        if (!Rights.mayBeAdvised(actors.current())) {
            throw new ProblemException(StandardProblem.FORBIDDEN, null);
        }
    }
}
