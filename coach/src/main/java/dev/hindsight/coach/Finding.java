package dev.hindsight.coach;

import dev.hindsight.coach.rules.Severity;

/**
 * A wording that sounds like blame.
 *
 * @param rule its id
 * @param start where it begins in the text that was given, in UTF-16 units
 * @param end exclusive
 * @param quote the words there
 * @param why it matters
 * @param rewording a neutral one; what it leaves in brackets only people know
 */
public record Finding(
        String rule,
        String category,
        Severity severity,
        int start,
        int end,
        String quote,
        String why,
        String advice,
        String rewording,
        Explanation explanation) {}
