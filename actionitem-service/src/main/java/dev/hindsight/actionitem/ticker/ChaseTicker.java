package dev.hindsight.actionitem.ticker;

import dev.hindsight.actionitem.chase.ChaseToDo;
import dev.hindsight.actionitem.chase.ChaseToDo.ToDo;
import dev.hindsight.actionitem.chase.PoliciesInForce;
import dev.hindsight.actionitem.chase.PoliciesInForce.Policies;
import dev.hindsight.actionitem.domain.ActionItemCommand.DecideChase;
import dev.hindsight.actionitem.opening.ActionItemOpening;
import dev.hindsight.contracts.actionitem.ActionItemEvent;
import dev.hindsight.folds.actionitem.ActionItemFold;
import dev.hindsight.kit.identity.Actor;
import dev.hindsight.log.RepeatedFailures;
import dev.hindsight.logkit.Histories;
import dev.hindsight.logkit.IncidentAccess;
import dev.hindsight.logkit.Leases;
import dev.hindsight.logkit.OnceStarted;
import dev.hindsight.rights.Access;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks the action items whose time has come to decide. One replica does it; if two did, or one came late, each item would
 * decide the same once. What fails is told and tried again at the next tick.
 */
@Singleton
public class ChaseTicker {

    private static final String TASK = "chase";
    private static final int PAGE = 100;

    private final RepeatedFailures failures = new RepeatedFailures(TASK);
    private final ChaseToDo toDo;
    private final Leases leases;
    private final CommandGateway commands;
    private final Histories histories;
    private final IncidentAccess access;
    private final PoliciesInForce policies;
    private final Clock clock;
    private final Duration lease;

    /** @param lease how long another replica waits for this one before it takes over */
    public ChaseTicker(
            ChaseToDo toDo,
            Leases leases,
            CommandGateway commands,
            Histories histories,
            IncidentAccess access,
            PoliciesInForce policies,
            Clock clock,
            @ConfigProperty(name = "hindsight.chase.lease", defaultValue = "10S") Duration lease) {
        this.toDo = toDo;
        this.leases = leases;
        this.commands = commands;
        this.histories = histories;
        this.access = access;
        this.policies = policies;
        this.clock = clock;
        this.lease = lease;
    }

    /** Everything whose time has come by now, as long as this replica is the one to do it. */
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = OnceStarted.class)
    public void tick() {
        try {
            decideAllDue();
        } catch (RuntimeException e) {
            failures.tell(e.toString());
        }
    }

    private void decideAllDue() {
        ToDo last = null;
        while (leases.take(TASK, lease)) {
            var due = toDo.due(clock.instant(), last, PAGE);
            var inForce = new HashMap<String, Policies>();
            due.forEach(item -> decide(item, inForce));
            if (due.size() < PAGE) {
                return;
            }
            last = due.getLast();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        leases.giveUp(TASK);
    }

    /** @param inForce by team, read once for all that is due now */
    private void decide(ToDo item, Map<String, Policies> inForce) {
        try {
            var by = inForce.computeIfAbsent(item.team(), policies::of);
            var command = new DecideChase(
                    item.actionItemId(), clock.instant(), by.rules(), by.team(), incidents(item.actionItemId()));
            commands.sendAndWait(new GenericCommandMessage<>(command, Map.of(Actor.CALLER, ActionItemOpening.ITSELF)));
        } catch (RuntimeException e) {
            failures.tell("%s, in action item %s".formatted(e, item.actionItemId()));
        }
    }

    private List<Access> incidents(UUID actionItemId) {
        return histories
                .of(
                        ActionItemEvent.AGGREGATE_TYPE,
                        ActionItemEvent.class,
                        actionItemId,
                        OptionalLong.empty(),
                        ActionItemFold::of)
                .orElseThrow()
                .state()
                .incidentIds()
                .stream()
                .map(incident -> access.of(incident).orElseThrow())
                .toList();
    }
}
