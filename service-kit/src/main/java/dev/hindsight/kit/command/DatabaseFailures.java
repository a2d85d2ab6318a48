package dev.hindsight.kit.command;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Predicate;
import org.jdbi.v3.core.ConnectionException;

/** Tells what a failure says about the database, however deep it is wrapped. */
public final class DatabaseFailures {

    /** Shutdown, crash or start of the server, and no connection left. */
    private static final Set<String> OUT_OF_REACH = Set.of("57P01", "57P02", "57P03", "53300");

    private static final Set<String> COLLISION = Set.of("40001", "40P01");

    private DatabaseFailures() {}

    /** Whether there was no connection, or it broke: then nobody can say what became of a commit. */
    public static boolean connectionLost(Throwable failure) {
        return any(failure, DatabaseFailures::isConnectionLost);
    }

    /** Whether the server itself rolled back because two transactions were in each other's way. */
    static boolean collision(Throwable failure) {
        return any(failure, cause -> cause instanceof SQLException sql && COLLISION.contains(state(sql)));
    }

    /** Whether the server refused: it answered, so that the transaction is rolled back for certain. */
    static boolean refused(Throwable failure) {
        return !connectionLost(failure)
                && any(
                        failure,
                        cause ->
                                cause instanceof SQLException sql && !state(sql).isEmpty());
    }

    /** Looks along causes and what was suppressed: the transaction manager keeps the failed commit there. */
    static boolean any(Throwable failure, Predicate<Throwable> wanted) {
        var seen = Collections.<Throwable>newSetFromMap(new IdentityHashMap<>());
        var waiting = new ArrayDeque<Throwable>();
        waiting.add(failure);
        while (!waiting.isEmpty()) {
            var next = waiting.remove();
            if (!seen.add(next)) {
                continue;
            }
            if (wanted.test(next)) {
                return true;
            }
            if (next.getCause() != null) {
                waiting.add(next.getCause());
            }
            Collections.addAll(waiting, next.getSuppressed());
        }
        return false;
    }

    private static boolean isConnectionLost(Throwable cause) {
        return switch (cause) {
            case SQLRecoverableException _ -> true;
            case SQLTransientConnectionException _ -> true;
            case SQLNonTransientConnectionException _ -> true;
            case SQLException sql -> state(sql).startsWith("08") || OUT_OF_REACH.contains(state(sql));
            case ConnectionException _ -> true;
            default -> false;
        };
    }

    private static String state(SQLException failure) {
        var state = failure.getSQLState();
        return state == null ? "" : state;
    }
}
