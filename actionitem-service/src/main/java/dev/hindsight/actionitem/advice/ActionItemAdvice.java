package dev.hindsight.actionitem.advice;

import dev.hindsight.contracts.actionitem.ActionItemStrength;
import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.contracts.policy.ActionItemPolicy;
import dev.hindsight.folds.actionitem.ActionItemState;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds in an action item what tends to keep it from being done, or from helping.
 *
 * @param findings in the order of the rules; none if nothing was found
 * @param explanations what the strengths and kinds mean
 */
public record ActionItemAdvice(List<Finding> findings, Explanations explanations) {

    private static final Pattern FIRST_WORD = Pattern.compile("^\\W*([\\w-]+)");
    private static final Pattern VAGUE = Pattern.compile(
            "\\b(be (?:more )?careful|pay (?:more )?attention|be aware|improve|enhance|consider|think about|look into|try to"
                    + "|as needed|if possible|as appropriate|better|more robust|in the future|etc)\\b",
            Pattern.CASE_INSENSITIVE);

    /**
     * @param worst severity of the incidents that the item is to keep from happening again
     * @param strongerBeside whether another item of these incidents relies less on people
     */
    public static ActionItemAdvice on(
            ActionItemState item, Severity worst, ActionItemPolicy policy, boolean strongerBeside) {
        return new ActionItemAdvice(
                Stream.of(
                                verb(item),
                                vague(item),
                                doneWhen(item),
                                factor(item),
                                due(item, worst, policy),
                                strength(item, worst, strongerBeside))
                        .flatMap(Optional::stream)
                        .toList(),
                Explanations.ALL);
    }

    private static Optional<Finding> verb(ActionItemState item) {
        var first = FIRST_WORD.matcher(item.title());
        var word = first.find() ? first.group(1) : "";
        return Imperatives.begin(item.title())
                ? Optional.empty()
                : Optional.of(new Finding(
                        Finding.Rule.NO_VERB_FIRST,
                        word,
                        "A title that begins with what is to be done, such as Add or Remove, says when it is done."));
    }

    private static Optional<Finding> vague(ActionItemState item) {
        return Optional.of(VAGUE.matcher(item.title()))
                .filter(Matcher::find)
                .map(found -> new Finding(
                        Finding.Rule.VAGUE,
                        found.group(1),
                        "Nobody can tell when this is done. Say what will be different, and by how much."));
    }

    private static Optional<Finding> doneWhen(ActionItemState item) {
        return item.details().doneWhen() != null
                ? Optional.empty()
                : Optional.of(new Finding(
                        Finding.Rule.NO_DONE_WHEN,
                        "doneWhen",
                        "Say how somebody who does not own it will see that it is done."));
    }

    private static Optional<Finding> factor(ActionItemState item) {
        return !item.details().factors().isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        Finding.Rule.NO_FACTOR,
                        "factors",
                        "Name the contributing factors that it addresses, or it may be busywork."));
    }

    private static Optional<Finding> due(ActionItemState item, Severity worst, ActionItemPolicy policy) {
        int days = policy.dueWithinDays(worst);
        var latest = LocalDate.ofInstant(item.openedAt(), ZoneOffset.UTC).plusDays(days);
        return Optional.ofNullable(item.due())
                .filter(due -> due.isAfter(latest))
                .map(due -> new Finding(
                        Finding.Rule.DUE_BEYOND_POLICY,
                        due.toString(),
                        "After %s the policy asks for %d days, so for %s at the latest. A first step may fit."
                                .formatted(worst, days, latest)));
    }

    private static Optional<Finding> strength(ActionItemState item, Severity worst, boolean strongerBeside) {
        return worst == Severity.SEV1 && item.details().strength() == ActionItemStrength.WEAKER && !strongerBeside
                ? Optional.of(new Finding(
                        Finding.Rule.ONLY_REMEMBERED,
                        ActionItemStrength.WEAKER.name(),
                        "It relies on people to remember, and so does all else that follows from these incidents. After"
                                + " SEV1 look for a change of the system beside it."))
                : Optional.empty();
    }
}
