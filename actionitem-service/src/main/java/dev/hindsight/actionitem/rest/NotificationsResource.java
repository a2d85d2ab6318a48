package dev.hindsight.actionitem.rest;

import dev.hindsight.actionitem.digest.DigestRow;
import dev.hindsight.actionitem.digest.Digests;
import dev.hindsight.actionitem.notice.Notice;
import dev.hindsight.actionitem.notice.Notices;
import dev.hindsight.actionitem.notice.Noticing;
import dev.hindsight.folds.digest.DigestState;
import dev.hindsight.folds.digest.DigestStatus;
import dev.hindsight.kit.identity.Actor;
import dev.hindsight.kit.identity.Actors;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import dev.hindsight.kit.rest.Cursor;
import dev.hindsight.kit.rest.Limits;
import dev.hindsight.kit.rest.Page;
import dev.hindsight.kit.rest.Parameters;
import dev.hindsight.logkit.KnownUpTo;
import dev.hindsight.logkit.ReadYourWrites;
import dev.hindsight.logkit.SingleReads;
import dev.hindsight.logkit.Told;
import dev.hindsight.rights.Rights;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What people are told by mail: to each their own, and to those who oversee the service every message and its fate. */
@Path("/api/notifications")
@Produces(MediaType.APPLICATION_JSON)
public class NotificationsResource {

    private final Notices notices;
    private final Digests digests;
    private final ReadYourWrites wait;
    private final KnownUpTo known;
    private final Actors actors;
    private final ActionItemReaders readers;

    NotificationsResource(
            Notices notices,
            Digests digests,
            ReadYourWrites wait,
            KnownUpTo known,
            Actors actors,
            ActionItemReaders readers) {
        this.notices = notices;
        this.digests = digests;
        this.wait = wait;
        this.known = known;
        this.actors = actors;
        this.readers = readers;
    }

    /** The caller's own, newest first. */
    @GET
    public RestResponse<Page<Notice>> own(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam("Log-Entry") @Nullable String logEntry)
            throws InterruptedException {
        var caller = actors.current();
        int rows = Limits.parse(limit);
        var after = Cursor.parse(cursor, 2)
                .map(it -> new Notices.After(
                        Parameters.number("cursor", it.values().getFirst()),
                        Parameters.id("cursor", it.values().getLast())))
                .orElse(null);
        boolean stale = wait.isStale(Noticing.NAME, logEntry);
        var found = notices.of(Rights.readScope(caller), after, rows + 1);
        return ReadYourWrites.answer(
                Page.of(
                        found,
                        rows,
                        last -> Cursor.of(
                                Long.toString(last.position()), last.eventId().toString())),
                stale);
    }

    /** Every message, newest first, with what became of it; not what it says. */
    @GET
    @Path("digests")
    public RestResponse<Page<DigestRow>> digests(
            @QueryParam("state") @Nullable String state,
            @QueryParam("recipient") @Nullable String recipient,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam("Log-Entry") @Nullable String logEntry)
            throws InterruptedException {
        requireOversight();
        int rows = Limits.parse(limit);
        var asked = Parameters.constant(DigestStatus.class, "state", state);
        var after = Cursor.parse(cursor, 2)
                .map(it -> new Digests.After(
                        Parameters.instant("cursor", it.values().getFirst()),
                        Parameters.id("cursor", it.values().getLast())))
                .orElse(null);
        boolean stale = wait.isStale(Noticing.NAME, logEntry);
        var found = digests.find(asked, Parameters.text(recipient), after, rows + 1);
        return ReadYourWrites.answer(
                Page.of(
                        found,
                        rows,
                        last -> Cursor.of(
                                last.composedAt().toString(), last.digestId().toString())),
                stale);
    }

    /** One message with each attempt to send it; items that the caller may not read are left out of its notices. */
    @GET
    @Path("digests/{digest}")
    public RestResponse<DigestState> digest(
            @PathParam("digest") String digest,
            @QueryParam("knownAt") @Nullable String knownAt,
            @QueryParam("atPosition") @Nullable String atPosition,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        requireOversight();
        var found = digests.find(Parameters.id("digest", digest), known.of(knownAt, atPosition))
                .orElseThrow(() -> new ProblemException(StandardProblem.NOT_FOUND, null));
        return SingleReads.answer(
                new Told<>(
                        masked(found.state(), actors.current()), found.lastEventId(), found.version(), found.history()),
                ifNoneMatch);
    }

    private DigestState masked(DigestState digest, Actor caller) {
        return digest.withNotices(digest.notices().stream()
                .map(notice -> notice.actionItemId() != null && readers.mayRead(caller, notice.actionItemId())
                        ? notice
                        : notice.withoutItem())
                .toList());
    }

    private void requireOversight() {
        if (!Rights.maySeeOperations(actors.current())) {
            throw new ProblemException(StandardProblem.FORBIDDEN, null);
        }
    }
}
