package dev.hindsight.logkit;

import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.log.LogReader;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Turns {@code knownAt} and {@code atPosition} into the position up to which the log is read; neither means all of it. */
@Singleton
public class KnownUpTo {

    private final LogReader log;
    private final Clock clock;

    KnownUpTo(LogReader log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    public OptionalLong of(@Nullable String knownAt, @Nullable String atPosition) {
        if (knownAt != null && atPosition != null) {
            throw ProblemException.invalid("knownAt", "must not be given together with atPosition");
        }
        if (atPosition != null) {
            return OptionalLong.of(position(atPosition));
        }
        return knownAt == null ? OptionalLong.empty() : OptionalLong.of(positionAt(knownAt));
    }

    private long position(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw ProblemException.invalid("atPosition", "must be a position of the log");
        }
        long position = Long.parseLong(text);
        if (position > log.head()) {
            throw new ProblemException(LogProblem.NOT_YET_KNOWN, null);
        }
        return position;
    }

    /** A time to come is refused: what was known then could still change. */
    private long positionAt(String text) {
        try {
            var time = OffsetDateTime.parse(text).toInstant();
            if (time.isAfter(clock.instant())) {
                throw new ProblemException(LogProblem.NOT_YET_KNOWN, null);
            }
            return log.positionAt(time);
        } catch (DateTimeException e) {
            throw ProblemException.invalid("knownAt", "must be an RFC 3339 time with its zone");
        }
    }
}
