package dev.hindsight.contracts.policy;

import dev.hindsight.contracts.incident.Severity;
import java.util.EnumMap;
import java.util.Map;

/**
 * When post-mortems are due.
 *
 * @param zone name in the IANA time zone database, by which days are working days
 * @param severities one rule for each severity
 */
public record PostMortemPolicy(String zone, Map<Severity, SeverityRule> severities) {

    public PostMortemPolicy {
        severities = EverySeverity.copy(severities);
    }

    /** What holds before anyone sets another policy. */
    public static PostMortemPolicy standard() {
        var severities = new EnumMap<Severity, SeverityRule>(Severity.class);
        severities.put(Severity.SEV1, new SeverityRule(true, 3, DayCount.CALENDAR, 24, 1));
        severities.put(Severity.SEV2, new SeverityRule(true, 5, DayCount.WORKING, 24, 1));
        for (var severity : new Severity[] {Severity.SEV3, Severity.SEV4, Severity.SEV5}) {
            severities.put(severity, new SeverityRule(false, 5, DayCount.WORKING, 24, 1));
        }
        return new PostMortemPolicy("UTC", severities);
    }

    public SeverityRule of(Severity severity) {
        return EverySeverity.value(severities, severity);
    }
}
