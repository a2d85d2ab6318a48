package dev.hindsight.reporting;

import dev.hindsight.contracts.actionitem.ActionItemEvent;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemOpened;
import dev.hindsight.contracts.actionitem.ActionItemStatus;
import dev.hindsight.contracts.glossary.GlossaryEvent;
import dev.hindsight.contracts.glossary.GlossaryEvent.GlossaryTermWithdrawn;
import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentDeclared;
import dev.hindsight.contracts.incident.IncidentEvent.MarkRecorded;
import dev.hindsight.contracts.incident.IncidentMode;
import dev.hindsight.contracts.incident.IncidentStatus;
import dev.hindsight.contracts.incident.Mark;
import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.contracts.policy.ActionItemPolicy;
import dev.hindsight.contracts.policy.PolicyEvent;
import dev.hindsight.contracts.policy.PolicyEvent.ActionItemPolicySet;
import dev.hindsight.contracts.postmortem.PostMortemEvent;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ActionItemAgreed;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemCreated;
import dev.hindsight.contracts.time.OccurredAt;
import dev.hindsight.contracts.time.Precision;
import dev.hindsight.logkit.OtherServices;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records incidents of a team that is nobody else's as incident-service would, so that each test counts its own. */
final class Recordings {

    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final String team = "team-" + UUID.randomUUID();
    private UUID last = new UUID(0, 0);

    String team() {
        return team;
    }

    /** The id of the last entry, which a read can wait for. */
    String lastEntry() {
        return last.toString();
    }

    UUID incident(Visibility visibility, IncidentMode mode, List<String> people, Object... events) {
        var id = UUID.randomUUID();
        var all = new ArrayList<Object>();
        all.add(new IncidentDeclared(
                id,
                "INC-" + id,
                "A test",
                null,
                mode,
                IncidentStatus.ACTIVE,
                Severity.SEV2,
                team,
                visibility,
                people,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null));
        for (var event : events) {
            all.add(
                    event instanceof MarkRecorded mark
                            ? new MarkRecorded(id, mark.mark(), mark.occurredAt(), mark.episode())
                            : event);
        }
        append(IncidentEvent.AGGREGATE_TYPE, id, all.toArray());
        return id;
    }

    UUID open(Object... marks) {
        return incident(Visibility.OPEN, IncidentMode.RETROSPECTIVE, List.of(), marks);
    }

    /** An incident that was detected so long after its start. */
    UUID detectedAfter(Duration duration) {
        return open(started(), at(Mark.DETECTED, START.plus(duration)));
    }

    void change(UUID incident, IncidentEvent event) {
        append(IncidentEvent.AGGREGATE_TYPE, incident, event);
    }

    /** A post-mortem of these incidents in which one item was agreed. */
    UUID agreed(List<UUID> incidents, @Nullable String owner, @Nullable LocalDate due) {
        var postMortem = UUID.randomUUID();
        var item = UUID.randomUUID();
        append(
                PostMortemEvent.AGGREGATE_TYPE,
                postMortem,
                new PostMortemCreated(postMortem, incidents, team, null, null),
                new ActionItemAgreed(postMortem, item, "Alert on it", owner, due, null, null));
        return item;
    }

    /** An item that nobody owns yet, from outside a meeting. */
    UUID opened(List<UUID> incidents) {
        var item = UUID.randomUUID();
        opened(item, incidents);
        return item;
    }

    /** The follow-up of an item begins, agreed in a meeting or not. */
    void opened(UUID item, List<UUID> incidents) {
        followUp(
                item,
                new ActionItemOpened(
                        item,
                        "AI-" + item,
                        "Alert on it",
                        null,
                        incidents,
                        team,
                        null,
                        null,
                        null,
                        ActionItemStatus.PROPOSED,
                        null,
                        null));
    }

    void followUp(UUID item, ActionItemEvent event) {
        append(ActionItemEvent.AGGREGATE_TYPE, item, event);
    }

    /** What no figure is about. */
    void wordsAndPolicies() {
        var term = UUID.randomUUID();
        append(GlossaryEvent.AGGREGATE_TYPE, term, new GlossaryTermWithdrawn(term, "We have none"));
        append(
                PolicyEvent.AGGREGATE_TYPE,
                PolicyEvent.ACTION_ITEMS,
                new ActionItemPolicySet(PolicyEvent.ACTION_ITEMS, ActionItemPolicy.standard(), null));
    }

    static MarkRecorded started() {
        return at(Mark.IMPACT_STARTED, START);
    }

    static MarkRecorded at(Mark mark, Instant time) {
        return new MarkRecorded(new UUID(0, 0), mark, OccurredAt.at(time), 1);
    }

    static MarkRecorded between(Mark mark, Instant earliest, Instant latest) {
        return new MarkRecorded(new UUID(0, 0), mark, new OccurredAt(earliest, latest, Precision.HOUR, null), 1);
    }

    private void append(String type, UUID id, Object... events) {
        last = OtherServices.append(ServiceStack.database(), type, id, "someone", events)
                .getLast();
    }
}
