package dev.hindsight.actionitem.chase;

import static dev.hindsight.contracts.time.OccurredAt.at;

import dev.hindsight.actionitem.chase.NaiveChase.Item;
import dev.hindsight.actionitem.domain.ActionItem;
import dev.hindsight.actionitem.domain.ActionItemCommand.AcceptActionItem;
import dev.hindsight.actionitem.domain.ActionItemCommand.BlockActionItem;
import dev.hindsight.actionitem.domain.ActionItemCommand.CompleteActionItem;
import dev.hindsight.actionitem.domain.ActionItemCommand.ProposeActionItem;
import dev.hindsight.actionitem.domain.ActionItemCommand.PutOnRecord;
import dev.hindsight.actionitem.domain.ActionItemCommand.UnblockActionItem;
import dev.hindsight.contracts.EventCatalogue;
import dev.hindsight.contracts.actionitem.ActionItemEvent;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemDeferred;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemDescribed;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemDropped;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemFoundIneffective;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemReassigned;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemRejected;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemRescheduled;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemStarted;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemTransferred;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemVerified;
import dev.hindsight.contracts.actionitem.ActionItemStatus;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.kit.identity.Actor;
import dev.hindsight.kit.json.EventJson;
import dev.hindsight.log.EventLog;
import dev.hindsight.log.EventLogSettings;
import dev.hindsight.rights.Access;
import dev.hindsight.testkit.JtaPool;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;

/** People who work on action items, or do not: each step is a command, and is told to the model as well. */
final class People implements AutoCloseable {

    private static final List<String> OWNERS = List.of("ana", "ben", "cho", "dee", "eve", "fay");

    private static final List<String> TEAMS = List.of("chain-core", "payments-core", "bridge");

    private final JtaPool pool;
    private final EventLog log;
    private final CommandGateway commands;
    private final NaiveChase model;
    private final Random chance;
    private final Map<String, Access> incidents;
    private final Map<String, UUID> incidentIds;
    private final List<Item> items = new ArrayList<>();

    /** @param incidents what is said of who may read each, by the names of {@code incidentIds} */
    People(
            String url,
            String password,
            NaiveChase model,
            Random chance,
            Map<String, UUID> incidentIds,
            Map<String, Access> incidents)
            throws Exception {
        this.model = model;
        this.chance = chance;
        this.incidentIds = incidentIds;
        this.incidents = incidents;
        pool = new JtaPool(url, "actionitem_service", password, 4);
        log = new EventLog(
                pool.database(),
                pool.jta(),
                pool.synchronizations(),
                EventJson.mapper(),
                EventCatalogue.types(),
                EventLogSettings.of("actionitem", "people"));
        var axon =
                log.configurer(List.of()).configureAggregate(ActionItem.class).buildConfiguration();
        log.start(axon);
        commands = axon.commandGateway();
    }

    List<Item> items() {
        return items;
    }

    static UUID id(Item item) {
        return UUID.nameUUIDFromBytes(item.name.getBytes(StandardCharsets.UTF_8));
    }

    void propose(Instant now) {
        var name = "AI-2027-%04d".formatted(items.size() + 1);
        var about = List.copyOf(incidentIds.keySet()).get(items.size() % incidentIds.size());
        var access = incidents.get(about);
        var item = new Item(
                name,
                about,
                access.team(),
                access.visibility() == Visibility.RESTRICTED ? access.people() : null,
                chance.nextInt(4) == 0 ? "xia" : null,
                now);
        if (chance.nextInt(3) > 0) {
            item.owner = owner();
            item.due = day(now, chance.nextInt(70) - 3);
            item.status = ActionItemStatus.ACCEPTED;
        }
        items.add(item);
        send(new ProposeActionItem(
                id(item),
                name,
                "Alert on it",
                List.of(incidentIds.get(about)),
                access.team(),
                item.owner,
                item.due,
                item.executive == null
                        ? null
                        : new ActionItemDescribed(id(item), null, null, null, null, null, item.executive, null),
                now,
                List.of(access)));
    }

    /** Most items are left alone most of the time. */
    void work(Instant now) {
        for (var item : items) {
            if (chance.nextInt(9) == 0) {
                step(item, now);
            }
        }
    }

