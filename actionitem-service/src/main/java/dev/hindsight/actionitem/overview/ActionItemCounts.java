package dev.hindsight.actionitem.overview;

/**
 * How many action items a list with the same filter shows.
 *
 * @param all without another filter
 * @param open with {@code open=true}: those with something left to do
 * @param overdue with {@code overdue=true}
 * @param unowned with {@code unowned=true}
 * @param undated with {@code undated=true}
 * @param blocked with {@code blocked=true}
 * @param deferred with {@code state=DEFERRED}
 * @param unverified with {@code state=DONE}
 */
public record ActionItemCounts(
        long all, long open, long overdue, long unowned, long undated, long blocked, long deferred, long unverified) {

    public static final ActionItemCounts NONE = new ActionItemCounts(0, 0, 0, 0, 0, 0, 0, 0);
}
