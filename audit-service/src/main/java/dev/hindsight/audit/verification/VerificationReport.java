package dev.hindsight.audit.verification;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pass over everything sealed.
 *
 * @param upTo the size of the tree that is verified
 * @param verified how many entries of it have been looked at
 * @param finishedAt null while it is under way
 * @param findings the first of them
 */
public record VerificationReport(
        long upTo,
        long verified,
        Instant startedAt,
        @Nullable Instant finishedAt,
        long found,
        List<Finding> findings) {}
