package dev.hindsight.contracts.policy;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a team may be told something, and who of it is told.
 *
 * @param zone name in the IANA time zone database; all times of day are of this zone
 * @param workingDays in the order of the week; at least one
 * @param remindAt when people are reminded on a working day; not in the quiet hours
 * @param quietFrom from then on nobody is told anything, until {@code quietTo}, past midnight if that is earlier in the day;
 *     equal where no hours are quiet
 * @param leads subject ids of those who are told when a reminder of the owner did not help
 * @param executive subject id of who answers for an item that names nobody; null for none
 */
public record TeamPolicy(
        String zone,
        List<DayOfWeek> workingDays,
        LocalTime remindAt,
        LocalTime quietFrom,
        LocalTime quietTo,
        List<String> leads,
        @Nullable String executive) {

    public TeamPolicy {
        workingDays = workingDays.stream().distinct().sorted().toList();
        leads = leads.stream().distinct().toList();
    }

    /** What holds for a team before anyone sets another policy for it. */
    public static TeamPolicy standard() {
        return new TeamPolicy(
                "UTC",
                List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY),
                LocalTime.of(9, 0),
                LocalTime.of(18, 0),
                LocalTime.of(8, 0),
                List.of(),
                null);
    }
}