    private void step(Item item, Instant now) {
        switch (item.status) {
            case PROPOSED -> {
                if (chance.nextInt(6) == 0) {
                    record(item, ActionItemStatus.REJECTED, new ActionItemRejected(id(item), "no", at(now)));
                } else {
                    accept(item, now);
                }
            }
            case ACCEPTED, IN_PROGRESS -> {
                switch (chance.nextInt(7)) {
                    case 0 -> block(item, now);
                    case 1 -> reschedule(item, now);
                    case 2 -> reassign(item);
                    case 3 -> defer(item, now);
                    case 4 -> start(item, now);
                    default -> complete(item, now);
                }
            }
            case INEFFECTIVE -> start(item, now);
            case BLOCKED -> {
                if (chance.nextInt(5) == 0) {
                    defer(item, now);
                } else {
                    send(new UnblockActionItem(id(item), null, at(now), access(item)));
                    item.status = item.beforeRoadblock;
                    item.blockedAt = null;
                }
            }
            case DONE -> {
                if (chance.nextInt(4) == 0) {
                    ineffective(item, now);
                } else {
                    record(item, ActionItemStatus.VERIFIED, new ActionItemVerified(id(item), "seen", at(now)));
                }
            }
            case VERIFIED -> {
                if (chance.nextInt(6) == 0) {
                    ineffective(item, now);
                }
            }
            case DEFERRED -> {
                if (chance.nextInt(8) == 0) {
                    item.deferredUntil = null;
                    record(item, ActionItemStatus.DROPPED, new ActionItemDropped(id(item), "retired", at(now)));
                }
            }
            case REJECTED, DROPPED -> {} // nobody comes back to it
        }
    }

    private void accept(Item item, Instant now) {
        item.owner = owner();
        item.due = day(now, chance.nextInt(60) - 2);
        send(new AcceptActionItem(id(item), item.owner, item.due, now, access(item)));
        item.status = ActionItemStatus.ACCEPTED;
        item.begin(now);
    }

    private void start(Item item, Instant now) {
        if (item.status != ActionItemStatus.IN_PROGRESS) {
            record(item, ActionItemStatus.IN_PROGRESS, new ActionItemStarted(id(item), null, at(now)));
        }
    }

    private void block(Item item, Instant now) {
        send(new BlockActionItem(
                id(item), "the vendor", at(now), now, model.rules, model.teams.get(item.team), access(item)));
        item.beforeRoadblock = item.status;
        item.status = ActionItemStatus.BLOCKED;
        item.block(now);
        model.look(item, now);
    }

    private void reschedule(Item item, Instant now) {
        var due = day(now, chance.nextInt(40));
        if (!due.equals(item.due)) {
            item.due = due;
            record(item, item.status, new ActionItemRescheduled(id(item), due, "late", now));
            item.begin(now);
        }
    }

    private void reassign(Item item) {
        var owner = owner();
        if (!owner.equals(item.owner)) {
            item.owner = owner;
            record(item, item.status, new ActionItemReassigned(id(item), owner, "away"));
        }
    }

    /** Some items are given to other teams, by whose calendar something may have been due before. */
    void transfer() {
        for (var item : items) {
            if (item.status == ActionItemStatus.ACCEPTED && chance.nextInt(40) == 0) {
                transfer(item);
            }
        }
    }

    private void transfer(Item item) {
        var team = TEAMS.get(chance.nextInt(TEAMS.size()));
        if (!team.equals(item.team)) {
            item.team = team;
            record(item, item.status, new ActionItemTransferred(id(item), team, "they know it"));
        }
    }

    private void defer(Item item, Instant now) {
        var until = day(now, 2 + chance.nextInt(50));
        item.beforeDeferral = item.status;
        item.deferredUntil = until;
        item.blockedAt = null;
        record(item, ActionItemStatus.DEFERRED, new ActionItemDeferred(id(item), "an hour", until, at(now)));
    }

    private void complete(Item item, Instant now) {
        send(new CompleteActionItem(id(item), List.of("a link"), null, at(now), access(item)));
        item.status = ActionItemStatus.DONE;
        item.done(now);
    }

    private void ineffective(Item item, Instant now) {
        record(item, ActionItemStatus.INEFFECTIVE, new ActionItemFoundIneffective(id(item), "silent", at(now)));
        item.doneAt = null;
        item.begin(now);
    }

    private void record(Item item, ActionItemStatus to, ActionItemEvent event) {
        send(new PutOnRecord(id(item), event, LocalDate.MIN, access(item)));
        item.status = to;
    }

    private List<Access> access(Item item) {
        return List.of(incidents.get(item.incident));
    }

    private void send(Object command) {
        commands.sendAndWait(new GenericCommandMessage<>(
                command,
                Map.of(
                        Actor.CALLER,
                        new Actor("pat", Set.of("facilitator", "executive"), Set.copyOf(model.teams.keySet())))));
    }

    private String owner() {
        return OWNERS.get(chance.nextInt(OWNERS.size()));
    }

    private static @Nullable LocalDate day(Instant now, int later) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(later);
    }

    @Override
    public void close() {
        log.close();
        pool.close();
    }
}
