package dev.hindsight.actionitem.domain;

import dev.hindsight.kit.problem.ProblemException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Which steps were suggested for an action item, and which of them are not taken. */
final class SuggestedSteps {

    private final Set<UUID> open = new HashSet<>();
    private final Set<UUID> dismissed = new HashSet<>();

    boolean isNew(UUID suggestionId) {
        return !open.contains(suggestionId) && !dismissed.contains(suggestionId);
    }

    void requireOpen(UUID suggestionId) {
        if (dismissed.contains(suggestionId)) {
            throw new ProblemException(ActionItemRule.SUGGESTION_DISMISSED, null);
        }
        if (!open.contains(suggestionId)) {
            throw new ProblemException(ActionItemRule.SUGGESTION_UNKNOWN, null);
        }
    }

    void add(UUID suggestionId) {
        open.add(suggestionId);
    }

    void dismiss(UUID suggestionId) {
        open.remove(suggestionId);
        dismissed.add(suggestionId);
    }
}
