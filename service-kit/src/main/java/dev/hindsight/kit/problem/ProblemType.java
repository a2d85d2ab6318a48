package dev.hindsight.kit.problem;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A kind of problem that clients may rely on: a constant whose name is the problem's, with its HTTP status and what to do
 * about it.
 */
public interface ProblemType {

    /** In capitals; that of an enum's constant. */
    String name();

    Meaning meaning();

    /**
     * What clients are told of every occurrence.
     *
     * @param title the same for each (RFC 9457 section 3.1.3)
     * @param advice what a person who meets this can do, in one or two sentences
     */
    record Meaning(int status, String title, String advice) {}

    /** Kebab-case, the last segment of {@code /problems/…}. */
    default String type() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    default int status() {
        return meaning().status();
    }

    default String title() {
        return meaning().title();
    }

    default String advice() {
        return meaning().advice();
    }

    /** This problem, now; without a detail of its own it carries the general advice. */
    default Problem problem(@Nullable String detail) {
        return new Problem(
                URI.create("/problems/" + type()),
                title(),
                status(),
                detail == null ? advice() : detail,
                List.of(),
                null);
    }
}
