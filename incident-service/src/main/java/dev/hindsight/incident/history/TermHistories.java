package dev.hindsight.incident.history;

import dev.hindsight.contracts.glossary.GlossaryEvent;
import dev.hindsight.folds.glossary.TermFold;
import dev.hindsight.folds.glossary.TermState;
import dev.hindsight.incident.glossary.ShippedTerms;
import dev.hindsight.logkit.Histories;
import dev.hindsight.logkit.Told;
import dev.hindsight.logkit.Unrecorded;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Terms of the glossary as their own entries tell them; those that come with the product and were never changed as this
 * release words them.
 */
@Singleton
public class TermHistories {

    private final Histories histories;
    private final ShippedTerms shipped;

    TermHistories(Histories histories, ShippedTerms shipped) {
        this.histories = histories;
        this.shipped = shipped;
    }

    /** @param upTo a position; empty for all that is recorded, numbered yet or not */
    public Optional<Told<TermState>> term(UUID id, OptionalLong upTo) {
        return histories
                .of(GlossaryEvent.AGGREGATE_TYPE, GlossaryEvent.class, id, upTo, TermFold::of)
                .or(() -> shipped.find(id).map(term -> Unrecorded.told(id, TermState.shipped(id, term.definition()))));
    }

    /** Whether the log has the term, so that what is shipped of it no longer counts. */
    public boolean isRecorded(UUID id) {
        return term(id, OptionalLong.empty()).filter(told -> told.version() > 0).isPresent();
    }
}
