package dev.hindsight.reporting.rest;

import dev.hindsight.kit.identity.Actor;
import dev.hindsight.kit.identity.Actors;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import dev.hindsight.kit.rest.Page;
import dev.hindsight.kit.rest.Parameters;
import dev.hindsight.logkit.KnownUpTo;
import dev.hindsight.logkit.ReadYourWrites;
import dev.hindsight.reporting.executive.ExecutiveReport;
import dev.hindsight.reporting.executive.ExecutiveReports;
import dev.hindsight.reporting.executive.ReportScope;
import dev.hindsight.reporting.facts.Facts;
import dev.hindsight.reporting.facts.Facts.Selection;
import dev.hindsight.reporting.facts.Facts.Snapshot;
import dev.hindsight.reporting.facts.FactsProjection;
import dev.hindsight.reporting.metric.MetricDefinition;
import dev.hindsight.reporting.metric.Metrics;
import dev.hindsight.rights.Rights;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Reports over many incidents, and what their figures mean. */
@Path("/api/reports")
@Produces(MediaType.APPLICATION_JSON)
public class ReportResource {

    private static final String ALL_TEAMS =
            "All that is open to everyone or to teams, and what is restricted to people of whom the reader is one.";
    private static final String OWN_TEAMS =
            "What is open to everyone or to the team, and what is restricted to people of whom the reader is one.";

    private static final String PATH = "/api/reports/executive";

    private final Facts facts;
    private final ReadYourWrites writes;
    private final KnownUpTo known;
    private final Actors actors;
    private final Clock clock;

    ReportResource(Facts facts, ReadYourWrites writes, KnownUpTo known, Actors actors, Clock clock) {
        this.facts = facts;
        this.writes = writes;
        this.known = known;
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

    /**
     * The report as of the last entry that is known here, or with only what was recorded up to an earlier one.
     * {@code Content-Location} states the position, and the day before which a due date is overdue: from there the same
     * bytes are read again, as long as rights and definitions stay what they are.
     */
    @GET
    @Path("executive")
    public RestResponse<ExecutiveReport> executive(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("team") @Nullable String team,
            @QueryParam("knownAt") @Nullable String knownAt,
            @QueryParam("atPosition") @Nullable String atPosition,
            @QueryParam("asOf") @Nullable String asOf,
            @HeaderParam("Log-Entry") @Nullable String logEntry)
            throws InterruptedException {
        var caller = actors.current();
        boolean everyTeam = mayReport(caller);
        var selection = selection(caller, everyTeam, Parameters.time("from", from), Parameters.time("to", to), team);
        var asked = Parameters.date("asOf", asOf);
        var position = known.of(knownAt, atPosition);
        boolean stale = position.isEmpty() && writes.isStale(FactsProjection.NAME, logEntry);
        var snapshot = position.isEmpty() ? facts.read(selection) : past(selection, position.getAsLong());
        var looksFrom = position.isEmpty() ? clock.instant() : moment(snapshot, Parameters.time("knownAt", knownAt));
        var scope = new ReportScope(
                selection.from(),
                selection.to(),
                asked == null ? day(selection.to(), looksFrom) : asked,
                selection.teams(),
                everyTeam ? ALL_TEAMS : OWN_TEAMS);
        var answer = ReadYourWrites.answer(ExecutiveReports.of(snapshot, scope), stale);
        return ResponseBuilder.fromResponse(answer)
                .header(HttpHeaders.CONTENT_LOCATION, location(scope, Parameters.text(team), snapshot.position()))
                .build();
    }

    /** The same by its suffix, for whoever cannot send {@code Accept}. */
    @GET
    @Path("executive.json")
    public RestResponse<ExecutiveReport> executiveAsJson(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("team") @Nullable String team,
            @QueryParam("knownAt") @Nullable String knownAt,
            @QueryParam("atPosition") @Nullable String atPosition,
            @QueryParam("asOf") @Nullable String asOf,
            @HeaderParam("Log-Entry") @Nullable String logEntry)
            throws InterruptedException {
        return executive(from, to, team, knownAt, atPosition, asOf, logEntry);
    }

    /** Whether on every team, or on their own ones. */
    private static boolean mayReport(Actor caller) {
        if (!Rights.mayReport(caller)) {
            throw new ProblemException(
                    StandardProblem.FORBIDDEN, "Reports are for those who record and those who oversee.");
        }
        return Rights.reportsOnEveryTeam(caller);
    }

    private static Selection selection(
            Actor caller, boolean everyTeam, @Nullable Instant from, @Nullable Instant to, @Nullable String team) {
        if (from != null && to != null && !from.isBefore(to)) {
            throw ProblemException.invalid("to", "must be after from");
        }
        var teams = teams(caller, everyTeam, Parameters.text(team));
        return new Selection(Rights.readScope(caller), teams, from, to);
    }

    /** What the log has numbered may not be known here yet. */
    private Snapshot past(Selection selection, long position) throws InterruptedException {
        if (!writes.includes(FactsProjection.NAME, position)) {
            throw new ProblemException(
                    StandardProblem.SERVICE_BUSY, "What reports are computed from does not include this position yet.");
        }
        return facts.read(selection, position);
    }

    /** From when a report of the past looks: nothing of it may depend on when it is asked for. */
    private static Instant moment(Snapshot snapshot, @Nullable Instant knownAt) {
        if (knownAt != null) {
            return knownAt;
        }
        var recordedAt = snapshot.recordedAt();
        return recordedAt == null ? Instant.EPOCH : recordedAt;
    }

    /** The day a past period ends, else the one from which the report looks. */
    private static LocalDate day(@Nullable Instant to, Instant looksFrom) {
        return (to == null || to.isAfter(looksFrom) ? looksFrom : to)
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
    }

    private static String location(ReportScope scope, @Nullable String team, long position) {
        var location = UriBuilder.fromPath(PATH);
        if (scope.from() != null) {
            location.queryParam("from", scope.from());
        }
        if (scope.to() != null) {
            location.queryParam("to", scope.to());
        }
        if (team != null) {
            location.queryParam("team", "{team}");
        }
        location.queryParam("asOf", scope.asOf()).queryParam("atPosition", position);
        return team == null ? location.build().toString() : location.build(team).toString();
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
