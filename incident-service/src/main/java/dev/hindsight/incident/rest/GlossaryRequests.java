package dev.hindsight.incident.rest;

import dev.hindsight.contracts.glossary.TermDefinition;
import dev.hindsight.folds.glossary.Spellings;
import dev.hindsight.kit.problem.ProblemException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bodies of requests about the glossary. */
final class GlossaryRequests {

    private GlossaryRequests() {}

    /** @param spellings other ways to write it that count as the term; regular plurals count of themselves */
    record DefineTerm(
            @NotBlank @Size(max = 100) String term,
            @Nullable @Size(max = 30) List<@NotBlank @Size(max = 100) String> spellings,
            @NotBlank @Size(max = 2000) String technicalDefinition,
            @NotBlank @Size(max = 2000) String plainDefinition) {

        TermDefinition definition() {
            return read(term, spellings, technicalDefinition, plainDefinition);
        }
    }

    /** The whole definition, also what stays the same. */
    record ReviseTerm(
            @NotBlank @Size(max = 100) String term,
            @Nullable @Size(max = 30) List<@NotBlank @Size(max = 100) String> spellings,
            @NotBlank @Size(max = 2000) String technicalDefinition,
            @NotBlank @Size(max = 2000) String plainDefinition,
            @NotBlank @Size(max = 1000) String reason) {

        TermDefinition definition() {
            return read(term, spellings, technicalDefinition, plainDefinition);
        }
    }

    record WithdrawTerm(@NotBlank @Size(max = 1000) String reason) {}

    record LookUpTerms(@NotNull @Size(max = 100_000) String text) {}

    private static TermDefinition read(
            String term, @Nullable List<String> spellings, String technicalDefinition, String plainDefinition) {
        var others = Optional.ofNullable(spellings).orElseGet(List::of);
        requireWords("term", term);
        var seen = new HashSet<>(List.of(Spellings.key(term)));
        for (int i = 0; i < others.size(); i++) {
            var field = "spellings[%d]".formatted(i);
            requireWords(field, others.get(i));
            if (!seen.add(Spellings.key(others.get(i)))) {
                throw ProblemException.invalid(field, "is there already; capitals and hyphens are no difference");
            }
        }
        return new TermDefinition(term, List.copyOf(others), technicalDefinition, plainDefinition);
    }

    private static void requireWords(String field, String spelling) {
        if (!spelling.equals(spelling.strip()) || spelling.codePoints().anyMatch(Character::isISOControl)) {
            throw ProblemException.invalid(field, "must be on one line, without blanks around it");
        }
        if (Spellings.key(spelling).isEmpty()) {
            throw ProblemException.invalid(field, "must have a letter or a digit");
        }
    }
}
