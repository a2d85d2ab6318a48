package dev.hindsight.incident.preparation;

import dev.hindsight.contracts.incident.EvidenceKind;
import dev.hindsight.contracts.postmortem.ChecklistItem;
import dev.hindsight.folds.incident.EvidenceState;
import dev.hindsight.folds.incident.IncidentState;
import dev.hindsight.folds.postmortem.PostMortemStatus;
import dev.hindsight.folds.postmortem.WaivedItem;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far a meeting is prepared.
 *
 * @param missing what is neither there nor waived
 * @param evidence how much counts of each kind
 */
public record Checklist(
        boolean complete,
        List<ChecklistItem> missing,
        List<Item> items,
        Map<EvidenceKind, Long> evidence,
        TimelineSpan timeline) {

    private static final int HYPOTHESES = 2;
    private static final int PARTICIPANTS = 2;

    /**
     * @param met it is there
     * @param found what there is, in words
     * @param waivedBecause why it is not needed; null if nobody said so
     */
    public record Item(
            ChecklistItem item,
            boolean met,
            String found,
            @Nullable String waivedBecause) {}

    /** @param gap the longest time in the timeline about which nothing may be said */
    public static Checklist of(PostMortemStatus postMortem, List<IncidentState> incidents, Duration gap) {
        var evidence = new EnumMap<EvidenceKind, Long>(EvidenceKind.class);
        for (var kind : EvidenceKind.values()) {
            evidence.put(
                    kind,
                    counting(incidents).filter(it -> it.facts().kind() == kind).count());
        }
        var timeline = TimelineSpan.of(incidents, gap);
        var items = Stream.of(ChecklistItem.values())
                .map(item -> item(item, postMortem, evidence, timeline))
                .toList();
        var missing = items.stream()
                .filter(item -> !item.met() && item.waivedBecause() == null)
                .map(Item::item)
                .toList();
        return new Checklist(missing.isEmpty(), missing, items, Map.copyOf(evidence), timeline);
    }

    private static Stream<EvidenceState> counting(List<IncidentState> incidents) {
        return incidents.stream()
                .flatMap(incident -> incident.evidence().stream())
                .filter(piece -> piece.retraction() == null);
    }

    private static Item item(
            ChecklistItem item, PostMortemStatus of, Map<EvidenceKind, Long> evidence, TimelineSpan timeline) {
        return switch (item) {
            case LOG_EVIDENCE -> pieces(item, of, evidence, EvidenceKind.LOG_EXCERPT, EvidenceKind.FILE);
            case METRIC_EVIDENCE -> pieces(item, of, evidence, EvidenceKind.METRIC_SERIES);
            case INCIDENT_REPORTS -> pieces(item, of, evidence, EvidenceKind.INCIDENT_REPORT, EvidenceKind.LINK);
            case COMMUNICATION_RECORDS -> pieces(item, of, evidence, EvidenceKind.COMMUNICATION_RECORD);
            case TIMELINE ->
                item(item, of, timeline.entries() > 0 && timeline.gaps().isEmpty(), timeline.inWords());
            case HYPOTHESES ->
                item(
                        item,
                        of,
                        of.hypotheses().size() >= HYPOTHESES,
                        count(of.hypotheses().size(), "hypothesis", "hypotheses"));
            case AGENDA ->
                item(
                        item,
                        of,
                        of.meeting().agendaSentAt() != null,
                        of.meeting().agendaSentAt() == null ? "not sent" : "sent");
            case PARTICIPANTS -> {
                var invited = (int) of.meeting().participants().stream()
                        .filter(participant -> participant.invited())
                        .count();
                yield item(item, of, invited >= PARTICIPANTS, count(invited, "person invited", "people invited"));
            }
        };
    }

    private static Item pieces(
            ChecklistItem item, PostMortemStatus of, Map<EvidenceKind, Long> evidence, EvidenceKind... kinds) {
        var pieces = (int) Stream.of(kinds)
                .mapToLong(kind -> evidence.getOrDefault(kind, 0L))
                .sum();
        return item(item, of, pieces > 0, count(pieces, "piece of evidence", "pieces of evidence"));
    }

    private static Item item(ChecklistItem item, PostMortemStatus of, boolean met, String found) {
        var waived = of.checklistWaived().stream()
                .filter(it -> it.item() == item)
                .map(WaivedItem::reason)
                .findFirst()
                .orElse(null);
        return new Item(item, met, found, waived);
    }

    private static String count(int number, String one, String several) {
        return "%d %s".formatted(number, number == 1 ? one : several);
    }
}
