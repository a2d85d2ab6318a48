package dev.hindsight.actionitem.effectiveness;

import dev.hindsight.actionitem.domain.ActionItemCommand.RecordRecurrence;
import dev.hindsight.actionitem.opening.ActionItemOpening;
import dev.hindsight.contracts.actionitem.ActionItemEvent;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemDescribed;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemFoundIneffective;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemOpened;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemRecurred;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemVerified;
import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentLinked;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentUnlinked;
import dev.hindsight.contracts.incident.IncidentEvent.MarkCorrected;
import dev.hindsight.contracts.incident.IncidentEvent.MarkRecorded;
import dev.hindsight.contracts.incident.IncidentEvent.MarkRetracted;
import dev.hindsight.contracts.incident.IncidentMode;
import dev.hindsight.contracts.incident.IncidentStatus;
import dev.hindsight.contracts.incident.LinkRelation;
import dev.hindsight.contracts.incident.Mark;
import dev.hindsight.contracts.postmortem.AnalysisEvent.ContributingFactorClassified;
import dev.hindsight.contracts.postmortem.AnalysisEvent.ContributingFactorWithdrawn;
import dev.hindsight.contracts.postmortem.PostMortemEvent.Beginning;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ContributingFactorIdentified;
import dev.hindsight.folds.actionitem.ActionItemFold;
import dev.hindsight.folds.actionitem.ActionItemState;
import dev.hindsight.folds.incident.IncidentFold;
import dev.hindsight.folds.incident.IncidentState;
import dev.hindsight.folds.incident.MarkState;
import dev.hindsight.kit.identity.Actor;
import dev.hindsight.log.LogEntry;
import dev.hindsight.log.LogReader;
import dev.hindsight.logkit.Histories;
import dev.hindsight.logkit.Told;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.jdbi.v3.core.Jdbi;

/**
 * Has it recorded with a verified item that a later incident shares a contributing factor with it. It goes by the entries up to
 * the one it has come to, and what it appends commits with its token; met again, an item ignores what it has recorded.
 */
@ProcessingGroup(ActionItemEffectiveness.NAME)
public class ActionItemEffectiveness {

    public static final String NAME = "action-item-effectiveness";

    /** What was no outage, or is told of with another one. */
    private static final Set<IncidentStatus> NO_RECURRENCE = EnumSet.of(IncidentStatus.DECLINED, IncidentStatus.MERGED);

    private final CommandGateway commands;
    private final LogReader log;
    private final Histories histories;
    private final EffectivenessRows rows;
    private final SharedFactors shared;

    public ActionItemEffectiveness(CommandGateway commands, LogReader log, Histories histories, Jdbi jdbi) {
        this.commands = commands;
        this.log = log;
        this.histories = histories;
        this.rows = new EffectivenessRows(jdbi);
        this.shared = new SharedFactors(jdbi);
    }

    @EventHandler
    void on(ActionItemOpened e, @Timestamp Instant recordedAt) {
        rows.opened(e, recordedAt);
    }

    @EventHandler
    void on(ActionItemRecurred e) {
        rows.recorded(e);
    }

    @EventHandler
    void on(ActionItemDescribed e, @SequenceNumber long sequence, TrackingToken token) {
        if (e.factors() != null) {
            rows.addresses(e.actionItemId(), e.factors(), sequence + 1);
            tell(shared.ofItem(e.actionItemId()), token);
        }
    }

    /** Where it is known only roughly when, an incident has to be later for certain. */
    @EventHandler
    void on(ActionItemVerified e, @SequenceNumber long sequence, TrackingToken token) {
        rows.verified(e.actionItemId(), e.occurredAt().latest(), sequence + 1);
        tell(shared.ofItem(e.actionItemId()), token);
    }

    @EventHandler
    void on(ActionItemFoundIneffective e, @SequenceNumber long sequence) {
        rows.verified(e.actionItemId(), null, sequence + 1);
    }

    @EventHandler
    void on(ContributingFactorIdentified e, TrackingToken token) {
        var incidents = log.first(e.postMortemId())
                .map(LogEntry::event)
                .map(Beginning.class::cast)
                .orElseThrow(() -> new IllegalStateException("A post-mortem begins with what it is about"))
                .incidentIds();
        rows.identified(e, incidents, position(token));
        tell(shared.ofFactor(e.factorId()), token);
    }

