package dev.hindsight.actionitem.advice;

import dev.hindsight.contracts.actionitem.ActionItemStrength;
import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.contracts.policy.ActionItemPolicy;
import dev.hindsight.folds.actionitem.ActionItemState;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds in an action item what tends to keep it from being done, or from helping.
 *
 * @param findings in the order of the rules; none if nothing was found
 */
public record ActionItemAdvice(List<Finding> findings) {

    private static final Pattern FIRST_WORD = Pattern.compile("^\\W*([\\w-]+)");
    private static final Set<String> VERBS = Set.of(
            ("add adopt agree alert allow analyse analyze announce archive ask assign audit automate back backport backup"
                            + " benchmark block build bump cap change check clean clear collect compare complete compute"
                            + " configure confirm connect contact convert copy correct cover create cut decide decouple"
                            + " define delete deploy deprecate describe design detect determine develop disable discuss"
                            + " distribute document drain drop enable encrypt enforce engage ensure establish evaluate"
                            + " examine expand export expose extend extract file find finish fix follow force freeze fuzz"
                            + " gate generate give handle harden hire identify implement import increase inform install"
                            + " instrument integrate introduce investigate isolate keep launch limit list log lower"
                            + " maintain make measure merge migrate model monitor move name notify offer open organise"
                            + " organize page patch pause perform pin plan prepare prevent profile protect provide prove"
                            + " provision prune publish raise rate reach record reduce refactor refund refuse reject"
                            + " release remove rename repair replace replay report reproduce request require research"
                            + " reset resolve restart restore restrict retire retry revert review revise revoke rewrite"
                            + " rotate run scale schedule separate set share ship show shut simplify simulate split"
                            + " standardise standardize start stop store stress switch sync teach test throttle time"
                            + " trace track train trigger tune update upgrade use validate verify warn watch widen write")
                    .split(" "));
    private static final Pattern VAGUE = Pattern.compile(
            "\\b(be (?:more )?careful|pay (?:more )?attention|be aware|improve|enhance|consider|think about|look into|try to"
                    + "|as needed|if possible|as appropriate|better|more robust|in the future|etc)\\b",
            Pattern.CASE_INSENSITIVE);

    /** @param worst severity of the incidents that the item is to keep from happening again */
    public static ActionItemAdvice on(ActionItemState item, Severity worst, ActionItemPolicy policy) {
        return new ActionItemAdvice(Stream.of(
                        verb(item),
                        vague(item),
                        doneWhen(item),
                        factor(item),
                        due(item, worst, policy),
                        strength(item, worst))
                .flatMap(Optional::stream)
                .toList());
    }

    private static Optional<Finding> verb(ActionItemState item) {
        var first = FIRST_WORD.matcher(item.title());
        var word = first.find() ? first.group(1) : "";
        return VERBS.contains(word.toLowerCase(Locale.ROOT).replaceFirst("^re-", ""))
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

    private static Optional<Finding> strength(ActionItemState item, Severity worst) {
        return worst == Severity.SEV1 && item.details().strength() == ActionItemStrength.WEAKER
                ? Optional.of(new Finding(
                        Finding.Rule.ONLY_REMEMBERED,
                        ActionItemStrength.WEAKER.name(),
                        "It relies on people to remember. After SEV1 look for a change of the system beside it."))
                : Optional.empty();
    }
}
