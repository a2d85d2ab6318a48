package dev.hindsight.contracts.policy;

/**
 * What the policy on post-mortems asks for incidents of one severity.
 *
 * @param planned whether there is to be a post-mortem at all; the other values then say when
 * @param meetingWithinDays from the end of the incident to the start of the meeting
 * @param reviewHoursBefore how long before the meeting the review is to be shared
 * @param approvals how many are needed before publishing
 */
public record SeverityRule(
        boolean planned, int meetingWithinDays, DayCount days, int reviewHoursBefore, int approvals) {}
