package dev.hindsight.kit.rest;

import dev.hindsight.kit.problem.ProblemException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How many rows a page of a list has. */
public final class Limits {

    public static final int DEFAULT = 50;
    public static final int MAXIMUM = 200;

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");

    private Limits() {}

    /** Takes the text of the parameter: a number parameter with a wrong form would be answered as an unknown path. */
    public static int parse(@Nullable String limit) {
        if (limit == null) {
            return DEFAULT;
        }
        if (!NUMBER.matcher(limit).matches() || Integer.parseInt(limit) > MAXIMUM) {
            throw ProblemException.invalid("limit", "must be a number from 1 to " + MAXIMUM);
        }
        return Integer.parseInt(limit);
    }
}
