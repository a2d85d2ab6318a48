package dev.hindsight.coach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.coach.rules.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule with sentences that it is for, and with some that it must leave alone. */
class RulesTest {

    private static final List<String> FOUND = List.of(
            "counterfactual-modal | The operators should have paused the batcher.",
            "counterfactual-modal | The alert could have been noticed an hour earlier.",
            "counterfactual-if-had | If the reviewers had opened the second file, the flag would be off.",
            "counterfactual-if-had | Had the operator read the warning, the pool would be intact.",
            "would-be-fine-if | It would never have happened if the check had been on.",
            "person-failed-to | The release manager failed to announce the change.",
            "person-failed-to | Nobody verified the checksum.",
            "person-failed-to | The team did not test the restore.",
            "human-error | The fork was put down to human error.",
            "judgement-adjective | The rollout was reckless.",
            "judgement-adjective | Ines wrongly assumed the snapshot was valid.",
            "motive | The validator team ignored three warnings.",
            "motive | The contractor deliberately skipped the dry run.",
            "named-cause | The intern deleted the production bucket.",
            "named-cause | The halt was triggered by a junior engineer.",
            "named-cause | Marta is to blame.",
            "why-didnt | Why did you not call the storage team?",
            "why-didnt | Who approved this deployment?",
            "hindsight | In hindsight the disk was too small.",
            "hindsight | It was obvious that the peer was down.",
            "absolute | The night shift never reads the handover.",
            "person-directed-action | All operators must be more careful.",
            "person-directed-action | Remind the engineers to read the plan.",
            "naming-actor-note | Tomas forgot the key rotation.");

    private static final List<String> LEFT_ALONE = List.of(
            "counterfactual-modal | The node should have three peers.",
            "counterfactual-modal | The validator should have earned about 0.025 ETH per block.",
            "counterfactual-modal | We could have lost 4,000 blocks.",
            "counterfactual-if-had | If the retry had succeeded, the queue would have drained.",
            "would-be-fine-if | The old default would have allowed ten connections.",
            "person-failed-to | The retry failed to connect to the fallback node.",
            "person-failed-to | The request forgot its session.",
            "person-failed-to | The responders did not know that the flag existed.",
            "human-error | The term \"human error\" is not in our template.",
            "human-error | Human approval is required before the batcher is resumed.",
            "judgement-adjective | A negligible share of requests was lost.",
            "judgement-adjective | Lazy loading of the index was switched off.",
            "motive | Peers ignored the message because its signature was invalid.",
            "named-cause | git blame points at a commit of 2019.",
            "named-cause | A faulty power supply took rack 12 offline.",
            "named-cause | Nadia deleted the stale lock file.",
            "why-didnt | Why did the client reject the payload?",
            "hindsight | It was not obvious which host was meant.",
            "hindsight | Lesson: in hindsight, two alerts were one too few.",
            "absolute | The two zones never fail together.",
            "person-directed-action | Train the rota on the new failover console.",
            "naming-actor-note | Maya acknowledged the page at 06:12 UTC.");

    static Stream<String> found() {
        return FOUND.stream();
    }

    static Stream<String> leftAlone() {
        return LEFT_ALONE.stream();
    }

    @ParameterizedTest
    @MethodSource
    void found(String ruleAndSentence) {
        assertThat(rulesFor(sentence(ruleAndSentence))).contains(rule(ruleAndSentence));
    }

    @ParameterizedTest
    @MethodSource
    void leftAlone(String ruleAndSentence) {
        assertThat(rulesFor(sentence(ruleAndSentence))).isEmpty();
    }

    @Test
    void eachRuleIsTriedBothWays() {
        assertThat(tried(FOUND)).isEqualTo(CoachRules.ids());
        assertThat(tried(LEFT_ALONE)).isEqualTo(CoachRules.ids());
    }

    @Test
    void eachRuleSaysWhyAndWhatToDoAndHowElseItCouldBeSaid() {
        assertThat(CoachRules.BOOK.rules()).allSatisfy(rule -> {
            assertThat(List.of(rule.why(), rule.advice(), rule.exceptions())).noneMatch(String::isBlank);
            assertThat(rule.rewordings()).isNotEmpty();
            assertThat(rule.rewordings().getLast())
                    .as("needs no words of the sentence")
                    .doesNotContain("{");
        });
        assertThat(CoachRules.BOOK.rules()).extracting(Rule::id).doesNotHaveDuplicates();
    }

    private static Set<String> rulesFor(String sentence) {
        return Labelled.COACH.check(sentence, List.of()).stream()
                .map(Finding::rule)
                .collect(Collectors.toSet());
    }

    private static Set<String> tried(List<String> sentences) {
        return sentences.stream().map(RulesTest::rule).collect(Collectors.toCollection(HashSet::new));
    }

    private static String rule(String ruleAndSentence) {
        return ruleAndSentence.split(" \\| ", 2)[0];
    }

    private static String sentence(String ruleAndSentence) {
        return ruleAndSentence.split(" \\| ", 2)[1];
    }
}
