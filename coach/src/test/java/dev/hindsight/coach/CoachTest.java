package dev.hindsight.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hindsight.coach.actors.ActorKind;
import dev.hindsight.coach.rules.Severity;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a finding says, and of whom. */
class CoachTest {

    @Test
    void aFindingSaysWhereWhyAndHowElse() {
        var finding = only("At 10:42 the intern deleted the production bucket.");

        assertThat(finding.rule()).isEqualTo("named-cause");
        assertThat(finding.category()).isEqualTo("person-as-cause");
        assertThat(finding.severity()).isEqualTo(Severity.HIGH);
        assertThat(finding.quote()).isEqualTo("the intern deleted the production bucket");
        assertThat(finding.start()).isEqualTo(9);
        assertThat(finding.end()).isEqualTo(49);
        assertThat(finding.rewording()).startsWith("The production bucket was deleted; ");
    }

    @Test
    void findingsComeInTheOrderOfTheText() {
        var findings = Labelled.COACH.check("Alice failed to check and Bob forgot it.", List.of("Alice", "Bob"));

        assertThat(findings).hasSizeGreaterThan(2).extracting(Finding::start).isSorted();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "B\u0130L\u0130\u015e\u0130M's operator failed to check.",
                "\u0130\u0130's failed to check.",
                "He never.",
                "They would never."
            })
    void lettersThatChangeTheirLengthAndSentencesWithoutVerbAreRead(String text) {
        assertThat(Labelled.COACH.check(text, List.of()))
                .allSatisfy(finding -> assertThat(text.substring(finding.start(), finding.end()))
                        .isEqualTo(finding.quote()));
    }

    @Test
    void whatIsTooLongForAWordIsNoneAndTheRestIsRead() {
        var findings = Labelled.COACH.check("a+".repeat(9_900) + "\n\nWe failed to verify the block.", List.of());

        assertThat(findings).extracting(Finding::quote).contains("We failed");
    }

    @Test
    void aFindingIsExplainedByTheSubjectAndTheVerb() {
        var explanation = only("The night shift overlooked the alert.").explanation();

        assertThat(explanation.subject()).isEqualTo("The night shift");
        assertThat(explanation.countsAs()).isEqualTo(ActorKind.TEAM);
        assertThat(explanation.because()).isEqualTo("“shift” is a group of people");
        assertThat(explanation.verb()).isEqualTo("overlooked");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We failed to verify the block.|PERSON",
                "Nobody checked the backup.|PERSON",
                "Tomas failed to verify the block.|NAMED_PERSON",
                "The on-call engineer failed to verify the block.|ROLE",
                "The validator operators failed to verify the block.|ROLE",
                "Infra failed to verify the block.|TEAM",
                "The vendor failed to verify the block.|SUPPLIER",
                "The customer forgot to tell us.|PERHAPS_PEOPLE"
            })
    void peopleAreRecognisedInManyForms(String text, ActorKind kind) {
        assertThat(Labelled.COACH
                        .check(text, List.of())
                        .getFirst()
                        .explanation()
                        .countsAs())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The validator failed to verify the block.",
                "The package manager failed to verify the archive.",
                "The Kubernetes operator deleted the production namespace.",
                "Kafka crashed at 10:42.",
                "Geth should have rejected the block.",
                "The nodes restarted; they should have found their peers within a minute.",
                "The consumer group ignored the partition.",
                "The proposer missed slot 13166130.",
                "Traffic should have moved to Frankfurt.",
                "The client failed to connect.",
                "The migration that the operator had started dropped the wrong column."
            })
    void machinesAreNotBlamed(String text) {
        assertThat(Labelled.COACH.check(text, List.of())).isEmpty();
    }

    @Test
    void aNameThatIsGivenCountsAsAPersonEvenIfItIsAProduct() {
        var text = "Chia overlooked the alert.";

        assertThat(Labelled.COACH.check(text, List.of())).isEmpty();
        assertThat(Labelled.COACH.check(text, List.of("Chia Rossi")))
                .extracting(Finding::rule)
                .contains("person-failed-to", "naming-actor-note");
    }

    @Test
    void aNameIsRemarkedOnOnlyBesideAFinding() {
        assertThat(Labelled.COACH.check("Maya restarted the node at 06:12.", List.of("Maya")))
                .isEmpty();
        assertThat(Labelled.COACH.check("Maya forgot to restart the node.", List.of("Maya")))
                .filteredOn(finding -> finding.rule().equals("naming-actor-note"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.quote()).isEqualTo("Maya"));
    }

    @Test
    void typographicMarksAndListsMakeNoDifference() {
        var text = "- 10:42: all quiet\n- 11:05: the operator didn’t read the “restore” page\n- 11:20: blocks again\n";

        assertThat(only(text).quote()).isEqualTo("the operator didn’t read");
    }

    @Test
    void aTermInQuotationMarksIsNoFindingButSpeechIs() {
        assertThat(Labelled.COACH.check("Do not write “careless” or “human error”.", List.of()))
                .isEmpty();
        assertThat(Labelled.COACH.check(
                        "She said: “The operator should have known about the second alarm.”", List.of()))
                .isNotEmpty();
    }

    @Test
    void wordsInBracesAreNoGaps() {
        assertThat(only("The operator broke {verb} and \\1.").rewording()).doesNotContain("operator");
    }

    @Test
    void aTextMayBeAsLongAsItSaysAndNotLonger() {
        var longest = "a ".repeat(Coach.LONGEST_TEXT / 2);

        assertThat(Labelled.COACH.check(longest, List.of())).isEmpty();
        assertThatThrownBy(() -> Labelled.COACH.check(longest + "a", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("20000");
    }

    @Test
    void manyThreadsGetTheSameFindings() {
        var texts = Labelled.all().stream().map(Labelled::text).toList();
        var expected = texts.stream()
                .map(text -> Labelled.COACH.check(text, List.of()))
                .toList();

        var all = IntStream.range(0, 2 * texts.size())
                .parallel()
                .mapToObj(i -> Labelled.COACH.check(texts.get(i % texts.size()), List.of()))
                .toList();

        assertThat(all)
                .isEqualTo(IntStream.range(0, 2 * texts.size())
                        .mapToObj(i -> expected.get(i % texts.size()))
                        .toList());
    }

    private static Finding only(String text) {
        var findings = Labelled.COACH.check(text, List.of());
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }
}
