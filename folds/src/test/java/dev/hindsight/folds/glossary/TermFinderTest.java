package dev.hindsight.folds.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.contracts.glossary.TermDefinition;
import dev.hindsight.folds.glossary.TermFinder.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TermFinderTest {

    private final TermFinder<String> finder = finder(
            "gas", "gas limit", "epoch", "smart-contract vulnerability", "finality", "EIP-4844", "eth_call", "C++");

    @Test
    void findsTheLongestTermAtEachPlace() {
        assertThat(quoted("The Gas  Limit is not the price of gas."))
                .containsExactly("gas limit: Gas  Limit", "gas: gas");
    }

    @Test
    void namesATermOnceWithAllItsPlaces() {
        var found = finder.read("Epoch by epoch, \ud83d\ude80 three epochs.").terms();

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().spans())
                .containsExactly(new Span(0, 5, "Epoch"), new Span(9, 14, "epoch"), new Span(25, 31, "epochs"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(epoch)",
                "epoch's end",
                "epoch’s end",
                "slot/epoch",
                "**Epochs**",
                "`epoch`",
                "epoch-based",
                "epoch: 7",
                "EPOCH...",
                "...epoch",
                "[epoch](https://example.test/epoch)",
                "_ epoch",
                "epoch\u00a0two"
            })
    void findsWholeWordsInProse(String text) {
        assertThat(finder.read(text).terms())
                .singleElement()
                .satisfies(found -> assertThat(found.spans()).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "epochal",
                "getEpoch",
                "epoch_length",
                "_epoch",
                "--epoch",
                "$epoch",
                "block.epoch",
                "epoch()",
                "epoch=7",
                "/var/lib/epoch",
                "./epoch",
                "https://example.test/epoch",
                "epoch@example.test",
                "spec::epoch",
                "gas_limit"
            })
    void findsNothingInCode(String text) {
        assertThat(finder.read(text).terms()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "smart contract vulnerability",
                "Smart-Contract\nVulnerabilities",
                "smart-contract-vulnerability",
                "smart\n  contract vulnerabilities"
            })
    void takesHyphensBlanksAndPluralsForTheSame(String text) {
        assertThat(quoted(text)).containsExactly("smart-contract vulnerability: " + text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "smart, contract vulnerability",
                "smart contract\n\nvulnerability",
                "smart (contract) vulnerability"
            })
    void doesNotReadAcrossSentencesAndParagraphs(String text) {
        assertThat(finder.read(text).terms()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EIP-4844", "eip-4844", "eth_call", "ETH_CALL", "C++"})
    void findsTermsThatAreCodeThemselves(String text) {
        var reading = finder.read("Since " + text + ", all is well.");

        assertThat(reading.terms()).hasSize(1);
        assertThat(reading.unexplained()).isEmpty();
    }

    @Test
    void aTermCountsInEverySpelling() {
        var term = new TermDefinition("reorg", List.of("chain reorganisation", "re-org"), "t", "p");

        assertThat(Spellings.keys(term))
                .containsExactly(
                        "reorg", "reorgs", "chain reorganisation", "chain reorganisations", "re org", "re orgs");
        assertThat(Spellings.keys(new TermDefinition("finality", List.of("gas", "bus box", "EIP-4844"), "t", "p")))
                .containsExactly("finality", "finalities", "gas", "bus box", "bus boxes", "eip 4844");
        assertThat(Spellings.key(" — ")).isEmpty();
    }

    @Property(tries = 500)
    void findsWhatANaiveSearchFinds(@ForAll("vocabularies") Set<String> vocabulary, @ForAll("texts") String text) {
        var spans = finder(vocabulary.toArray(String[]::new)).read(text).terms().stream()
                .flatMap(found ->
                        found.spans().stream().map(span -> found.term() + "@" + span.start() + "-" + span.end()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(spans).isEqualTo(naive(vocabulary, text));
    }

    @Property(tries = 500)
    void quotesTheTextAndExplainsNoWordTwice(
            @ForAll("vocabularies") Set<String> vocabulary, @ForAll("texts") String text) {
        var reading = finder(vocabulary.toArray(String[]::new)).read(text);
        var spans = new ArrayList<Span>();
        reading.terms().forEach(found -> spans.addAll(found.spans()));
        reading.unexplained().forEach(word -> spans.addAll(word.spans()));

        assertThat(spans)
                .allSatisfy(span ->
                        assertThat(text.substring(span.start(), span.end())).isEqualTo(span.text()));
        spans.sort((one, other) -> Integer.compare(one.start(), other.start()));
        for (int i = 1; i < spans.size(); i++) {
            assertThat(spans.get(i).start())
                    .isGreaterThanOrEqualTo(spans.get(i - 1).end());
        }
    }

    @Property(tries = 500)
    void neverReportsATermAsUnexplained(@ForAll("words") String term, @ForAll("texts") String before) {
        var reading = finder(term).read(before + "\n\n" + term + " " + before);

        assertThat(reading.unexplained())
                .noneSatisfy(word -> assertThat(word.spans())
                        .anySatisfy(span -> assertThat(span.start()).isEqualTo(before.length() + 2)));
        assertThat(reading.terms()).isNotEmpty();
    }

    @Property(tries = 300)
    void readsAnyTextAtAll(@ForAll String text) {
        assertThat(finder.read(text)).isNotNull();
    }

    @Provide
    Arbitrary<Set<String>> vocabularies() {
        return words().list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(it -> String.join(" ", it))
                .set()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                        words(), Arbitraries.of(", ", "\n", "\n\n", "(", ")", "-", "'", "/", ".", "=", "_", "::"))
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join(" ", parts).replace(" - ", "-").replace(" . ", ". "));
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of(
                "gas",
                "limit",
                "block",
                "Ünder",
                "STATE",
                "trie",
                "EIP-4844",
                "eth_call",
                "libp2p",
                "PoS",
                "RPC",
                "getEpoch");
    }

    /** At each word the longest run of words that is a spelling, by comparing it with all of them. */
    private static Set<String> naive(Set<String> vocabulary, String text) {
        var words = Words.of(text);
        var found = new TreeSet<String>();
        int at = 0;
        while (at < words.size()) {
            int next = at + 1;
            for (int end = words.size(); end > at; end--) {
                var spelling = key(words.subList(at, end));
                var term = vocabulary.stream()
                        .filter(it -> Spellings.keys(definition(it)).contains(spelling))
                        .findFirst();
                if (term.isPresent()) {
                    found.add(term.get() + "@" + words.get(at).start() + "-"
                            + words.get(end - 1).end());
                    next = end;
                    break;
                }
            }
            at = next;
        }
        return found;
    }

    private static String key(List<Word> words) {
        return words.getFirst().folded()
                + words.stream().skip(1).map(word -> " " + word.step()).collect(Collectors.joining());
    }

    private List<String> quoted(String text) {
        return finder.read(text).terms().stream()
                .flatMap(TermFinderTest::quoted)
                .toList();
    }

    private static Stream<String> quoted(Found<String> found) {
        return found.spans().stream().map(span -> found.term() + ": " + span.text());
    }

    private static TermFinder<String> finder(String... terms) {
        var finder = new TermFinder<String>();
        for (var term : terms) {
            Spellings.keys(definition(term)).forEach(key -> finder.add(key, term));
        }
        return finder;
    }

    private static TermDefinition definition(String term) {
        return new TermDefinition(term, List.of(), "technical", "plain");
    }
}
