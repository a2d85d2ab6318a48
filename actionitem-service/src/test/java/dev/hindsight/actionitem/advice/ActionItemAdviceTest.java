package dev.hindsight.actionitem.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.hindsight.actionitem.advice.Finding.Rule;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemDescribed;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemOpened;
import dev.hindsight.contracts.actionitem.ActionItemKind;
import dev.hindsight.contracts.actionitem.ActionItemStatus;
import dev.hindsight.contracts.actionitem.ActionItemStrength;
import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.contracts.policy.ActionItemPolicy;
import dev.hindsight.folds.Recorded;
import dev.hindsight.folds.actionitem.ActionItemFold;
import dev.hindsight.folds.actionitem.ActionItemState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActionItemAdviceTest {

    private static final UUID ID = new UUID(0, 1);
    private static final LocalDate SOON = LocalDate.of(2026, 3, 16);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Alert on cache misses",
                "Add a test",
                "Re-deploy it",
                "refuse blocks of more than 2 MB",
                "\"Fix\" it",
                "Rehearse the failover",
                "Always check signatures",
                "Time out idle connections",
                "Page the on-call engineer",
                "Reconcile unreplicated writes"
            })
    void whatBeginsWithAVerbAndSaysAllElseIsFine(String title) {
        assertThat(advice(title, SOON, Severity.SEV1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Better alerts",
                "Monitoring",
                "The cache",
                "---",
                "Staged rollout for rules",
                "Time limit for queries",
                "Fee support for pool transactions",
                "Review of access rights",
                "Training"
            })
    void aTitleWithoutAVerbIsFound(String title) {
        assertThat(advice(title, SOON, Severity.SEV1)).extracting(Finding::rule).contains(Rule.NO_VERB_FIRST);
    }

    @ParameterizedTest
    @CsvSource({
        "Add tests if possible,if possible",
        "Document to be more careful,be more careful",
        "Update the runbook to Improve it,Improve"
    })
    void aVagueWordIsNamed(String title, String word) {
        assertThat(advice(title, SOON, Severity.SEV1))
                .extracting(Finding::rule, Finding::found)
                .containsExactly(tuple(Rule.VAGUE, word));
    }

    @Test
    void aDayLaterThanThePolicyAllowsIsFoundWithTheLastOneThatItAllows() {
        assertThat(advice("Add a test", SOON.plusDays(1), Severity.SEV1))
                .containsExactly(
                        new Finding(
                                Rule.DUE_BEYOND_POLICY,
                                "2026-03-17",
                                "After SEV1 the policy asks for 15 days, so for 2026-03-16 at the latest. A first step may fit."));
        assertThat(advice("Add a test", SOON.plusDays(1), Severity.SEV2)).isEmpty();
    }

    @Test
    void whatIsNotSaidOfItIsFound() {
        var item = ActionItemFold.of(List.of(opened("Add a test", SOON))).orElseThrow();

        assertThat(ActionItemAdvice.on(item, Severity.SEV1, ActionItemPolicy.standard(), false)
                        .findings())
                .extracting(Finding::rule)
                .containsExactly(Rule.NO_DONE_WHEN, Rule.NO_FACTOR);
    }

    @Test
    void afterTheWorstWhatReliesOnPeopleToRememberIsFound() {
        var item = described("Train everyone", SOON, ActionItemStrength.WEAKER);

        assertThat(ActionItemAdvice.on(item, Severity.SEV1, ActionItemPolicy.standard(), false)
                        .findings())
                .extracting(Finding::rule)
                .containsExactly(Rule.ONLY_REMEMBERED);
        assertThat(ActionItemAdvice.on(item, Severity.SEV2, ActionItemPolicy.standard(), false)
                        .findings())
                .isEmpty();
    }

    @Test
    void besideAStrongerOneAWeakerOneIsFine() {
        var item = described("Train everyone", SOON, ActionItemStrength.WEAKER);

        assertThat(ActionItemAdvice.on(item, Severity.SEV1, ActionItemPolicy.standard(), true)
                        .findings())
                .isEmpty();
    }

    @Test
    void everyStrengthAndKindIsExplained() {
        var explanations = Explanations.ALL;

        assertThat(explanations.strengths())
                .extracting(Explanations.StrengthMeaning::strength)
                .containsExactly(ActionItemStrength.values());
        assertThat(explanations.kinds())
                .extracting(Explanations.KindMeaning::kind)
                .containsExactly(ActionItemKind.values());
    }

    private static List<Finding> advice(String title, LocalDate due, Severity worst) {
        return ActionItemAdvice.on(
                        described(title, due, ActionItemStrength.STRONGER), worst, ActionItemPolicy.standard(), false)
                .findings();
    }

    private static ActionItemState described(String title, LocalDate due, ActionItemStrength strength) {
        return ActionItemFold.of(List.of(
                        opened(title, due),
                        recorded(
                                new ActionItemDescribed(
                                        ID, null, strength, null, "It passes", null, null, List.of(new UUID(0, 7))),
                                1)))
                .orElseThrow();
    }

    private static Recorded<ActionItemOpened> opened(String title, LocalDate due) {
        return recorded(
                new ActionItemOpened(
                        ID,
                        "AI-2026-0001",
                        title,
                        null,
                        List.of(new UUID(0, 3)),
                        "chain-core",
                        "ana",
                        due,
                        null,
                        ActionItemStatus.ACCEPTED,
                        null,
                        null),
                0);
    }

    private static <E> Recorded<E> recorded(E event, long sequence) {
        return new Recorded<>(event, sequence, Instant.parse("2026-03-01T12:00:00Z"), "somebody");
    }
}
