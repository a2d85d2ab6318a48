package dev.hindsight.coach.language;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who does what: a verb with its auxiliaries, and the phrases around it.
 *
 * @param first of the words of the verb, auxiliaries included
 * @param last inclusive: the verb itself
 * @param subject who does it, or whom it is done to where it is passive; absent where none was found
 * @param agent what stands after "by" where it is passive
 * @param modals {@code should}, {@code could} and the like; also {@code do} and {@code does}, which tell of a habit
 * @param adverbs beside the verb
 * @param perfect with "have"
 * @param question the question word before it
 * @param introducedBy the word that makes it depend on another clause, such as {@code if}
 * @param end exclusive: up to where the clause goes
 */
public record Clause(
        int first,
        int last,
        Word verb,
        @Nullable NounPhrase subject,
        @Nullable NounPhrase object,
        @Nullable NounPhrase agent,
        List<String> modals,
        List<Word> adverbs,
        boolean negated,
        boolean perfect,
        boolean passive,
        @Nullable String question,
        @Nullable String introducedBy,
        int end) {

    public Optional<NounPhrase> actor() {
        return Optional.ofNullable(passive ? agent : subject);
    }
}
