package dev.hindsight.rights;

import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.kit.identity.Actor;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may read and change what: the one place that knows, for commands and queries alike. What is not allowed here is
 * refused.
 */
public final class Rights {

    private static final String RESPONDER = "responder";
    private static final String FACILITATOR = "facilitator";
    private static final String EXECUTIVE = "executive";
    private static final String AUDITOR = "auditor";
    private static final String ADMIN = "admin";
    private static final Set<String> EVERYONE = Set.of(RESPONDER, FACILITATOR, EXECUTIVE, AUDITOR, ADMIN);
    private static final Set<String> RECORDING = Set.of(RESPONDER, FACILITATOR);
    private static final Set<String> OVERSIGHT = Set.of(EXECUTIVE, AUDITOR);

    private Rights() {}

    public static ReadScope readScope(Actor actor) {
        return new ReadScope(
                has(actor, EVERYONE),
                has(actor, OVERSIGHT),
                has(actor, RECORDING) ? actor.teams() : Set.of(),
                actor.subject());
    }

    public static boolean mayRead(Actor actor, Access access) {
        return readScope(actor).includes(access);
    }

    /** Recording is for the owning team; of a restricted incident only for those of it who are named. */
    public static boolean mayChange(Actor actor, Access access) {
        return mayRecordFor(actor, access.team())
                && (access.visibility() != Visibility.RESTRICTED
                        || access.people().contains(actor.subject()));
    }

    /** Declares and imports incidents that this team will own. */
    public static boolean mayRecordFor(Actor actor, String team) {
        return mayRecord(actor) && actor.teams().contains(team);
    }

    /** Begins and leads the post-mortem of these incidents: a facilitator who may change each of them. */
    public static boolean mayFacilitate(Actor actor, Collection<Access> incidents) {
        return actor.hasRole(FACILITATOR) && incidents.stream().allMatch(incident -> mayChange(actor, incident));
    }

    /**
     * Takes part in the post-mortem of these incidents: whoever records for their teams, or records elsewhere and is
     * invited, if all of them may be read.
     */
    public static boolean mayJoin(Actor actor, Collection<Access> incidents, boolean invited) {
        return mayRecord(actor)
                && mayReadAll(actor, incidents)
                && (invited || incidents.stream().allMatch(incident -> mayChange(actor, incident)));
    }

    /** Approves a document that is under review: who takes part in it, and executives who may read it. */
    public static boolean mayApprove(Actor actor, Collection<Access> incidents, boolean invited) {
        return mayJoin(actor, incidents, invited) || actor.hasRole(EXECUTIVE) && mayReadAll(actor, incidents);
    }

    /** Of what belongs to several incidents: all of them may be read. */
    public static boolean mayReadAll(Actor actor, Collection<Access> incidents) {
        return !incidents.isEmpty() && incidents.stream().allMatch(incident -> mayRead(actor, incident));
    }

    /**
     * Works on an action item, once it may be seen: facilitators and responders of the team that follows it up, and its
     * owner.
     *
     * @param owner subject id; null while nobody owns it
     */
    public static boolean mayWorkOn(Actor actor, String team, @Nullable String owner) {
        return mayRecord(actor)
                && (actor.teams().contains(team) || actor.subject().equals(owner));
    }

    /** Asks for an action item outside a meeting: whoever records for the team that is to follow it up. */
    public static boolean mayPropose(Actor actor, Collection<Access> incidents, String team) {
        return mayReadAll(actor, incidents) && mayRecordFor(actor, team);
    }

    /**
     * Gives an action item to another team, once it may be seen: whoever records for the team that follows it up or for
     * that of one of its incidents, and facilitators of the team that is to take it over.
     */
    public static boolean mayTransfer(Actor actor, Collection<Access> incidents, String from, String to) {
        return mayReadAll(actor, incidents)
                && (mayRecordFor(actor, from)
                        || actor.hasRole(FACILITATOR) && actor.isIn(to)
                        || incidents.stream().anyMatch(incident -> mayRecordFor(actor, incident.team())));
    }

    /** Accepts the risk that an action item waits: executives who may read all of its incidents. */
    public static boolean mayDefer(Actor actor, Collection<Access> incidents) {
        return actor.hasRole(EXECUTIVE) && mayReadAll(actor, incidents);
    }

    public static boolean mayRecord(Actor actor) {
        return has(actor, RECORDING);
    }

    /** Reads the log of everything, to audit it. */
    public static boolean mayAudit(Actor actor) {
        return actor.hasRole(AUDITOR);
    }

    /** Checks the log by its checkpoints and proofs, which tell nothing of its content. */
    public static boolean mayVerify(Actor actor) {
        return has(actor, EVERYONE);
    }

    /** Asks for advice on a wording, which changes nothing and is kept nowhere. */
    public static boolean mayBeAdvised(Actor actor) {
        return has(actor, EVERYONE);
    }

    /** Reports over many incidents are for those who record and for those who oversee. */
    public static boolean mayReport(Actor actor) {
        return has(actor, RECORDING) || reportsOnEveryTeam(actor);
    }

    /** Whoever records sees in reports what their own teams own; whoever oversees sees all teams. */
    public static boolean reportsOnEveryTeam(Actor actor) {
        return has(actor, OVERSIGHT);
    }

    /** Reads what belongs to no incident and is for everyone: the glossary and the policies. */
    public static boolean mayConsult(Actor actor) {
        return has(actor, EVERYONE);
    }

    /** Says what words mean. */
    public static boolean mayKeepGlossary(Actor actor) {
        return has(actor, Set.of(FACILITATOR, ADMIN));
    }

    public static boolean maySetPolicies(Actor actor) {
        return has(actor, Set.of(ADMIN));
    }

    /** Says where else events are sent to. */
    public static boolean mayIntegrate(Actor actor) {
        return has(actor, Set.of(ADMIN));
    }

    /** Starts and cancels what keeps the system going, such as rebuilds. */
    public static boolean mayOperate(Actor actor) {
        return has(actor, Set.of(ADMIN));
    }

    public static boolean maySeeOperations(Actor actor) {
        return has(actor, Set.of(ADMIN, AUDITOR));
    }

    private static boolean has(Actor actor, Set<String> anyOf) {
        return !Collections.disjoint(actor.roles(), anyOf);
    }
}
