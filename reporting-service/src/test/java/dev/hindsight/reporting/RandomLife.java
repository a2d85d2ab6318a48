package dev.hindsight.reporting;

import static dev.hindsight.reporting.Recordings.START;
import static dev.hindsight.reporting.Recordings.at;
import static dev.hindsight.reporting.Recordings.between;

import dev.hindsight.contracts.actionitem.ActionItemEvent;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemAccepted;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemCompleted;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemDropped;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemFoundIneffective;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemReassigned;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemRescheduled;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemTransferred;
import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentDeclined;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentDetailsChanged;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentMitigated;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentReopened;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentResolved;
import dev.hindsight.contracts.incident.IncidentEvent.MarkCorrected;
import dev.hindsight.contracts.incident.IncidentEvent.MarkRetracted;
import dev.hindsight.contracts.incident.IncidentEvent.SeverityChanged;
import dev.hindsight.contracts.incident.Mark;
import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.contracts.time.OccurredAt;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Goes on recording incidents, what becomes of them and of what was agreed, in no order that anybody planned. */
final class RandomLife {

    private final Recordings recorded;
    private final Random random;
    private final List<UUID> incidents = new ArrayList<>();
    private final List<UUID> items = new ArrayList<>();

    RandomLife(Recordings recorded, Random random) {
        this.recorded = recorded;
        this.random = random;
    }

    void goOn() {
        int what = incidents.isEmpty() ? 0 : random.nextInt(10);
        if (what < 2) {
            incidents.add(recorded.open(at(Mark.IMPACT_STARTED, anyTime()), anyDetection()));
        } else if (what < 6) {
            var id = anyOf(incidents);
            recorded.change(id, anyChange(id));
        } else if (what < 8 || items.isEmpty()) {
            items.add(
                    random.nextBoolean()
                            ? recorded.agreed(List.of(anyOf(incidents)), null, LocalDate.parse("2020-01-01"))
                            : recorded.opened(List.of(anyOf(incidents))));
        } else {
            var item = anyOf(items);
            if (random.nextInt(4) == 0) {
                recorded.opened(item, List.of(anyOf(incidents)));
            } else {
                recorded.followUp(item, anyStep(item));
            }
        }
    }

    private Object anyDetection() {
        var time = anyTime();
        return random.nextBoolean() ? at(Mark.DETECTED, time) : between(Mark.DETECTED, time, time.plusSeconds(600));
    }

    private IncidentEvent anyChange(UUID id) {
        var time = OccurredAt.at(anyTime());
        return switch (random.nextInt(8)) {
            case 0 -> new IncidentMitigated(id, time, null);
            case 1 -> new IncidentResolved(id, time, null);
            case 2 -> new IncidentReopened(id, time, "again", 2);
            case 3 -> new IncidentDeclined(id, time, "a test");
            case 4 -> new SeverityChanged(id, anyOf(List.of(Severity.values())), "a test");
            case 5 -> new MarkCorrected(id, 1, time, "the clock was ahead");
            case 6 -> new MarkRetracted(id, 2, "of another incident");
            default -> new IncidentDetailsChanged(id, "Another title", null, "another-team", null, null, null);
        };
    }

    private ActionItemEvent anyStep(UUID item) {
        var day = LocalDate.parse(random.nextBoolean() ? "2020-01-01" : "2999-01-01");
        var time = OccurredAt.at(anyTime());
        return switch (random.nextInt(7)) {
            case 0 -> new ActionItemAccepted(item, "someone", day, null);
            case 1 -> new ActionItemCompleted(item, List.of("the new alert"), null, null);
            case 2 -> new ActionItemFoundIneffective(item, "it rang for nothing", time);
            case 3 -> new ActionItemDropped(item, "a test", time);
            case 4 -> new ActionItemReassigned(item, "somebody else", "a test");
            case 5 -> new ActionItemRescheduled(item, day, "a test", null);
            default -> new ActionItemTransferred(item, "another-team", "a test");
        };
    }

    /** Of two days, so that a report of the first leaves some out. */
    private Instant anyTime() {
        return START.plusSeconds(random.nextInt(172_800));
    }

    private <T> T anyOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
