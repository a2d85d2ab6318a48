package dev.hindsight.incident.rest;

import dev.hindsight.contracts.incident.Mark;
import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.contracts.postmortem.PostMortemState;
import dev.hindsight.folds.incident.IncidentState;
import dev.hindsight.folds.incident.MarkState;
import dev.hindsight.folds.policy.Deadline;
import dev.hindsight.folds.policy.PostMortemClock;
import dev.hindsight.folds.postmortem.PostMortemStatus;
import dev.hindsight.incident.history.IncidentHistories;
import dev.hindsight.logkit.PolicyHistories;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Holds a post-mortem against the policy in force: by its most severe incident, and of those by the one first declared. */
@Singleton
class PolicyClocks {

    private static final Comparator<IncidentState> MOST_URGENT =
            Comparator.comparing(IncidentState::severity).thenComparing(PolicyClocks::declaredAt);

    private final IncidentHistories histories;
    private final PolicyHistories policies;
    private final Clock clock;

    PolicyClocks(IncidentHistories histories, PolicyHistories policies, Clock clock) {
        this.histories = histories;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * What is due, met or missed.
     *
     * @param incidentId the incident that decides
     * @param policyVersion how often the policy was set; 0 before anyone has
     */
    record DueDates(UUID incidentId, Severity severity, long policyVersion, Deadline meeting, Deadline review) {}

    DueDates dueDates(PostMortemStatus of) {
        var incident = mostUrgent(of);
        var policy = policies.postMortems(OptionalLong.empty()).state();
        var sessions = of.meeting().sessions();
        var due = PostMortemClock.of(
                policy.policy(),
                new PostMortemClock.Facts(
                        incident.severity(),
                        declaredAt(incident),
                        last(incident, Mark.RESOLVED).orElse(null),
                        sessions.isEmpty() ? null : sessions.getFirst().startedAt(),
                        of.review().draftSharedAt(),
                        of.state() == PostMortemState.WAIVED),
                clock.instant());
        return new DueDates(incident.incidentId(), incident.severity(), policy.version(), due.meeting(), due.review());
    }

    int approvalsNeeded(PostMortemStatus of) {
        return policies.postMortems(OptionalLong.empty())
                .state()
                .policy()
                .of(mostUrgent(of).severity())
                .approvals();
    }

    private IncidentState mostUrgent(PostMortemStatus of) {
        return of.incidentIds().stream()
                .flatMap(id -> histories.incident(id, OptionalLong.empty()).stream())
                .map(told -> told.state())
                .min(MOST_URGENT)
                .orElseThrow();
    }

    private static Instant declaredAt(IncidentState incident) {
        return times(incident, Mark.DECLARED).stream()
                .min(Comparator.naturalOrder())
                .orElse(incident.recordedAt());
    }

    private static Optional<Instant> last(IncidentState incident, Mark mark) {
        return times(incident, mark).stream().max(Comparator.naturalOrder());
    }

    private static List<Instant> times(IncidentState incident, Mark mark) {
        return incident.marks().stream()
                .filter(it -> it.mark() == mark && it.retraction() == null)
                .map(MarkState::occurredAt)
                .map(at -> at.latest())
                .toList();
    }
}
