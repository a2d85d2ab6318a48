package dev.hindsight.reporting.facts;

import static java.util.stream.Collectors.toSet;

import dev.hindsight.contracts.actionitem.ActionItemEvent;
import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.contracts.postmortem.PostMortemEvent;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ActionItemAgreed;
import dev.hindsight.contracts.postmortem.PostMortemEvent.Beginning;
import dev.hindsight.folds.Recorded;
import dev.hindsight.logkit.Histories;
import dev.hindsight.reporting.facts.ActionItemFactRow.Agreement;
import dev.hindsight.reporting.facts.Facts.Selection;
import dev.hindsight.reporting.facts.Facts.Snapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Takes rows back to what they said at an earlier position, by folding the entries of those that have changed since. */
final class PastFacts {

    private final Histories histories;

    PastFacts(Histories histories) {
        this.histories = histories;
    }

    /** @param rows all that may belong to the selection, in the order of their ids */
    Snapshot at(long position, Snapshot rows, Selection selection) {
        return new Snapshot(
                position,
                rows.recordedAt(),
                incidents(position, rows.incidents()).stream()
                        .filter(selection::includes)
                        .toList(),
                items(position, rows.actionItems()).stream()
                        .filter(selection::includes)
                        .toList());
    }

    private List<IncidentFact> incidents(long position, List<IncidentFact> rows) {
        var changed = rows.stream()
                .filter(row -> row.position() > position)
                .map(IncidentFact::incidentId)
                .toList();
        var then = histories.ofAll(
                IncidentEvent.AGGREGATE_TYPE,
                IncidentEvent.class,
                changed,
                position,
                history -> IncidentFactRow.at(position, history));
        return rows.stream()
                .flatMap(row ->
                        Optional.ofNullable(row.position() > position ? then.get(row.incidentId()) : row).stream())
                .toList();
    }

    private List<ActionItemFact> items(long position, List<ActionItemFact> rows) {
        var changed = rows.stream().filter(row -> row.position() > position).toList();
        var agreements = agreements(
                position,
                changed.stream()
                        .flatMap(row -> Optional.ofNullable(row.postMortemId()).stream())
                        .collect(toSet()));
        var followedUp = histories.<ActionItemEvent, ActionItemFact>ofAll(
                ActionItemEvent.AGGREGATE_TYPE,
                ActionItemEvent.class,
                changed.stream().map(ActionItemFact::actionItemId).toList(),
                position,
                history -> ActionItemFactRow.of(
                        agreements.get(history.getFirst().event().actionItemId()), history));
        return rows.stream()
                .flatMap(row -> row.position() > position
                        ? Optional.ofNullable(followedUp.get(row.actionItemId()))
                                .or(() -> ActionItemFactRow.of(agreements.get(row.actionItemId()), List.of()))
                                .stream()
                        : Optional.of(row).stream())
                .toList();
    }

    /** What these post-mortems had agreed by then, by action item. */
    private Map<UUID, Agreement> agreements(long position, Collection<UUID> postMortems) {
        Map<UUID, Agreement> agreements = new HashMap<>();
        histories
                .ofAll(
                        PostMortemEvent.AGGREGATE_TYPE,
                        PostMortemEvent.class,
                        postMortems,
                        position,
                        PastFacts::agreedIn)
                .values()
                .forEach(agreed ->
                        agreed.forEach(each -> agreements.put(each.agreed().actionItemId(), each)));
        return agreements;
    }

    private static Optional<List<Agreement>> agreedIn(List<Recorded<PostMortemEvent>> history) {
        if (!(history.getFirst().event() instanceof Beginning begun)) {
            throw new IllegalStateException("a post-mortem begins with what it is about");
        }
        var postMortem = new PostMortemFact(begun.postMortemId(), begun.team(), begun.incidentIds(), 0);
        List<Agreement> agreements = new ArrayList<>();
        for (var each : history) {
            if (each.event() instanceof ActionItemAgreed agreed) {
                agreements.add(new Agreement(agreed, postMortem, each.recordedAt()));
            }
        }
        return Optional.of(agreements);
    }
}
