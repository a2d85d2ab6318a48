package dev.hindsight.migrator;

import java.sql.SQLException;

/** Why a migration failed, in words: what the database said, and for the usual causes what to do about it. */
record Reason(String state, String said) {

    static Reason of(Throwable failure) {
        var innermost = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            innermost = cause;
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return new Reason(sql.getSQLState(), firstLine(sql));
            }
        }
        return new Reason("", firstLine(innermost));
    }

    /** By class of SQLSTATE: https://www.postgresql.org/docs/18/errcodes-appendix.html */
    String sentence(MigrationSettings settings) {
        if (state.startsWith("08") || state.equals("57P03")) {
            return "The database at %s does not answer (%s); start it, or correct HINDSIGHT_DB_URL."
                    .formatted(settings.url(), said);
        }
        if (state.startsWith("28")) {
            return "The database at %s refuses %s (%s); check HINDSIGHT_MIGRATOR_DB_USER and HINDSIGHT_MIGRATOR_DB_PASSWORD."
                    .formatted(settings.url(), settings.user(), said);
        }
        if (state.equals("3D000")) {
            return "There is no such database as in HINDSIGHT_DB_URL (%s); create it with %s as its owner."
                    .formatted(said, settings.user());
        }
        if (state.equals("53100")) {
            return "The database's disk is full (%s); free some space and run ./hindsight migrate again."
                    .formatted(said);
        }
        return "The migration of %s failed and no service may start on it: %s".formatted(settings.url(), said);
    }

    private static String firstLine(Throwable failure) {
        var message = failure.getMessage();
        return message == null
                ? failure.getClass().getSimpleName()
                : message.lines().filter(line -> !line.isBlank()).findFirst().orElse(message);
    }
}
