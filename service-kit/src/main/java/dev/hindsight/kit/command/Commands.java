package dev.hindsight.kit.command;

import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Carries out a command in one transaction: what it records, and the answer under its idempotency key, are there both or
 * not at all. The table has this form:
 *
 * <pre>{@code
 * CREATE TABLE incident.idempotency_key (
 *     subject         text        NOT NULL,
 *     method          text        NOT NULL,
 *     path            text        NOT NULL,
 *     idempotency_key text        NOT NULL,
 *     fingerprint     bytea       NOT NULL,
 *     status          int         NOT NULL,
 *     headers         text        NOT NULL,
 *     body            bytea       NOT NULL,
 *     created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
 *     PRIMARY KEY (subject, method, path, idempotency_key)
 * );
 * CREATE INDEX idempotency_key_age ON incident.idempotency_key (created_at);
 * }</pre>
 *
 * The service needs SELECT, INSERT and DELETE on it.
 */
public final class Commands {

    private static final Logger LOG = Logger.getLogger(Commands.class);
    private static final int REPEATS = 8;
    private static final int PAUSE_MILLIS = 10;
    private static final int KEPT_HOURS = 48;
    private static final int PURGED_AT_ONCE = 1000;

    private final StoredAnswers answers;
    private final UserTransaction transaction;
    private final Predicate<Throwable> concurrent;

    /**
     * @param table with its schema
     * @param concurrent knows the exception that says someone else changed the same thing; asked along all causes
     */
    public Commands(Jdbi jdbi, String table, UserTransaction transaction, Predicate<Throwable> concurrent) {
        this.answers = new StoredAnswers(jdbi, table);
        this.transaction = transaction;
        this.concurrent = concurrent;
    }

    /**
     * Runs the work, unless the same request was carried out before: then its answer is given again. The work may run
     * several times, so it must have no effect outside the transaction. Only a successful answer commits.
     */
    public Answer execute(CommandRequest request, Supplier<Answer> work) {
        for (var repeats = 0; ; repeats++) {
            try {
                return attempt(request, work);
            } catch (RuntimeException e) {
                var earlier = storedMeanwhile(request, e);
                if (earlier.isPresent()) {
                    return earlier.get();
                }
                if (!isCollision(e)) {
                    throw e;
                }
                if (repeats == REPEATS) {
                    throw concurrentChange(e);
                }
                pause(repeats, e);
            }
        }
    }

    /** Deletes old keys, a bounded number at once; the answer is how many. Call it now and then. */
    public int purge() {
        return answers.purge(KEPT_HOURS, PURGED_AT_ONCE);
    }

    private Answer attempt(CommandRequest request, Supplier<Answer> work) {
        begin();
        try {
            var earlier = stored(request);
            var answer = earlier.isPresent() ? earlier.get() : work.get();
            if (earlier.isPresent() || !answer.isSuccess()) {
                rollback();
                return answer;
            }
            requireActive();
            // last, so that a duplicate undoes the events as well
            request.idempotencyKey().ifPresent(key -> answers.store(request, key, answer));
            requireActive();
            commit();
            return answer;
        } catch (RuntimeException | Error e) {
            rollbackAfter(e);
            throw e;
        }
    }

    private Optional<Answer> stored(CommandRequest request) {
        return request.idempotencyKey().flatMap(key -> answers.find(request, key));
    }

    /** Whatever failed, the same request sent twice may have succeeded beside this one, or this commit after all. */
    private Optional<Answer> storedMeanwhile(CommandRequest request, RuntimeException failure) {
        try {
            return stored(request);
        } catch (JdbiException e) {
            failure.addSuppressed(e);
            throw failure;
        }
    }

    private boolean isCollision(Throwable failure) {
        return DatabaseFailures.collision(failure) || DatabaseFailures.any(failure, concurrent);
    }

    private void begin() {
        try {
            transaction.begin();
        } catch (NotSupportedException | SystemException e) {
            throw new IllegalStateException("A command needs a transaction of its own", e);
        }
    }

    /** Work that swallowed a failure, or took longer than the transaction lives, must not look like a success. */
    private void requireActive() {
        if (status() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("The work returned, but its transaction can only be rolled back");
        }
    }

    private void commit() {
        try {
            transaction.commit();
        } catch (RollbackException | HeuristicMixedException | HeuristicRollbackException | SystemException e) {
            if (DatabaseFailures.refused(e) || isCollision(e)) {
                throw new IllegalStateException("The commit was refused", e);
            }
            throw outcomeUnknown(e);
        }
    }

    private void rollback() {
        try {
            transaction.rollback();
        } catch (SystemException e) {
            throw new IllegalStateException("The transaction could not be rolled back", e);
        }
    }

    private void rollbackAfter(Throwable failure) {
        try {
            if (status() != Status.STATUS_NO_TRANSACTION) {
                rollback();
            }
        } catch (IllegalStateException e) {
            failure.addSuppressed(e);
        }
    }

    private int status() {
        try {
            return transaction.getStatus();
        } catch (SystemException e) {
            throw new IllegalStateException("The transaction manager is broken", e);
        }
    }

    private static ProblemException outcomeUnknown(Exception cause) {
        LOG.warn("Nobody knows whether this commit took place", cause);
        var problem = new ProblemException(StandardProblem.OUTCOME_UNKNOWN, null);
        problem.initCause(cause);
        return problem;
    }

    private static ProblemException concurrentChange(RuntimeException cause) {
        var problem = new ProblemException(StandardProblem.CONCURRENT_CHANGE, null);
        problem.initCause(cause);
        return problem;
    }

    private static void pause(int repeats, RuntimeException collision) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(1, PAUSE_MILLIS * (repeats + 1)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            collision.addSuppressed(e);
            throw collision;
        }
    }
}
