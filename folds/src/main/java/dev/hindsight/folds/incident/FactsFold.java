package dev.hindsight.folds.incident;

import dev.hindsight.contracts.incident.IncidentEvent.EvidenceRecorded;
import dev.hindsight.contracts.incident.IncidentEvent.EvidenceRetracted;
import dev.hindsight.contracts.incident.IncidentEvent.ImpactCorrected;
import dev.hindsight.contracts.incident.IncidentEvent.ImpactRecorded;
import dev.hindsight.contracts.incident.IncidentEvent.ImpactRetracted;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentLinked;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentUnlinked;
import dev.hindsight.contracts.incident.IncidentEvent.KnownRecorded;
import dev.hindsight.contracts.incident.IncidentEvent.RoleAssigned;
import dev.hindsight.contracts.incident.IncidentEvent.RoleReleased;
import dev.hindsight.contracts.incident.IncidentEvent.StatusUpdatePublished;
import dev.hindsight.contracts.incident.IncidentEvent.UnknownAssigned;
import dev.hindsight.contracts.incident.IncidentEvent.UnknownRaised;
import dev.hindsight.folds.Recorded;
import dev.hindsight.folds.incident.RegisterState.Known;
import dev.hindsight.folds.incident.RegisterState.Unknown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gathers what is recorded about one incident beside its steps, marks and timeline, each in the order of recording. */
final class FactsFold {

    private final Map<UUID, EvidenceState> evidence = new LinkedHashMap<>();
    private final Map<UUID, ImpactState> impacts = new LinkedHashMap<>();
    private final List<RoleState> roles = new ArrayList<>();
    private final List<LinkState> links = new ArrayList<>();
    private final List<Known> knowns = new ArrayList<>();
    private final Map<UUID, Unknown> unknowns = new LinkedHashMap<>();
    private final List<StatusUpdate> updates = new ArrayList<>();

    void add(EvidenceRecorded e, Recorded<?> by) {
        evidence.put(e.evidenceId(), EvidenceState.recorded(e.evidenceId(), e.facts(), by));
    }

    void add(EvidenceRetracted e, Recorded<?> by) {
        evidence.computeIfPresent(e.evidenceId(), (_, piece) -> piece.retracted(e.reason(), by));
    }

    void add(ImpactRecorded e, Recorded<?> by) {
        impacts.put(e.impactId(), ImpactState.recorded(e.impactId(), e.facts(), by));
    }

    void add(ImpactCorrected e, Recorded<?> by) {
        impacts.computeIfPresent(e.impactId(), (_, impact) -> impact.corrected(e.facts(), e.reason(), by));
    }

    void add(ImpactRetracted e, Recorded<?> by) {
        impacts.computeIfPresent(e.impactId(), (_, impact) -> impact.retracted(e.reason(), by));
    }

    void add(RoleAssigned e, Recorded<?> by) {
        roles.add(RoleState.assigned(e.role(), e.person(), e.occurredAt(), by));
    }

    void add(RoleReleased e) {
        roles.replaceAll(role -> role.isHeldBy(e.role(), e.person()) ? role.released(e.occurredAt()) : role);
    }

    void add(IncidentLinked e, Recorded<?> by) {
        links.add(LinkState.linked(e.relation(), e.otherId(), e.note(), by));
    }

    void add(IncidentUnlinked e, Recorded<?> by) {
        links.replaceAll(link -> link.holds(e.relation(), e.otherId()) ? link.unlinked(e.reason(), by) : link);
    }

    void add(UnknownRaised e, Recorded<?> by) {
        unknowns.put(
                e.unknownId(),
                new Unknown(
                        e.unknownId(),
                        e.question(),
                        e.investigator(),
                        e.occurredAt(),
                        by.recordedAt(),
                        by.recordedBy(),
                        null));
    }

    void add(UnknownAssigned e) {
        unknowns.computeIfPresent(e.unknownId(), (_, unknown) -> unknown.assigned(e.investigator()));
    }

    void add(KnownRecorded e, Recorded<?> by) {
        knowns.add(new Known(
                e.knownId(),
                e.statement(),
                e.closes(),
                e.evidence(),
                e.occurredAt(),
                by.recordedAt(),
                by.recordedBy()));
        if (e.closes() != null) {
            unknowns.computeIfPresent(e.closes(), (_, unknown) -> unknown.closed(e.knownId()));
        }
    }

    void add(StatusUpdatePublished e, Recorded<?> by) {
        updates.add(new StatusUpdate(
                e.updateId(), e.audience(), e.text(), e.nextDue(), e.occurredAt(), by.recordedAt(), by.recordedBy()));
    }

    List<EvidenceState> evidence() {
        return List.copyOf(evidence.values());
    }

    List<ImpactState> impacts() {
        return List.copyOf(impacts.values());
    }

    List<RoleState> roles() {
        return List.copyOf(roles);
    }

    List<LinkState> links() {
        return List.copyOf(links);
    }

    RegisterState register() {
        return new RegisterState(List.copyOf(knowns), List.copyOf(unknowns.values()));
    }

    List<StatusUpdate> updates() {
        return List.copyOf(updates);
    }

    /** What the last update promised. */
    @Nullable
    Instant nextUpdateDue() {
        return updates.isEmpty() ? null : updates.getLast().nextDue();
    }
}
