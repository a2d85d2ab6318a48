package dev.hindsight.folds.actionitem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.contracts.actionitem.ActionItemEvent;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemAccepted;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemCompleted;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemOpened;
import dev.hindsight.contracts.actionitem.ActionItemStatus;
import dev.hindsight.folds.Recorded;
import dev.hindsight.folds.actionitem.ActionItemState.Assignment;
import dev.hindsight.folds.actionitem.ActionItemState.Gap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ActionItemFoldTest {

    private static final UUID ID = new UUID(0, 1);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final ActionItemCompleted COMPLETED =
            new ActionItemCompleted(ID, List.of("https://example.org/pull/81"), null, null);

    @Test
    void nothingRecordedIsNoState() {
        assertThat(ActionItemFold.of(List.of())).isEmpty();
    }

    @Test
    void whatHistoryDoesNotSayShowsAsGaps() {
        assertThat(state(opened(null, null)).gaps()).containsExactly(Gap.UNOWNED, Gap.UNDATED);
        assertThat(state(opened("ana", null)).gaps()).containsExactly(Gap.UNDATED);
        assertThat(state(opened(null, MAY)).gaps()).containsExactly(Gap.UNOWNED);
        assertThat(state(opened("ana", MAY)).gaps()).isEmpty();
    }

    @Test
    void acceptingClosesTheGaps() {
        var accepted = state(opened(null, null), new ActionItemAccepted(ID, "ana", MAY, null));

        assertThat(accepted.status()).isEqualTo(ActionItemStatus.ACCEPTED);
        assertThat(accepted.gaps()).isEmpty();
        assertThat(accepted.owner()).isEqualTo("ana");
        assertThat(accepted.due()).isEqualTo(MAY);
    }

    @Test
    void whoWasToDoItBeforeStaysReadable() {
        assertThat(state(opened("ana", null), new ActionItemAccepted(ID, "ben", MAY, null))
                        .assignments())
                .containsExactly(
                        new Assignment("ana", null, null, NOON, "somebody"),
                        new Assignment("ben", MAY, null, NOON.plusMillis(1), "somebody"));
    }

    @Test
    void whatShowsThatItIsDoneIsKept() {
        var done = state(opened("ana", MAY), COMPLETED);

        assertThat(done.status()).isEqualTo(ActionItemStatus.DONE);
        assertThat(done.completion()).satisfies(completion -> {
            assertThat(completion.evidence()).containsExactly("https://example.org/pull/81");
            assertThat(completion.recordedAt()).isEqualTo(NOON.plusMillis(1));
        });
    }

    @Property
    void theStateAtAnyPointIsTheStateThatWasLiveThen(
            @ForAll boolean owned,
            @ForAll boolean dated,
            @ForAll @Size(max = 20) List<@IntRange(max = 3) Integer> steps) {
        var events = new ArrayList<ActionItemEvent>(List.of(opened(owned ? "ana" : null, dated ? MAY : null)));
        steps.forEach(step -> events.add(
                step == 0 ? COMPLETED : new ActionItemAccepted(ID, "owner " + step, MAY.plusDays(step), null)));
        var history = history(events);
        var live = new ActionItemFold();
        var snapshots = new ArrayList<Optional<ActionItemState>>();
        history.forEach(recorded -> {
            live.add(recorded);
            snapshots.add(live.state());
        });

        for (int n = 1; n <= history.size(); n++) {
            assertThat(ActionItemFold.of(history.subList(0, n))).isEqualTo(snapshots.get(n - 1));
        }
    }

    @Property
    void anAcceptedItemNeverHasAGap(@ForAll boolean owned, @ForAll boolean dated, @ForAll boolean completed) {
        var events = new ArrayList<ActionItemEvent>(List.of(
                opened(owned ? "ana" : null, dated ? MAY : null), new ActionItemAccepted(ID, "ben", MAY, null)));
        if (completed) {
            events.add(COMPLETED);
        }

        assertThat(state(events.toArray(ActionItemEvent[]::new)).gaps()).isEmpty();
    }

    private static ActionItemState state(ActionItemEvent... events) {
        return ActionItemFold.of(history(List.of(events))).orElseThrow();
    }

    private static ActionItemOpened opened(@Nullable String owner, @Nullable LocalDate due) {
        return new ActionItemOpened(
                ID,
                "AI-2026-0001",
                "Alert on cache misses",
                new UUID(0, 2),
                List.of(new UUID(0, 3)),
                "chain-core",
                owner,
                due,
                null,
                owner == null || due == null ? ActionItemStatus.PROPOSED : ActionItemStatus.ACCEPTED,
                new UUID(0, 4),
                null);
    }

    private static List<Recorded<ActionItemEvent>> history(List<? extends ActionItemEvent> events) {
        var history = new ArrayList<Recorded<ActionItemEvent>>();
        for (var event : events) {
            history.add(new Recorded<>(event, history.size(), NOON.plusMillis(history.size()), "somebody"));
        }
        return history;
    }
}
