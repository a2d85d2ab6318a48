package dev.hindsight.coach.rules;

import java.util.List;

/**
 * One kind of wording that the coach finds, as {@code rules.json} has it.
 *
 * @param why it matters
 * @param advice what to do instead
 * @param exceptions what looks like it and is none, in words
 * @param rewordings the first whose gaps can be filled is offered; {@code {object}} and the like are gaps, brackets are left
 *     to the person
 * @param clauses who does what
 * @param phrases words in a row
 * @param except words in a row that take a finding back where they overlap with it
 * @param notInSentencesAbout words at the head of a sentence whose findings do not count
 */
public record Rule(
        String id,
        String category,
        Severity severity,
        String why,
        String advice,
        String exceptions,
        List<String> rewordings,
        List<ClausePattern> clauses,
        List<PhrasePattern> phrases,
        List<PhrasePattern> except,
        List<String> notInSentencesAbout) {

    /** What the file leaves out is empty. */
    public Rule {
        clauses = Lists.orEmpty(clauses);
        phrases = Lists.orEmpty(phrases);
        except = Lists.orEmpty(except);
        notInSentencesAbout = Lists.orEmpty(notInSentencesAbout);
    }
}
