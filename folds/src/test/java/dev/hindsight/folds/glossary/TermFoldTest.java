package dev.hindsight.folds.glossary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.hindsight.contracts.glossary.GlossaryEvent;
import dev.hindsight.contracts.glossary.GlossaryEvent.GlossaryTermDefined;
import dev.hindsight.contracts.glossary.GlossaryEvent.GlossaryTermRevised;
import dev.hindsight.contracts.glossary.GlossaryEvent.GlossaryTermWithdrawn;
import dev.hindsight.contracts.glossary.TermDefinition;
import dev.hindsight.contracts.glossary.TermOrigin;
import dev.hindsight.folds.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TermFoldTest {

    private static final UUID ID = new UUID(0, 1);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final TermDefinition SHIPPED = new TermDefinition("slot", List.of(), "12 seconds", "a turn");
    private static final TermDefinition OWN = new TermDefinition("slot", List.of("turn"), "2 seconds", "our turn");

    @Test
    void isNothingWithoutEvents() {
        assertThat(TermFold.of(List.<Recorded<GlossaryEvent>>of())).isEmpty();
    }

    @Test
    void aShippedTermThatWasRevisedKeepsBothDefinitions() {
        var state = after(
                new GlossaryTermDefined(ID, SHIPPED, TermOrigin.SHIPPED), new GlossaryTermRevised(ID, OWN, "Ours"));

        assertThat(state.plainDefinition()).isEqualTo("our turn");
        assertThat(state.spellings()).containsExactly("turn");
        assertThat(state.origin()).isEqualTo(TermOrigin.ORGANISATION);
        assertThat(state.version()).isEqualTo(2);
        assertThat(state.withdrawn()).isNull();
        assertThat(state.definitions())
                .extracting(TermState.Definition::version, TermState.Definition::origin, TermState.Definition::reason)
                .containsExactly(tuple(1L, TermOrigin.SHIPPED, null), tuple(2L, TermOrigin.ORGANISATION, "Ours"));
    }

    @Test
    void aWithdrawnTermStillSaysWhatItMeant() {
        var state = after(
                new GlossaryTermDefined(ID, OWN, TermOrigin.ORGANISATION),
                new GlossaryTermWithdrawn(ID, "We have none"));

        assertThat(state.withdrawn()).isEqualTo(new TermState.Withdrawal("We have none", NOON, "ana"));
        assertThat(state.plainDefinition()).isEqualTo("our turn");
        assertThat(state.version()).isEqualTo(2);
    }

    @Test
    void aTermAsShippedHasNoEvents() {
        var state = TermState.shipped(ID, SHIPPED);

        assertThat(state.version()).isZero();
        assertThat(state.origin()).isEqualTo(TermOrigin.SHIPPED);
        assertThat(state.definitions())
                .singleElement()
                .satisfies(it -> assertThat(it.recordedAt()).isNull());
    }

    private static TermState after(GlossaryEvent... events) {
        var history = new ArrayList<Recorded<GlossaryEvent>>();
        for (var event : events) {
            history.add(new Recorded<>(event, history.size(), NOON, "ana"));
        }
        return TermFold.of(history).orElseThrow();
    }
}
