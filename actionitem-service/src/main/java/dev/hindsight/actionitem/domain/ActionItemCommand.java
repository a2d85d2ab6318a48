package dev.hindsight.actionitem.domain;

import dev.hindsight.contracts.actionitem.ActionItemEvent;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemChangeSuggested;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemDescribed;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemRecurred;
import dev.hindsight.contracts.policy.ChaseRules;
import dev.hindsight.contracts.policy.TeamPolicy;
import dev.hindsight.contracts.postmortem.StatedFollowUp;
import dev.hindsight.contracts.time.OccurredAt;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.rights.Access;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What may be asked of an action item. The caller supplies ids and times, so handling is repeatable. */
public sealed interface ActionItemCommand {

    /**
     * What was agreed elsewhere is to be followed up; only the service itself asks for it.
     *
     * @param causedBy the event in which it was agreed
     */
    record OpenActionItem(
            @TargetAggregateIdentifier UUID actionItemId,
            String reference,
            String title,
            UUID postMortemId,
            List<UUID> incidentIds,
            String team,
            @Nullable String owner,
            @Nullable LocalDate due,
            @Nullable StatedFollowUp stated,
            UUID causedBy,
            Instant agreedAt)
            implements ActionItemCommand {}

    /** @param incidents what the incidents of the item say of who may read them */
    record AcceptActionItem(
            @TargetAggregateIdentifier UUID actionItemId,
            String owner,
            LocalDate due,
            Instant now,
            List<Access> incidents)
            implements ActionItemCommand {}

    /** @param incidents what the incidents of the item say of who may read them */
    record CompleteActionItem(
            @TargetAggregateIdentifier UUID actionItemId,
            List<String> evidence,
            @Nullable String note,
            OccurredAt occurredAt,
            List<Access> incidents)
            implements ActionItemCommand {}

    /**
     * Somebody asks for it outside a meeting.
     *
     * @param team who is to follow it up; null for the team of the incidents
     * @param described what is said of it; null if nothing is
     * @param incidents what the incidents of the item say of who may read them
     */
    record ProposeActionItem(
            @TargetAggregateIdentifier UUID actionItemId,
            String reference,
            String title,
            List<UUID> incidentIds,
            @Nullable String team,
            @Nullable String owner,
            @Nullable LocalDate due,
            @Nullable ActionItemDescribed described,
            Instant now,
            List<Access> incidents)
            implements ActionItemCommand {

        /** The team that follows it up, if it can be told. */
        String follows() {
            if (team != null) {
                return team;
            }
            var teams = incidents.stream().map(Access::team).distinct().toList();
            if (teams.size() != 1) {
                throw new ProblemException(ActionItemRule.ACTION_ITEM_TEAM_NEEDED, null);
            }
            return teams.getFirst();
        }
    }

    /**
     * Something happened to it that its state need not add anything to.
     *
     * @param today what is to come lies after it
     * @param incidents what the incidents of the item say of who may read them
     */
    record PutOnRecord(
            @TargetAggregateIdentifier UUID actionItemId,
            ActionItemEvent event,
            LocalDate today,
            List<Access> incidents)
            implements ActionItemCommand {}

    /**
     * A roadblock is raised, and taken to the team lead at once.
     *
     * @param rules and {@code team}: the policies in force
     * @param incidents what the incidents of the item say of who may read them
     */
    record BlockActionItem(
            @TargetAggregateIdentifier UUID actionItemId,
            String roadblock,
            OccurredAt occurredAt,
            Instant now,
            ChaseRules rules,
            TeamPolicy team,
            List<Access> incidents)
            implements ActionItemCommand {}

    /**
     * Time has passed: what is to be decided by now is. Only the service itself asks for it.
     *
     * @param rules and {@code team}: the policies in force
     * @param incidents what the incidents of the item say of who may read them
     */
    record DecideChase(
            @TargetAggregateIdentifier UUID actionItemId,
            Instant now,
            ChaseRules rules,
            TeamPolicy team,
            List<Access> incidents)
            implements ActionItemCommand {}

    /** @param incidents what the incidents of the item say of who may read them */
    record UnblockActionItem(
            @TargetAggregateIdentifier UUID actionItemId,
            @Nullable String note,
            OccurredAt occurredAt,
            List<Access> incidents)
            implements ActionItemCommand {}

    /**
     * @param today the day that it was deferred to is to have come
     * @param incidents what the incidents of the item say of who may read them
     */
    record ResumeActionItem(
            @TargetAggregateIdentifier UUID actionItemId,
            LocalDate today,
            @Nullable String note,
            OccurredAt occurredAt,
            List<Access> incidents)
            implements ActionItemCommand {}

    /** What belongs to it was changed elsewhere; only the service itself says so. */
    record SuggestChange(@TargetAggregateIdentifier UUID actionItemId, ActionItemChangeSuggested suggestion)
            implements ActionItemCommand {}

    /** It was found that it did not keep its contributing factor from coming back; only the service itself finds that. */
    record RecordRecurrence(@TargetAggregateIdentifier UUID actionItemId, ActionItemRecurred recurred)
            implements ActionItemCommand {}
}
