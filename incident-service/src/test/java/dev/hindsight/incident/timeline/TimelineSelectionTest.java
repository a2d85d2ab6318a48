package dev.hindsight.incident.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentDeclared;
import dev.hindsight.contracts.incident.IncidentEvent.TimelineEntryAdded;
import dev.hindsight.contracts.incident.IncidentEvent.TimelineEntryCorrected;
import dev.hindsight.contracts.incident.IncidentEvent.TimelineEntryRetracted;
import dev.hindsight.contracts.incident.IncidentMode;
import dev.hindsight.contracts.incident.IncidentStatus;
import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.contracts.incident.TimelineFacts;
import dev.hindsight.contracts.incident.TimelineKind;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.contracts.time.OccurredAt;
import dev.hindsight.folds.Recorded;
import dev.hindsight.folds.incident.IncidentFold;
import dev.hindsight.folds.incident.TimelineEntry;
import dev.hindsight.incident.timeline.TimelineSelection.After;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Against a model that keeps entries in a list, in the order of recording, and knows nothing of folds. */
class TimelineSelectionTest {

    private static final UUID ID = new UUID(0, 1);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final TimelineKind[] KINDS = {TimelineKind.ALERT, TimelineKind.ACTION};

    /** What somebody does to a timeline. @param entry an entry to be changed, of those there are */
    private record Act(int what, int entry, int minute) {}

    private record Said(UUID id, TimelineKind kind, int minute, boolean retracted) {}

    @Provide
    Arbitrary<List<Act>> acts() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.integers().between(0, 6))
                .as(Act::new)
                .list()
                .ofMaxSize(50);
    }

    @Property(tries = 300)
    void pagesOfAnySizeShowWhatTheModelShows(
            @ForAll("acts") List<Act> acts,
            @ForAll @IntRange(min = 1, max = 7) int rows,
            @ForAll @IntRange(max = 2) int kind,
            @ForAll @IntRange(max = 6) int from,
            @ForAll boolean retracted) {
        var model = new ArrayList<Said>();
        var events = new ArrayList<IncidentEvent>(List.of(declared()));
        acts.forEach(act -> play(act, model, events));
        @Nullable TimelineKind wanted = kind < KINDS.length ? KINDS[kind] : null;

        var expected = model.stream()
                .filter(said -> wanted == null || said.kind == wanted)
                .filter(said -> said.minute >= from)
                .filter(said -> said.retracted == retracted)
                .sorted((a, b) -> Integer.compare(a.minute, b.minute)) // stable, so ties stay as they were recorded
                .map(Said::id)
                .toList();

        var selection = new TimelineSelection(wanted, null, minute(from), null, null, retracted, null);
        assertThat(allPages(selection, events, rows)).isEqualTo(expected);
    }

    private static List<UUID> allPages(TimelineSelection selection, List<IncidentEvent> events, int rows) {
        var timeline = IncidentFold.of(recorded(events)).orElseThrow().timeline();
        var all = new ArrayList<TimelineEntry>();
        var page = selection.of(timeline, null, rows);
        while (!page.isEmpty()) {
            all.addAll(page);
            var last = page.getLast();
            page = selection.of(timeline, new After(last.occurredAt().earliest(), last.sequence()), rows);
        }
        return all.stream().map(TimelineEntry::entryId).toList();
    }

    private static void play(Act act, List<Said> model, List<IncidentEvent> events) {
        if (act.what < 2 || model.isEmpty()) {
            var said = new Said(new UUID(1, model.size()), KINDS[act.what % 2], act.minute, false);
            model.add(said);
            events.add(new TimelineEntryAdded(ID, said.id, facts(said.kind, said.minute)));
            return;
        }
        int index = act.entry % model.size();
        var before = model.get(index);
        if (act.what == 2) {
            model.set(index, new Said(before.id, before.kind, before.minute, true));
            events.add(new TimelineEntryRetracted(ID, before.id, "wrong"));
        } else {
            var kind = KINDS[act.what - 3];
            model.set(index, new Said(before.id, kind, act.minute, before.retracted));
            events.add(new TimelineEntryCorrected(ID, before.id, facts(kind, act.minute), "wrong"));
        }
    }

    private static List<Recorded<IncidentEvent>> recorded(List<IncidentEvent> events) {
        var recorded = new ArrayList<Recorded<IncidentEvent>>();
        events.forEach(event -> recorded.add(new Recorded<>(event, recorded.size(), NOON, "ana")));
        return recorded;
    }

    private static IncidentDeclared declared() {
        return new IncidentDeclared(
                ID,
                "INC-2026-0001",
                "Chain halted",
                null,
                IncidentMode.LIVE,
                IncidentStatus.ACTIVE,
                Severity.SEV1,
                "chain-core",
                Visibility.OPEN,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                OccurredAt.at(NOON),
                null);
    }

    private static TimelineFacts facts(TimelineKind kind, int minute) {
        return new TimelineFacts(kind, "entry", OccurredAt.at(minute(minute)), null, List.of(), null);
    }

    private static Instant minute(int minute) {
        return NOON.plusSeconds(minute * 60L);
    }
}
