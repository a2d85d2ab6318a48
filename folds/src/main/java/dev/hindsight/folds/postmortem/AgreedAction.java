package dev.hindsight.folds.postmortem;

import dev.hindsight.contracts.postmortem.PostMortemEvent.ActionItemAgreed;
import dev.hindsight.contracts.postmortem.StatedFollowUp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An action item that was agreed; how far it is, its own service knows.
 *
 * @param gaps what an action item should have and this one lacks, such as {@code UNOWNED}
 */
public record AgreedAction(
        UUID actionItemId,
        String title,
        @Nullable String owner,
        @Nullable LocalDate due,
        List<Gap> gaps,
        @Nullable StatedFollowUp stated) {

    /** What history does not say about an action item. */
    public enum Gap {
        UNOWNED,
        UNDATED
    }

    static AgreedAction of(ActionItemAgreed e) {
        var gaps = new ArrayList<Gap>();
        if (e.owner() == null) {
            gaps.add(Gap.UNOWNED);
        }
        if (e.due() == null) {
            gaps.add(Gap.UNDATED);
        }
        return new AgreedAction(e.actionItemId(), e.title(), e.owner(), e.due(), List.copyOf(gaps), e.stated());
    }
}
