package dev.hindsight.benchmarks.actionitem;

import dev.hindsight.contracts.actionitem.ActionItemEvent;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemAccepted;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemBlocked;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemCommented;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemCompleted;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemDeferred;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemDescribed;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemDropped;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemLinked;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemOpened;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemStarted;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemVerified;
import dev.hindsight.contracts.actionitem.ActionItemKind;
import dev.hindsight.contracts.actionitem.ActionItemPriority;
import dev.hindsight.contracts.actionitem.ActionItemStatus;
import dev.hindsight.contracts.actionitem.ActionItemStrength;
import dev.hindsight.contracts.time.OccurredAt;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What happens to one of many items: of twenty, twelve are verified, one is done, blocked, given up and deferred each, three are
 * being worked on, and one is nobody's. Due dates lie from a year ago to forty days from now.
 */
final class ItemLife {

    static final int EVENTS = 10;

    /** These share no divisor with twenty, so that each owner, team and factor has items of every kind. */
    private static final int OWNERS = 499;

    private static final int TEAMS = 19;
    private static final int FACTORS = 1_999;
    private static final int DUE_DAYS = 400;
    private static final int DUE_AHEAD = 40;
    private static final List<String> STEPS =
            List.of("missed blocks", "a stalled bridge", "late finality", "a full disk");

    private final UUID id = UUID.randomUUID();
    private final int number;
    private final List<UUID> incidents;
    private final Instant now;
    private final OccurredAt at;
    private final LocalDate due;

    ItemLife(int number, List<UUID> incidents) {
        this.number = number;
        this.incidents = incidents;
        now = Instant.now();
        at = OccurredAt.at(now);
        due = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(DUE_AHEAD - number * 7919L % DUE_DAYS);
    }

    UUID id() {
        return id;
    }

    /** Comments fill it up, so that each item has as many. */
    List<ActionItemEvent> events() {
        var all = new ArrayList<ActionItemEvent>(List.of(opened(), described()));
        all.addAll(end());
        while (all.size() < EVENTS) {
            all.add(
                    2,
                    new ActionItemCommented(
                            id, UUID.randomUUID(), "Waits for the release of Thursday, build " + number));
        }
        return all;
    }

    private List<ActionItemEvent> end() {
        return switch (number % 20) {
            case 12 -> List.of(accepted(), started(), done());
            case 13 -> List.of(accepted(), started(), new ActionItemBlocked(id, "The vendor has no dates", at));
            case 14 -> List.of(accepted(), new ActionItemDropped(id, "The bridge was retired", at));
            case 15 ->
                List.of(
                        accepted(),
                        new ActionItemDeferred(id, "One more outage like it", due.plusDays(2L * DUE_DAYS), at));
            case 16, 17, 18 -> List.of(accepted(), started(), linked());
            case 19 -> List.of();
            default -> List.of(accepted(), started(), linked(), done(), new ActionItemVerified(id, null, at));
        };
    }

    private ActionItemOpened opened() {
        return new ActionItemOpened(
                id,
                "AI-2025-%06d".formatted(number),
                "Alert on %s within a minute, case%d".formatted(STEPS.get(number % STEPS.size()), number),
                null,
                incidents,
                "team-" + number % TEAMS,
                null,
                null,
                null,
                ActionItemStatus.PROPOSED,
                null,
                now);
    }

    private ActionItemDescribed described() {
        return new ActionItemDescribed(
                id,
                ActionItemKind.DETECT,
                ActionItemStrength.INTERMEDIATE,
                ActionItemPriority.values()[number % ActionItemPriority.values().length],
                "A stalled block on the test network raises a page",
                "Minutes until the first page",
                null,
                List.of(new UUID(0, number % FACTORS)));
    }

    private ActionItemAccepted accepted() {
        return new ActionItemAccepted(id, new UUID(1, number % OWNERS).toString(), due, now);
    }

    private ActionItemStarted started() {
        return new ActionItemStarted(id, null, at);
    }

    private ActionItemLinked linked() {
        return new ActionItemLinked(id, "https://issues.example/browse/OPS-" + number, null);
    }

    private ActionItemCompleted done() {
        return new ActionItemCompleted(id, List.of("https://dashboards.example/blocks"), null, at);
    }
}
