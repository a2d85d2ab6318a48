package dev.hindsight.gateway.actionitems;

import dev.hindsight.kit.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What could be better about an action item.
 *
 * @param trouble why it cannot be shown now, in words
 */
public record Advice(List<Finding> findings, @Nullable String trouble) {

    /** @param found the word of the title that it is about, or the name of a field */
    public record Finding(String rule, String found, String reason) {

        /** Whether the reader has to be shown which word is meant. */
        public boolean isAboutAWord() {
            return rule.equals("NO_VERB_FIRST") || rule.equals("VAGUE");
        }
    }

    static Advice unread(ProblemException problem) {
        return new Advice(List.of(), problem.problem().title());
    }
}
