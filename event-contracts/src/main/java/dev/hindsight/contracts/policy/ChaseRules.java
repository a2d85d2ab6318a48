package dev.hindsight.contracts.policy;

import java.util.Comparator;
import java.util.List;

/**
 * When those who answer for an action item are reminded, and when others are told. Days are calendar days from or to the day
 * in question; what falls on a day off is moved to a working day of the team.
 *
 * @param remindDaysBefore how many days before it is due its owner is reminded, each once
 * @param overdueEveryDays how often its owner is reminded afterwards, counted from the due date
 * @param teamLeadAfterDays when the team lead is told that it is overdue
 * @param executiveAfterDays when the accountable executive is told that it is overdue
 * @param roadblockExecutiveAfterDays when the accountable executive is told that it is still blocked; the team lead is told at
 *     once
 * @param acceptWithinDays how long it may stay proposed before the team lead is reminded, and how often then
 * @param verifyWithinDays how long it may stay done and not verified before the team lead is reminded, and how often then
 */
public record ChaseRules(
        List<Integer> remindDaysBefore,
        int overdueEveryDays,
        int teamLeadAfterDays,
        int executiveAfterDays,
        int roadblockExecutiveAfterDays,
        int acceptWithinDays,
        int verifyWithinDays) {

    public ChaseRules {
        remindDaysBefore = remindDaysBefore.stream()
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** What holds before anyone sets other rules. */
    public static ChaseRules standard() {
        return new ChaseRules(List.of(7, 1), 7, 3, 7, 5, 7, 7);
    }
}
