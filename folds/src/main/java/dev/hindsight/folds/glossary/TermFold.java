package dev.hindsight.folds.glossary;

import dev.hindsight.contracts.glossary.GlossaryEvent;
import dev.hindsight.contracts.glossary.GlossaryEvent.GlossaryTermDefined;
import dev.hindsight.contracts.glossary.GlossaryEvent.GlossaryTermRevised;
import dev.hindsight.contracts.glossary.GlossaryEvent.GlossaryTermWithdrawn;
import dev.hindsight.contracts.glossary.TermDefinition;
import dev.hindsight.contracts.glossary.TermOrigin;
import dev.hindsight.folds.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gathers the events of one term of the glossary, oldest first, into its state. */
public final class TermFold {

    private final List<TermState.Definition> definitions = new ArrayList<>();
    private TermState.@Nullable Withdrawal withdrawn;
    private @Nullable UUID termId;
    private long version;

    private TermFold() {}

    /** The state after all of these events, or nothing if there are none. */
    public static Optional<TermState> of(Iterable<? extends Recorded<? extends GlossaryEvent>> history) {
        var fold = new TermFold();
        history.forEach(fold::add);
        return Optional.ofNullable(fold.termId)
                .map(id -> TermState.of(id, fold.definitions, fold.withdrawn, fold.version));
    }

    private void add(Recorded<? extends GlossaryEvent> recorded) {
        version = recorded.sequence() + 1;
        termId = recorded.event().termId();
        switch (recorded.event()) {
            case GlossaryTermDefined e -> define(e.definition(), e.origin(), null, recorded);
            case GlossaryTermRevised e -> define(e.definition(), TermOrigin.ORGANISATION, e.reason(), recorded);
            case GlossaryTermWithdrawn e ->
                withdrawn = new TermState.Withdrawal(e.reason(), recorded.recordedAt(), recorded.recordedBy());
        }
    }

    private void define(TermDefinition definition, TermOrigin origin, @Nullable String reason, Recorded<?> recorded) {
        definitions.add(TermState.definition(
                version, definition, origin, reason, recorded.recordedAt(), recorded.recordedBy()));
    }
}
