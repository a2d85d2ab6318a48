package dev.hindsight.coach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

/** Where findings stand, in any text. */
class PlacesTest {

    private static final String UNRELATED = "The block monitor reported a height of 8,112,040 at 14:31 UTC.\n\n";

    @Property(tries = 300)
    void aFindingQuotesTheTextAtItsPlace(@ForAll @From("patchworks") String text) {
        assertThat(Labelled.COACH.check(text, List.of("Ines"))).allSatisfy(finding -> {
            assertThat(finding.start()).isNotNegative().isLessThan(finding.end());
            assertThat(finding.end()).isLessThanOrEqualTo(text.length());
            assertThat(text.substring(finding.start(), finding.end())).isEqualTo(finding.quote());
        });
    }

    @Property(tries = 200)
    void anUnrelatedParagraphBeforeItMovesAFinding(@ForAll @From("sentences") String text) {
        var alone = Labelled.COACH.check(text, List.of());
        var moved = Labelled.COACH.check(UNRELATED + text, List.of());

        assertThat(moved).hasSameSizeAs(alone);
        for (int i = 0; i < alone.size(); i++) {
            assertThat(moved.get(i).rule()).isEqualTo(alone.get(i).rule());
            assertThat(moved.get(i).quote()).isEqualTo(alone.get(i).quote());
            assertThat(moved.get(i).start()).isEqualTo(alone.get(i).start() + UNRELATED.length());
        }
    }

    @Property(tries = 300)
    void noTextIsTooOdd(@ForAll @StringLength(max = 400) String text) {
        Labelled.COACH.check(text, List.of(text));
    }

    @Provide
    Arbitrary<String> sentences() {
        return Arbitraries.of(Labelled.all().stream().map(Labelled::text).toList());
    }

    /** Sentences with anything between them. */
    @Provide
    Arbitrary<String> patchworks() {
        return Arbitraries.oneOf(
                        sentences(), Arbitraries.strings().ofMaxLength(12), Arbitraries.of(" ", "\n", "\n\n- ", "’"))
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }
}
