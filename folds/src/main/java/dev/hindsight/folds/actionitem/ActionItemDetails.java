package dev.hindsight.folds.actionitem;

import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemDescribed;
import dev.hindsight.contracts.actionitem.ActionItemKind;
import dev.hindsight.contracts.actionitem.ActionItemPriority;
import dev.hindsight.contracts.actionitem.ActionItemStrength;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an action item beyond who does it by when.
 *
 * @param executive subject id of who answers for it before the organisation
 * @param factors ids of the contributing factors that it addresses
 */
public record ActionItemDetails(
        @Nullable ActionItemKind kind,
        @Nullable ActionItemStrength strength,
        @Nullable ActionItemPriority priority,
        @Nullable String doneWhen,
        @Nullable String measure,
        @Nullable String executive,
        List<UUID> factors) {

    static final ActionItemDetails NONE = new ActionItemDetails(null, null, null, null, null, null, List.of());

    /** What an event does not say stays as it was. */
    ActionItemDetails with(ActionItemDescribed said) {
        return new ActionItemDetails(
                latest(said.kind(), kind),
                latest(said.strength(), strength),
                latest(said.priority(), priority),
                latest(said.doneWhen(), doneWhen),
                latest(said.measure(), measure),
                latest(said.executive(), executive),
                Optional.ofNullable(said.factors()).orElse(factors));
    }

    private static <T> @Nullable T latest(@Nullable T said, @Nullable T before) {
        return said == null ? before : said;
    }
}
