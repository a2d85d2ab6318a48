package dev.hindsight.reporting.rest;

import dev.hindsight.kit.identity.Actor;
import dev.hindsight.kit.identity.Actors;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import dev.hindsight.kit.rest.Page;
import dev.hindsight.kit.rest.Parameters;
import dev.hindsight.logkit.ReadYourWrites;
import dev.hindsight.reporting.executive.ExecutiveReport;
import dev.hindsight.reporting.executive.ExecutiveReports;
import dev.hindsight.reporting.executive.ReportScope;
import dev.hindsight.reporting.facts.Facts;
import dev.hindsight.reporting.facts.Facts.Selection;
import dev.hindsight.reporting.facts.FactsProjection;
import dev.hindsight.reporting.metric.MetricDefinition;
import dev.hindsight.reporting.metric.Metrics;
import dev.hindsight.rights.Rights;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Reports over many incidents, and what their figures mean. */
@Path("/api/reports")
@Produces(MediaType.APPLICATION_JSON)
public class ReportResource {

    private static final String ALL_TEAMS =
            "All that is open to everyone or to teams, and what is restricted to people of whom the reader is one.";
    private static final String OWN_TEAMS =
            "What is open to everyone or to the team, and what is restricted to people of whom the reader is one.";

    private final Facts facts;
    private final ReadYourWrites writes;
    private final Actors actors;
    private final Clock clock;

    ReportResource(Facts facts, ReadYourWrites writes, Actors actors, Clock clock) {
        this.facts = facts;
        this.writes = writes;
        this.actors = actors;
        this.clock = clock;
    }

    /** What figures mean is no secret: everyone who is signed in may read it. */
    @GET
    @Path("metrics")
    public Page<MetricDefinition> metrics() {
        actors.current();
        return new Page<>(Metrics.all(), null);
    }

    @GET
    @Path("executive")
    public RestResponse<ExecutiveReport> executive(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("team") @Nullable String team,
            @HeaderParam("Log-Entry") @Nullable String logEntry)
            throws InterruptedException {
        var caller = actors.current();
        var scope = scope(caller, Parameters.time("from", from), Parameters.time("to", to), Parameters.text(team));
        boolean stale = writes.isStale(FactsProjection.NAME, logEntry);
        var snapshot = facts.read(new Selection(Rights.readScope(caller), scope.teams(), scope.from(), scope.to()));
        return ReadYourWrites.answer(ExecutiveReports.of(snapshot, scope), stale);
    }

    /** The same by its suffix, for whoever cannot send {@code Accept}. */
    @GET
    @Path("executive.json")
    public RestResponse<ExecutiveReport> executiveAsJson(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("team") @Nullable String team,
            @HeaderParam("Log-Entry") @Nullable String logEntry)
            throws InterruptedException {
        return executive(from, to, team, logEntry);
    }

    private ReportScope scope(Actor caller, @Nullable Instant from, @Nullable Instant to, @Nullable String team) {
        if (!Rights.mayReport(caller)) {
            throw new ProblemException(
                    StandardProblem.FORBIDDEN, "Reports are for those who record and those who oversee.");
        }
        if (from != null && to != null && !from.isBefore(to)) {
            throw ProblemException.invalid("to", "must be after from");
        }
        boolean everyTeam = Rights.reportsOnEveryTeam(caller);
        return new ReportScope(from, to, asOf(to), teams(caller, everyTeam, team), everyTeam ? ALL_TEAMS : OWN_TEAMS);
    }

    /** The day a past period ends, else today. */
    private LocalDate asOf(@Nullable Instant to) {
        var now = clock.instant();
        return (to == null || to.isAfter(now) ? now : to).atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** Another team is refused whether it exists or not, so that the refusal tells nothing. */
    private static @Nullable List<String> teams(Actor caller, boolean everyTeam, @Nullable String team) {
        if (team == null) {
            return everyTeam ? null : caller.teams().stream().sorted().toList();
        }
        if (!everyTeam && !caller.isIn(team)) {
            throw new ProblemException(StandardProblem.FORBIDDEN, "Your reports are about your own teams.");
        }
        return List.of(team);
    }
}
