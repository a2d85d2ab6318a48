package dev.hindsight.gateway.actionitems;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An order in which the list of action items may come, by the service's name for it and in words. */
public enum ActionItemOrder {
    DUE_FIRST("due", "Due first"),
    DUE_LAST("-due", "Due last"),
    PRIORITY("priority", "Highest priority first"),
    NEWEST("-opened", "Newest first"),
    OLDEST("opened", "Oldest first");

    private final String sort;
    private final String label;

    ActionItemOrder(String sort, String label) {
        this.sort = sort;
        this.label = label;
    }

    static Optional<ActionItemOrder> of(@Nullable String sort) {
        return Arrays.stream(values()).filter(order -> order.sort.equals(sort)).findFirst();
    }

    public String sort() {
        return sort;
    }

    public String label() {
        return label;
    }
}
