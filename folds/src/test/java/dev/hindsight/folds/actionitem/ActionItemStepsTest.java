package dev.hindsight.folds.actionitem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.contracts.actionitem.ActionItemEvent;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemBlocked;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemCommented;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemCompleted;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemDeferred;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemDescribed;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemDropped;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemFoundIneffective;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemLinked;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemOpened;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemReassigned;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemRejected;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemRescheduled;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemResumed;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemStarted;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemUnblocked;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemVerified;
import dev.hindsight.contracts.actionitem.ActionItemKind;
import dev.hindsight.contracts.actionitem.ActionItemPriority;
import dev.hindsight.contracts.actionitem.ActionItemStatus;
import dev.hindsight.contracts.time.OccurredAt;
import dev.hindsight.folds.Recorded;
import dev.hindsight.folds.actionitem.ActionItemState.Assignment;
import dev.hindsight.folds.actionitem.ActionItemState.Comment;
import dev.hindsight.folds.actionitem.ActionItemState.Deferral;
import dev.hindsight.folds.actionitem.ActionItemState.Gap;
import dev.hindsight.folds.actionitem.ActionItemState.Link;
import dev.hindsight.folds.actionitem.ActionItemState.Roadblock;
import dev.hindsight.folds.actionitem.ActionItemState.Step;
import dev.hindsight.folds.actionitem.ActionItemState.Verification;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ActionItemStepsTest {

    private static final UUID ID = new UUID(0, 1);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final OccurredAt MORNING = OccurredAt.at(Instant.parse("2026-03-01T08:00:00Z"));
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
    private static final ActionItemStarted STARTED = new ActionItemStarted(ID, "first staging", MORNING);
    private static final ActionItemBlocked BLOCKED = new ActionItemBlocked(ID, "the vendor", MORNING);
    private static final ActionItemDeferred DEFERRED = new ActionItemDeferred(ID, "an hour unnoticed", JUNE, MORNING);
    private static final ActionItemCompleted COMPLETED = new ActionItemCompleted(ID, List.of("a link"), null, MORNING);
    private static final ActionItemVerified VERIFIED = new ActionItemVerified(ID, "seen", MORNING);

    @Test
    void eachStepIsKeptWithItsReason() {
        assertThat(state(STARTED, BLOCKED, new ActionItemDropped(ID, "retired", MORNING))
                        .steps())
                .containsExactly(
                        new Step(ActionItemStatus.IN_PROGRESS, "first staging", MORNING, NOON.plusMillis(1), "by 1"),
                        new Step(ActionItemStatus.BLOCKED, "the vendor", MORNING, NOON.plusMillis(2), "by 2"),
                        new Step(ActionItemStatus.DROPPED, "retired", MORNING, NOON.plusMillis(3), "by 3"));
    }

    @Test
    void aRoadblockIsToldWhileItIsInTheWay() {
        assertThat(state(BLOCKED).roadblock())
                .isEqualTo(new Roadblock("the vendor", MORNING, NOON.plusMillis(1), "by 1"));

        var unblocked = state(BLOCKED, new ActionItemUnblocked(ID, ActionItemStatus.ACCEPTED, null, MORNING));
        assertThat(unblocked.roadblock()).isNull();
        assertThat(unblocked.status()).isEqualTo(ActionItemStatus.ACCEPTED);
    }

    @Test
    void aRoadblockWaitsBehindADeferral() {
        var deferred = state(BLOCKED, DEFERRED);
        assertThat(deferred.roadblock()).isNull();
        assertThat(deferred.deferral()).isEqualTo(new Deferral("an hour unnoticed", JUNE, NOON.plusMillis(2), "by 2"));

        var resumed = state(BLOCKED, DEFERRED, new ActionItemResumed(ID, ActionItemStatus.BLOCKED, null, MORNING));
        assertThat(resumed.deferral()).isNull();
        assertThat(resumed.roadblock()).isNotNull();
    }

    @Test
    void whatDidNotHelpIsNeitherDoneNorVerified() {
        assertThat(state(COMPLETED, VERIFIED).verification())
                .isEqualTo(new Verification("seen", MORNING, NOON.plusMillis(2), "by 2"));

        var ineffective = state(COMPLETED, VERIFIED, new ActionItemFoundIneffective(ID, "it did not fire", MORNING));
        assertThat(ineffective.status()).isEqualTo(ActionItemStatus.INEFFECTIVE);
        assertThat(ineffective.completion()).isNull();
        assertThat(ineffective.verification()).isNull();
        assertThat(ineffective.steps()).hasSize(3);
    }

    @Test
    void whatIsRejectedIsToldWhy() {
        assertThat(state(new ActionItemRejected(ID, "gone by June", MORNING)).steps())
                .containsExactly(
                        new Step(ActionItemStatus.REJECTED, "gone by June", MORNING, NOON.plusMillis(1), "by 1"));
    }

    @Test
    void anotherOwnerAndAnotherDateAreToldWithTheReason() {
        var changed = state(
                new ActionItemReassigned(ID, "ben", "ana is away"),
                new ActionItemRescheduled(ID, JUNE, "the vendor is late", null));

        assertThat(changed.owner()).isEqualTo("ben");
        assertThat(changed.due()).isEqualTo(JUNE);
        assertThat(changed.status()).isEqualTo(ActionItemStatus.ACCEPTED);
        assertThat(changed.assignments())
                .containsExactly(
                        new Assignment("ana", MAY, null, NOON, "by 0"),
                        new Assignment("ben", MAY, "ana is away", NOON.plusMillis(1), "by 1"),
                        new Assignment("ben", JUNE, "the vendor is late", NOON.plusMillis(2), "by 2"));
    }

    @Test
    void anOwnerWithoutADateLeavesThatGap() {
        var history = history(List.of(opened(null, null), new ActionItemReassigned(ID, "ben", "nobody had it")));

        assertThat(ActionItemFold.of(history).orElseThrow().gaps()).containsExactly(Gap.UNDATED);
    }

    @Test
    void commentsAndLinksAreKept() {
        var discussed = state(
                new ActionItemCommented(ID, new UUID(0, 9), "5 %"),
                new ActionItemLinked(ID, "https://example.org/issues/81", "Issue 81"));

        assertThat(discussed.comments())
                .containsExactly(new Comment(new UUID(0, 9), "5 %", NOON.plusMillis(1), "by 1"));
        assertThat(discussed.links())
                .containsExactly(new Link("https://example.org/issues/81", "Issue 81", NOON.plusMillis(2), "by 2"));
    }

    @Test
    void whatADescriptionDoesNotSayStaysAsItWas() {
        var factor = List.of(new UUID(0, 7));
        var described = state(
                new ActionItemDescribed(ID, ActionItemKind.DETECT, null, null, "it fires", null, null, factor),
                new ActionItemDescribed(
                        ID, ActionItemKind.PREVENT, null, ActionItemPriority.HIGH, null, null, null, null));

        assertThat(described.details())
                .isEqualTo(new ActionItemDetails(
                        ActionItemKind.PREVENT, null, ActionItemPriority.HIGH, "it fires", null, null, factor));
    }

    private static ActionItemState state(ActionItemEvent... after) {
        var events = new ArrayList<ActionItemEvent>(List.of(opened("ana", MAY)));
        events.addAll(List.of(after));
        return ActionItemFold.of(history(events)).orElseThrow();
    }

    private static ActionItemOpened opened(String owner, LocalDate due) {
        return new ActionItemOpened(
                ID,
                "AI-2026-0001",
                "Alert on cache misses",
                null,
                List.of(new UUID(0, 3)),
                "chain-core",
                owner,
                due,
                null,
                owner == null || due == null ? ActionItemStatus.PROPOSED : ActionItemStatus.ACCEPTED,
                null,
                null);
    }

    private static List<Recorded<ActionItemEvent>> history(List<? extends ActionItemEvent> events) {
        var history = new ArrayList<Recorded<ActionItemEvent>>();
        for (var event : events) {
            history.add(new Recorded<>(event, history.size(), NOON.plusMillis(history.size()), "by " + history.size()));
        }
        return history;
    }
}
