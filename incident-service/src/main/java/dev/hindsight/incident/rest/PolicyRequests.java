package dev.hindsight.incident.rest;

import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.contracts.policy.ActionItemPolicy;
import dev.hindsight.contracts.policy.ChaseRules;
import dev.hindsight.contracts.policy.DayCount;
import dev.hindsight.contracts.policy.PostMortemPolicy;
import dev.hindsight.contracts.policy.SeverityRule;
import dev.hindsight.contracts.policy.TeamPolicy;
import dev.hindsight.kit.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bodies that set policies. */
final class PolicyRequests {

    private PolicyRequests() {}

    /**
     * @param zone name in the IANA time zone database, by which days are working days
     * @param severities one rule for each severity
     */
    record SetPostMortemPolicy(
            @NotBlank @Size(max = 60) String zone,
            @NotNull Map<Severity, @NotNull @Valid Rule> severities,
            @Nullable @Size(min = 1, max = 1000) String reason) {

        PostMortemPolicy policy() {
            requireZone(zone);
            requireEach("severities", severities);
            var rules = new EnumMap<Severity, SeverityRule>(Severity.class);
            severities.forEach((severity, rule) -> rules.put(severity, rule.rule()));
            return new PostMortemPolicy(zone, rules);
        }
    }

    /** @param meetingWithinDays from the end of the incident to the start of the meeting */
    record Rule(
            @NotNull Boolean planned,
            @NotNull @Min(1) @Max(365) Integer meetingWithinDays,
            @NotNull DayCount days,
            @NotNull @Min(0) @Max(720) Integer reviewHoursBefore,
            @NotNull @Min(1) @Max(10) Integer approvals) {

        SeverityRule rule() {
            return new SeverityRule(planned, meetingWithinDays, days, reviewHoursBefore, approvals);
        }
    }

    /**
     * @param dueWithinDays calendar days, for each severity of the incident
     * @param chase when those who answer for an item are reminded, and when others are told; if nothing is said, what the
     *     product sets
     */
    record SetActionItemPolicy(
            @NotNull Map<Severity, @NotNull @Min(1) @Max(3650) Integer> dueWithinDays,
            @Nullable @Valid Chase chase,
            @Nullable @Size(min = 1, max = 1000) String reason) {

        ActionItemPolicy policy() {
            requireEach("dueWithinDays", dueWithinDays);
            return new ActionItemPolicy(dueWithinDays, chase == null ? null : chase.rules());
        }
    }

    /**
     * @param remindDaysBefore how many days before it is due its owner is reminded, each once
     * @param overdueEveryDays how often its owner is reminded afterwards
     */
    record Chase(
            @NotNull @Size(max = 20) List<@NotNull @Min(1) @Max(365) Integer> remindDaysBefore,
            @NotNull @Min(1) @Max(365) Integer overdueEveryDays,
            @NotNull @Min(1) @Max(365) Integer teamLeadAfterDays,
            @NotNull @Min(1) @Max(365) Integer executiveAfterDays,
            @NotNull @Min(1) @Max(365) Integer roadblockExecutiveAfterDays,
            @NotNull @Min(1) @Max(365) Integer acceptWithinDays,
            @NotNull @Min(1) @Max(365) Integer verifyWithinDays) {

        ChaseRules rules() {
            return new ChaseRules(
                    remindDaysBefore,
                    overdueEveryDays,
                    teamLeadAfterDays,
                    executiveAfterDays,
                    roadblockExecutiveAfterDays,
                    acceptWithinDays,
                    verifyWithinDays);
        }
    }

    /**
     * @param zone name in the IANA time zone database; all times of day are of this zone
     * @param remindAt when people are reminded on a working day
     * @param quietFrom from then on nobody is told anything, until {@code quietTo}; equal where no hours are quiet
     * @param leads subject ids of those who are told when a reminder of the owner did not help
     * @param executive subject id of who answers for an item that names nobody
     */
    record SetTeamPolicy(
            @NotBlank @Size(max = 60) String zone,
            @NotEmpty @Size(max = 7) List<@NotNull DayOfWeek> workingDays,
            @NotNull LocalTime remindAt,
            @NotNull LocalTime quietFrom,
            @NotNull LocalTime quietTo,
            @NotNull @Size(max = 20) List<@NotBlank @Size(max = 100) String> leads,
            @Nullable @Size(min = 1, max = 100) String executive,
            @Nullable @Size(min = 1, max = 1000) String reason) {

        TeamPolicy policy() {
            requireZone(zone);
            return new TeamPolicy(zone, workingDays, remindAt, quietFrom, quietTo, leads, executive);
        }
    }

    private static void requireZone(String zone) {
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw ProblemException.invalid("zone", "must be a time zone such as Europe/Berlin");
        }
    }

    private static void requireEach(String field, Map<Severity, ?> said) {
        for (var severity : Severity.values()) {
            if (!said.containsKey(severity)) {
                throw ProblemException.invalid("%s.%s".formatted(field, severity), "is missing");
            }
        }
    }
}
