package dev.hindsight.actionitem;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentDeclared;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentDetailsChanged;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentLinked;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentResolved;
import dev.hindsight.contracts.incident.IncidentEvent.MarkCorrected;
import dev.hindsight.contracts.incident.IncidentEvent.MarkRecorded;
import dev.hindsight.contracts.incident.IncidentEvent.VisibilityChanged;
import dev.hindsight.contracts.incident.IncidentMode;
import dev.hindsight.contracts.incident.IncidentStatus;
import dev.hindsight.contracts.incident.LinkRelation;
import dev.hindsight.contracts.incident.Mark;
import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.contracts.policy.ActionItemPolicy;
import dev.hindsight.contracts.policy.PolicyEvent;
import dev.hindsight.contracts.policy.PolicyEvent.ActionItemPolicySet;
import dev.hindsight.contracts.policy.PolicyEvent.TeamPolicySet;
import dev.hindsight.contracts.policy.TeamPolicy;
import dev.hindsight.contracts.postmortem.AnalysisEvent.ContributingFactorClassified;
import dev.hindsight.contracts.postmortem.AnalysisEvent.ContributingFactorWithdrawn;
import dev.hindsight.contracts.postmortem.ExternalClassification;
import dev.hindsight.contracts.postmortem.FactorKind;
import dev.hindsight.contracts.postmortem.FactorLayer;
import dev.hindsight.contracts.postmortem.FactorRole;
import dev.hindsight.contracts.postmortem.PostMortemEvent;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ActionItemAgreed;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ContributingFactorIdentified;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemCreated;
import dev.hindsight.contracts.postmortem.StatedFollowUp;
import dev.hindsight.contracts.time.OccurredAt;
import dev.hindsight.logkit.OtherServices;
import dev.hindsight.testkit.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens in the service of incidents and post-mortems, as the log tells it. */
public record Elsewhere(TestDatabase database) {

    /** An item agreed, and the entry that says so. */
    public record Agreed(UUID actionItemId, UUID eventId) {}

    public UUID incident(Visibility visibility, String... people) {
        return incident("chain-core", visibility, people);
    }

    public UUID incident(String team, Visibility visibility, String... people) {
        var id = UUID.randomUUID();
        append(
                IncidentEvent.AGGREGATE_TYPE,
                id,
                new IncidentDeclared(
                        id,
                        "INC-2026-" + id,
                        "Finality is lost",
                        null,
                        IncidentMode.LIVE,
                        IncidentStatus.ACTIVE,
                        Severity.SEV1,
                        team,
                        visibility,
                        List.of(people),
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null));
        return id;
    }

    public UUID policy(ActionItemPolicy policy) {
        return append(
                PolicyEvent.AGGREGATE_TYPE,
                PolicyEvent.ACTION_ITEMS,
                new ActionItemPolicySet(PolicyEvent.ACTION_ITEMS, policy, null));
    }

    public UUID teamPolicy(String team, TeamPolicy policy) {
        var id = PolicyEvent.ofTeam(team);
        return append(PolicyEvent.AGGREGATE_TYPE, id, new TeamPolicySet(id, team, policy, null));
    }

    public UUID restrict(UUID incident, String... people) {
        return append(
                IncidentEvent.AGGREGATE_TYPE,
                incident,
                new VisibilityChanged(incident, Visibility.RESTRICTED, List.of(people), List.of(), "exploit"));
    }

    /** An entry that says nothing about action items or who may read them. */
    public UUID noted(UUID incident) {
        return append(IncidentEvent.AGGREGATE_TYPE, incident, new IncidentResolved(incident, null, "over"));
    }

    public UUID postMortem(UUID... incidents) {
        var id = UUID.randomUUID();
        append(
                PostMortemEvent.AGGREGATE_TYPE,
                id,
                new PostMortemCreated(id, List.of(incidents), "chain-core", null, null));
        return id;
    }

    public Agreed agreed(UUID postMortem, String title, @Nullable String owner, @Nullable LocalDate due) {
        return agreed(postMortem, title, owner, due, null);
    }

    public Agreed imported(UUID postMortem, String title) {
        return agreed(
                postMortem, title, null, null, new StatedFollowUp("Example Labs", null, "done", null, null, null));
    }

    /** A contributing factor, said to be an earlier one or not, of these external ids. */
    public UUID factor(UUID postMortem, @Nullable UUID sameAs, ExternalClassification... externalIds) {
        var id = UUID.randomUUID();
        append(
                PostMortemEvent.AGGREGATE_TYPE,
                postMortem,
                new ContributingFactorIdentified(
                        postMortem,
                        id,
                        "The cache was sized for the normal case",
                        FactorRole.ENABLING,
                        FactorLayer.CONSENSUS,
                        FactorKind.CAPACITY,
                        List.of(externalIds),
                        sameAs));
        return id;
    }

    public UUID classified(UUID postMortem, UUID factor, ExternalClassification... externalIds) {
        return append(
                PostMortemEvent.AGGREGATE_TYPE,
                postMortem,
                new ContributingFactorClassified(
                        postMortem,
                        factor,
                        FactorRole.ENABLING,
                        FactorLayer.CONSENSUS,
                        FactorKind.CAPACITY,
                        List.of(externalIds)));
    }

    public UUID withdrawn(UUID postMortem, UUID factor) {
        return append(
                PostMortemEvent.AGGREGATE_TYPE,
                postMortem,
                new ContributingFactorWithdrawn(postMortem, factor, "It was another one"));
    }

    public UUID linked(UUID incident, UUID other) {
        return append(
                IncidentEvent.AGGREGATE_TYPE,
                incident,
                new IncidentLinked(incident, LinkRelation.SAME_FACTORS_AS, other, null));
    }

    public UUID started(UUID incident, Instant at) {
        return append(
                IncidentEvent.AGGREGATE_TYPE,
                incident,
                new MarkRecorded(incident, Mark.IMPACT_STARTED, OccurredAt.at(at), 1));
    }

    /** The start that {@link #started} recorded first was another one. */
    public UUID startCorrected(UUID incident, Instant at) {
        return append(
                IncidentEvent.AGGREGATE_TYPE,
                incident,
                new MarkCorrected(incident, 1, OccurredAt.at(at), "The clock was behind"));
    }

    /** Another team owns it from now on, and only that team reads it. */
    public UUID moved(UUID incident, String team) {
        append(
                IncidentEvent.AGGREGATE_TYPE,
                incident,
                new VisibilityChanged(incident, Visibility.TEAM, List.of(), List.of(), "It is theirs"));
        return append(
                IncidentEvent.AGGREGATE_TYPE,
                incident,
                new IncidentDetailsChanged(incident, null, null, team, null, null, null));
    }

    private Agreed agreed(
            UUID postMortem,
            String title,
            @Nullable String owner,
            @Nullable LocalDate due,
            @Nullable StatedFollowUp stated) {
        var item = UuidCreator.getTimeOrderedEpoch();
        return new Agreed(
                item,
                append(
                        PostMortemEvent.AGGREGATE_TYPE,
                        postMortem,
                        new ActionItemAgreed(postMortem, item, title, owner, due, stated, null)));
    }

    private UUID append(String type, UUID aggregate, Object event) {
        return OtherServices.append(database, type, aggregate, "somebody", event)
                .getFirst();
    }
}
