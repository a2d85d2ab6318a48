package dev.hindsight.incident.rest;

import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.contracts.policy.ActionItemPolicy;
import dev.hindsight.contracts.policy.DayCount;
import dev.hindsight.contracts.policy.PostMortemPolicy;
import dev.hindsight.contracts.policy.SeverityRule;
import dev.hindsight.kit.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.EnumMap;
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
            if (!ZoneId.getAvailableZoneIds().contains(zone)) {
                throw ProblemException.invalid("zone", "must be a time zone such as Europe/Berlin");
            }
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

    /** @param dueWithinDays calendar days, for each severity of the incident */
    record SetActionItemPolicy(
            @NotNull Map<Severity, @NotNull @Min(1) @Max(3650) Integer> dueWithinDays,
            @Nullable @Size(min = 1, max = 1000) String reason) {

        ActionItemPolicy policy() {
            requireEach("dueWithinDays", dueWithinDays);
            return new ActionItemPolicy(dueWithinDays);
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
