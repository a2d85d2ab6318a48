package dev.hindsight.kit.problem;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A kind of problem that clients may rely on: its name, its HTTP status, and what to do about it. */
public interface ProblemType {

    /** Kebab-case, the last segment of {@code /problems/…}. */
    String type();

    int status();

    /** The same for every occurrence (RFC 9457 section 3.1.3). */
    String title();

    /** What a person who meets this can do, in one or two sentences. */
    String advice();

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
