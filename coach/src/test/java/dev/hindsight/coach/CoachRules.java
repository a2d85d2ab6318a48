package dev.hindsight.coach;

import dev.hindsight.coach.rules.Rule;
import dev.hindsight.coach.rules.RuleBook;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules that are shipped, by what tests ask of them. */
final class CoachRules {

    static final RuleBook BOOK = RuleBook.shipped();

    private CoachRules() {}

    static Set<String> ids() {
        return BOOK.rules().stream().map(Rule::id).collect(Collectors.toSet());
    }

    static Set<String> categories() {
        return BOOK.rules().stream().map(Rule::category).collect(Collectors.toSet());
    }
}
