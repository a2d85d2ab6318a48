package dev.hindsight.gateway.actionitems;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is to do, in numbers, each with the list that it counts.
 *
 * @param all of those that a reader asks about
 * @param open of those of them that are still to be done
 */
public record Tally(ActionItemCounts all, ActionItemCounts open, ActionItemFilter filter) {

    /** @param current whether its list is the one shown */
    public record Count(long number, String label, String address, boolean current) {}

    public List<Count> counts() {
        return List.of(
                count(all.open(), "still to do", ActionItemFilter.OPEN, null),
                count(open.overdue(), "overdue", ActionItemFilter.OPEN, "overdue"),
                count(open.unowned(), "without an owner", ActionItemFilter.OPEN, "unowned"),
                count(open.undated(), "without a due date", ActionItemFilter.OPEN, "undated"),
                count(open.blocked(), "blocked", ActionItemFilter.OPEN, "blocked"),
                count(all.deferred(), "deferred", "DEFERRED", null),
                count(all.unverified(), "done, not verified", "DONE", null),
                count(all.all(), "in all", ActionItemFilter.ANY, null));
    }

    private Count count(long number, String label, String choice, @Nullable String flag) {
        var address = filter.address(choice, flag);
        return new Count(number, label, address, address.equals(filter.address()));
    }
}