    @EventHandler
    void on(ContributingFactorClassified e, TrackingToken token) {
        rows.classified(e.factorId(), e.externalIds(), position(token));
        tell(shared.ofFactor(e.factorId()), token);
    }

    @EventHandler
    void on(ContributingFactorWithdrawn e, TrackingToken token) {
        rows.withdrawn(e.factorId(), position(token));
    }

    @EventHandler
    void on(IncidentLinked e, TrackingToken token) {
        if (e.relation() == LinkRelation.SAME_FACTORS_AS) {
            rows.linked(e.incidentId(), e.otherId(), true, position(token));
            tell(shared.ofIncident(e.incidentId()), token);
        }
    }

    @EventHandler
    void on(IncidentUnlinked e, TrackingToken token) {
        if (e.relation() == LinkRelation.SAME_FACTORS_AS) {
            rows.linked(e.incidentId(), e.otherId(), false, position(token));
        }
    }

    /** A start that was recorded late, or corrected, may show that an incident was later after all. */
    @EventHandler
    void on(MarkRecorded e, TrackingToken token) {
        if (e.mark() == Mark.IMPACT_STARTED || e.mark() == Mark.DECLARED) {
            tell(shared.ofIncident(e.incidentId()), token);
        }
    }

    @EventHandler
    void on(MarkCorrected e, TrackingToken token) {
        tell(shared.ofIncident(e.incidentId()), token);
    }

    @EventHandler
    void on(MarkRetracted e, TrackingToken token) {
        tell(shared.ofIncident(e.incidentId()), token);
    }

    private void tell(List<Candidate> candidates, TrackingToken token) {
        var upTo = OptionalLong.of(position(token));
        var starts = new HashMap<UUID, Optional<Instant>>();
        candidates.stream()
                .filter(found -> starts.computeIfAbsent(found.incidentId(), incident -> start(incident, upTo))
                        .filter(start -> start.isAfter(found.verifiedAt()))
                        .isPresent())
                .forEach(found -> record(found, upTo));
    }

    private void record(Candidate found, OptionalLong upTo) {
        var recurred = new ActionItemRecurred(
                found.actionItemId(),
                found.incidentId(),
                found.postMortemId(),
                found.addressed(),
                found.factorId(),
                recipients(found.actionItemId(), upTo));
        commands.sendAndWait(new GenericCommandMessage<>(
                new RecordRecurrence(found.actionItemId(), recurred), Map.of(Actor.CALLER, ActionItemOpening.ITSELF)));
    }

    /** Empty for what is no recurrence of anything. */
    private Optional<Instant> start(UUID incidentId, OptionalLong upTo) {
        return histories
                .of(IncidentEvent.AGGREGATE_TYPE, IncidentEvent.class, incidentId, upTo, IncidentFold::of)
                .map(Told::state)
                .filter(incident -> incident.mode() != IncidentMode.DRILL && !NO_RECURRENCE.contains(incident.status()))
                .map(ActionItemEffectiveness::start);
    }

    /** When its impact started, else when it was declared, else recorded. */
    private static Instant start(IncidentState incident) {
        return first(incident, Mark.IMPACT_STARTED)
                .or(() -> first(incident, Mark.DECLARED))
                .orElse(incident.recordedAt());
    }

    private static Optional<Instant> first(IncidentState incident, Mark mark) {
        return incident.marks().stream()
                .filter(state -> state.mark() == mark && state.retraction() == null)
                .map(MarkState::occurredAt)
                .map(at -> at.earliest())
                .min(Comparator.naturalOrder());
    }

    /** Its owner, and who answers for it. */
    private List<String> recipients(UUID item, OptionalLong upTo) {
        return histories
                .of(ActionItemEvent.AGGREGATE_TYPE, ActionItemEvent.class, item, upTo, ActionItemFold::of)
                .map(Told::state)
                .map(ActionItemEffectiveness::recipients)
                .orElse(List.of());
    }

    private static List<String> recipients(ActionItemState item) {
        return Stream.of(item.owner(), item.details().executive())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static long position(TrackingToken token) {
        return token.position().orElseThrow();
    }
}
