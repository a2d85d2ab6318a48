package dev.hindsight.incident.planning;

import dev.hindsight.contracts.incident.IncidentEvent.IncidentResolved;
import dev.hindsight.contracts.incident.IncidentMode;
import dev.hindsight.contracts.postmortem.PostMortemEvent.Beginning;
import dev.hindsight.folds.incident.IncidentState;
import dev.hindsight.incident.domain.PostMortemCommand.PlanByPolicy;
import dev.hindsight.incident.history.IncidentHistories;
import dev.hindsight.kit.identity.Actor;
import dev.hindsight.logkit.PolicyHistories;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.jdbi.v3.core.Jdbi;

/**
 * Plans a post-mortem when a live incident is resolved that the policy of that moment wants one for, unless the incident is
 * part of one already. What is appended, the mark that it was done and the token are one transaction, so each is planned
 * once; and all that it goes by are entries before it in the log, so it plans the same whenever it comes to them.
 */
@ProcessingGroup(PostMortemPlanning.NAME)
public class PostMortemPlanning {

    public static final String NAME = "post-mortem-planning";

    /** Who plans: no person, so an id that the identity provider never gives. */
    public static final Actor ITSELF = new Actor("service:incident-service", Set.of(), Set.of());

    private static final String KNOWN =
            "SELECT EXISTS (SELECT FROM incident.post_mortem_planned WHERE incident_id = ?)";
    private static final String REMEMBER =
            "INSERT INTO incident.post_mortem_planned (incident_id) VALUES (?) ON CONFLICT DO NOTHING";

    private final CommandGateway commands;
    private final IncidentHistories histories;
    private final PolicyHistories policies;
    private final Jdbi jdbi;

    public PostMortemPlanning(
            CommandGateway commands, IncidentHistories histories, PolicyHistories policies, Jdbi jdbi) {
        this.commands = commands;
        this.histories = histories;
        this.policies = policies;
        this.jdbi = jdbi;
    }

    @EventHandler
    void on(Beginning event) {
        event.incidentIds().forEach(this::remember);
    }

    @EventHandler
    void on(IncidentResolved event, TrackingToken token) {
        var position = OptionalLong.of(token.position().orElseThrow());
        histories
                .incident(event.incidentId(), position)
                .map(told -> told.state())
                .filter(incident -> isWanted(incident, position) && !isKnown(event.incidentId()))
                .ifPresent(this::plan);
    }

    private boolean isWanted(IncidentState incident, OptionalLong position) {
        return incident.mode() == IncidentMode.LIVE
                && policies.postMortems(position)
                        .state()
                        .policy()
                        .of(incident.severity())
                        .planned();
    }

    /** It is there already if this processor has been set back. */
    private void plan(IncidentState incident) {
        var id = UUID.nameUUIDFromBytes(("post-mortem of " + incident.incidentId()).getBytes(StandardCharsets.UTF_8));
        if (histories.postMortem(id, OptionalLong.empty()).isEmpty()) {
            var command = new PlanByPolicy(id, List.of(incident.incidentId()), incident.team());
            commands.sendAndWait(new GenericCommandMessage<>(command, Map.of(Actor.CALLER, ITSELF)));
        }
        remember(incident.incidentId());
    }

    private boolean isKnown(UUID incident) {
        return jdbi.withHandle(db ->
                db.createQuery(KNOWN).bind(0, incident).mapTo(Boolean.class).one());
    }

    private void remember(UUID incident) {
        jdbi.useHandle(db -> db.createUpdate(REMEMBER).bind(0, incident).execute());
    }
}
