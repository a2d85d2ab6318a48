package dev.hindsight.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.contracts.postmortem.MeetingEvent.MeetingEnded;
import dev.hindsight.contracts.postmortem.MeetingEvent.MeetingStarted;
import dev.hindsight.contracts.postmortem.PostMortemEvent;
import dev.hindsight.contracts.postmortem.PostMortemEvent.MeetingScheduled;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemAmended;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemApproved;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemAssigned;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemClosed;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemImported;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemPublished;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemWaived;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PreparationBegun;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ReviewShared;
import dev.hindsight.contracts.postmortem.PostMortemState;
import dev.hindsight.folds.postmortem.PostMortemLifecycle;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The aggregate and the fold may not know each other, and say the same of the document's state after any events. */
class DocumentStatesTest {

    private static final UUID ID = new UUID(0, 1);
    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

    @Property(tries = 300)
    void theAggregateAndTheFoldAgree(@ForAll("histories") List<PostMortemEvent> history) {
        var document = new DocumentRules();
        var folded = PostMortemState.PLANNED;
        for (var event : history) {
            document.on(event);
            folded = PostMortemLifecycle.after(event, folded);
            assertThat(document.is(folded))
                    .as("after %s the fold says %s", event, folded)
                    .isTrue();
        }
    }

    @Provide
    Arbitrary<List<PostMortemEvent>> histories() {
        return Arbitraries.of(List.<PostMortemEvent>of(
                        PostMortemGiven.created(),
                        new PreparationBegun(ID, "own", "fay"),
                        new PostMortemAssigned(ID, "new", "leo", null),
                        new PostMortemImported(ID, "record", null),
                        new MeetingScheduled(ID, NOW, null),
                        new MeetingStarted(ID, 1, NOW, false, List.of(), null),
                        new MeetingEnded(ID, NOW),
                        new ReviewShared(ID, NOW, List.of()),
                        new PostMortemApproved(ID, 1),
                        new PostMortemPublished(ID, 1, NOW),
                        new PostMortemAmended(ID, 2, "wrong"),
                        new PostMortemClosed(ID, null),
                        new PostMortemWaived(ID, "a drill", "exe")))
                .list()
                .ofMaxSize(12);
    }
}
