package dev.hindsight.incident.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.folds.glossary.Spellings;
import dev.hindsight.folds.glossary.TermFinder;
import org.junit.jupiter.api.Test;

class ShippedTermsTest {

    private final ShippedTerms shipped = new ShippedTerms();

    @Test
    void areTheWordsOfBlockchains() {
        assertThat(shipped.all())
                .extracting(ShippedTerm::term)
                .containsExactly(
                        "gas limit",
                        "block propagation",
                        "consensus mechanism",
                        "smart-contract vulnerability",
                        "oracle failure",
                        "state trie",
                        "Merkle tree",
                        "Byzantine fault tolerance",
                        "rollup",
                        "EVM compatibility",
                        "finality",
                        "reorg",
                        "mempool",
                        "sequencer",
                        "slot",
                        "epoch",
                        "validator");
    }

    /** What is said in plain words has no word that needs explaining in turn. */
    @Test
    void arePlainlyExplained() {
        var finder = new TermFinder<String>();
        shipped.all().forEach(term -> Spellings.keys(term.definition()).forEach(key -> finder.add(key, term.term())));

        assertThat(shipped.all()).allSatisfy(term -> {
            var reading = finder.read(term.plainDefinition());
            assertThat(reading.unexplained()).as(term.term()).isEmpty();
            assertThat(reading.terms()).as(term.term()).isEmpty();
            assertThat(term.plainDefinition().length()).isLessThan(260);
        });
    }
}
