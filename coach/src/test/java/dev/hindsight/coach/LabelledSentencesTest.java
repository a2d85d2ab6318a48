package dev.hindsight.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How well the coach tells blame from what only looks like it; what it misses is listed by the benchmark, not here. */
class LabelledSentencesTest {

    @ParameterizedTest
    @ValueSource(strings = {"train", "held-out"})
    void nineOfTenFindingsAreBlameAndMostBlameIsFound(String split) {
        var sentences = Labelled.of(split);
        double found = sentences.stream().filter(Labelled::isFound).count();
        double rightly = sentences.stream()
                .filter(Labelled::isBlameful)
                .filter(Labelled::isFound)
                .count();

        assertThat(rightly / found).as("precision").isGreaterThanOrEqualTo(0.90);
        assertThat(rightly / sentences.stream().filter(Labelled::isBlameful).count())
                .as("recall")
                .isGreaterThanOrEqualTo(0.85);
    }

    @ParameterizedTest
    @ValueSource(strings = {"train", "held-out"})
    void aboutHalfOfTheSentencesAreNeutral(String split) {
        var sentences = Labelled.of(split);
        double neutral =
                sentences.stream().filter(sentence -> !sentence.isBlameful()).count();

        assertThat(sentences).hasSizeGreaterThanOrEqualTo(100);
        assertThat(neutral / sentences.size()).isCloseTo(0.5, within(0.05));
    }

    @Test
    void theHeldOutSentencesAreOfOtherFamiliesAndNoneIsThereTwice() {
        var families = families("train");
        families.retainAll(families("held-out"));

        assertThat(families).isEmpty();
        assertThat(Labelled.all()).extracting(Labelled::text).doesNotHaveDuplicates();
        assertThat(Labelled.all()).extracting(Labelled::id).doesNotHaveDuplicates();
    }

    @Test
    void onlyBlameHasCategoriesAndTheyAreThoseOfTheRules() {
        var known = CoachRules.categories();

        assertThat(Labelled.all()).allSatisfy(sentence -> {
            assertThat(known).containsAll(sentence.categories());
            assertThat(sentence.categories().isEmpty()).isNotEqualTo(sentence.isBlameful());
            assertThat(List.of("blameful", "neutral")).contains(sentence.label());
        });
    }

    private static Set<String> families(String split) {
        return Labelled.of(split).stream().map(Labelled::family).collect(Collectors.toCollection(HashSet::new));
    }
}
