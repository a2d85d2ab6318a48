package dev.hindsight.actionitem.domain;

import dev.hindsight.actionitem.domain.ActionItemCommand.BlockActionItem;
import dev.hindsight.actionitem.domain.ActionItemCommand.PutOnRecord;
import dev.hindsight.actionitem.domain.ActionItemCommand.ResumeActionItem;
import dev.hindsight.actionitem.domain.ActionItemCommand.UnblockActionItem;
import dev.hindsight.contracts.actionitem.ActionItemEvent;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemBlocked;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemChangeSuggested;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemCompleted;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemDeferred;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemDropped;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemFoundIneffective;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemOpened;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemRejected;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemStarted;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemVerified;
import dev.hindsight.contracts.actionitem.ActionItemStatus;
import dev.hindsight.contracts.actionitem.SuggestedChange;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.contracts.policy.ChaseRules;
import dev.hindsight.contracts.policy.TeamPolicy;
import dev.hindsight.contracts.time.OccurredAt;
import dev.hindsight.kit.identity.Actor;
import dev.hindsight.rights.Access;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** An action item of chain-core that ana owns, and the people who ask something of it. */
final class Item {

    static final UUID ID = new UUID(0, 1);
    static final UUID INCIDENT = new UUID(0, 3);
    static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final OccurredAt NOON = OccurredAt.at(NOW);
    static final Access OPEN = new Access("chain-core", Visibility.OPEN, List.of(), List.of());
    static final Access HIDDEN = new Access("chain-core", Visibility.RESTRICTED, List.of("eve"), List.of());
    static final Map<String, Object> RESPONDER = by("ben", "responder", "chain-core");
    static final Map<String, Object> OWNER = by("ana", "responder", "chain-core");
    static final Map<String, Object> OUTSIDER = by("oto", "responder", "payments-core");
    static final Map<String, Object> EXECUTIVE = by("exe", "executive", "chain-core");
    static final Map<String, Object> AUDITOR = by("aud", "auditor", "chain-core");
    static final Map<String, Object> ADMIN = by("adm", "admin", "chain-core");
    static final String FORBIDDEN = "Your rights do not allow this: Action items of chain-core are worked on by"
            + " that team and their owners.";
    static final String NOT_FOUND = "Not found: Check the id or reference; what you may not see is not found either.";

    static final ActionItemStarted STARTED = new ActionItemStarted(ID, null, NOON);
    static final ActionItemBlocked BLOCKED = new ActionItemBlocked(ID, "the vendor", NOON);
    static final ActionItemCompleted COMPLETED = new ActionItemCompleted(ID, List.of("a link"), null, NOON);
    static final ActionItemVerified VERIFIED = new ActionItemVerified(ID, "seen", NOON);
    static final ActionItemFoundIneffective INEFFECTIVE = new ActionItemFoundIneffective(ID, "it is silent", NOON);
    static final ActionItemRejected REJECTED = new ActionItemRejected(ID, "gone by June", NOON);
    static final ActionItemDropped DROPPED = new ActionItemDropped(ID, "retired", NOON);
    static final ActionItemDeferred DEFERRED = new ActionItemDeferred(ID, "an hour unnoticed", JUNE, NOON);

    static final ActionItemChangeSuggested SUGGESTION = new ActionItemChangeSuggested(
            ID, new UUID(0, 11), SuggestedChange.COMPLETE, "github", "https://github.com/o/r/issues/7", NOW);

    private Item() {}

    /** What leads to a status, from the beginning. */
    static List<ActionItemEvent> in(ActionItemStatus status) {
        return switch (status) {
            case PROPOSED -> List.of(opened(ActionItemStatus.PROPOSED));
            case ACCEPTED -> List.of(opened(ActionItemStatus.ACCEPTED));
            case IN_PROGRESS -> accepted(STARTED);
            case BLOCKED -> accepted(BLOCKED);
            case DONE -> accepted(COMPLETED);
            case VERIFIED -> accepted(COMPLETED, VERIFIED);
            case INEFFECTIVE -> accepted(COMPLETED, INEFFECTIVE);
            case REJECTED -> List.of(opened(ActionItemStatus.PROPOSED), REJECTED);
            case DEFERRED -> accepted(DEFERRED);
            case DROPPED -> accepted(DROPPED);
        };
    }

    /** The same, and what GitHub has told of it. */
    static List<ActionItemEvent> suggested(ActionItemStatus status) {
        var events = new ArrayList<ActionItemEvent>(in(status));
        events.add(SUGGESTION);
        return events;
    }

    static List<ActionItemEvent> accepted(ActionItemEvent... then) {
        var events = new ArrayList<ActionItemEvent>(in(ActionItemStatus.ACCEPTED));
        events.addAll(List.of(then));
        return events;
    }

    static ActionItemOpened opened(ActionItemStatus status) {
        boolean accepted = status == ActionItemStatus.ACCEPTED;
        return new ActionItemOpened(
                ID,
                "AI-2026-0001",
                "Alert on cache misses",
                null,
                List.of(INCIDENT),
                "chain-core",
                accepted ? "ana" : null,
                accepted ? MAY : null,
                null,
                status,
                null,
                NOW);
    }

    static PutOnRecord record(ActionItemEvent event) {
        return new PutOnRecord(ID, event, TODAY, List.of(OPEN));
    }

    static BlockActionItem block() {
        return new BlockActionItem(
                ID, "the vendor", NOON, NOW, ChaseRules.standard(), TeamPolicy.standard(), List.of(OPEN));
    }

    static UnblockActionItem unblock() {
        return new UnblockActionItem(ID, "it is open", NOON, List.of(OPEN));
    }

    static ResumeActionItem resume(LocalDate today) {
        return new ResumeActionItem(ID, today, "back", NOON, List.of(OPEN));
    }

    static Map<String, Object> by(String subject, String role, String team) {
        return Map.of(Actor.CALLER, new Actor(subject, Set.of(role), Set.of(team)));
    }
}
