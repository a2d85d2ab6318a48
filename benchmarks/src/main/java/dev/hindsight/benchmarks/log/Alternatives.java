package dev.hindsight.benchmarks.log;

import dev.hindsight.benchmarks.Figure;
import dev.hindsight.benchmarks.Figures;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** What was decided against, beside what was decided: the lock of the numbering, a lock or a notification per append. */
final class Alternatives {

    private static final int WRITERS = 16;
    private static final String SECTION = "Decisions of the log, pgbench with 16 clients, appends per second";
    private static final Duration PAUSE = Duration.ofMillis(2); // as the sequencer's

    private final LogDatabase database;
    private final Figures figures;
    private final Duration time;

    Alternatives(LogDatabase database, Figures figures, Duration time) {
        this.database = database;
        this.figures = figures;
        this.time = time;
    }

    void measure() throws SQLException {
        database.execute(byAdvisoryLock());
        var append = AppendRates.appendScript();
        var base = figures.add(rate("numbered under a row lock", append, "log.number_pending()"));
        compare(base, "numbered under an advisory lock", append, "benchmark.number_pending()");
        compare(base, "not numbered meanwhile", append, null);
        compare(
                base,
                "a lock around each append",
                "BEGIN;\nSELECT pg_advisory_xact_lock(7);\n" + append + "COMMIT;\n",
                "log.number_pending()");
        compare(
                base,
                "a notification in each append",
                "BEGIN;\n" + append + "NOTIFY benchmark;\nCOMMIT;\n",
                "log.number_pending()");
    }

    private void compare(Figure base, String name, String script, @Nullable String pass) throws SQLException {
        figures.add(rate(name, script, pass).comparedWith(base));
    }

    private Figure rate(String name, String script, @Nullable String pass) throws SQLException {
        figures.say("decisions: " + name);
        database.execute("CHECKPOINT");
        var stop = new AtomicBoolean();
        try (var numbering = Executors.newSingleThreadExecutor()) {
            if (pass != null) {
                numbering.execute(passes(pass, stop));
            }
            var rate =
                    AppendRates.pgbench(database.port(), LogDatabase.PASSWORD).perSecond(WRITERS, time, script);
            stop.set(true);
            return Figure.of(SECTION, name, rate, "per s");
        }
    }

    private Runnable passes(String pass, AtomicBoolean stop) throws SQLException {
        var connection = DriverManager.getConnection(database.url(), LogDatabase.LOGIN, LogDatabase.PASSWORD);
        return () -> {
            try (connection;
                    var call = connection.prepareStatement("SELECT " + pass)) {
                while (!stop.get()) {
                    call.execute();
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    /** The same function with the other lock, made from the one installed so that nothing else differs. */
    private String byAdvisoryLock() {
        var function = database.text("SELECT pg_get_functiondef('log.number_pending()'::regprocedure)");
        var lock = "PERFORM FROM log.numbering FOR UPDATE SKIP LOCKED;\n    IF NOT FOUND THEN";
        if (!function.contains(lock)) {
            throw new IllegalStateException("The numbering does not take its lock as this benchmark expects");
        }
        return function.replace("FUNCTION log.number_pending", "FUNCTION benchmark.number_pending")
                        .replace(lock, "IF NOT pg_try_advisory_xact_lock(7105) THEN")
                + "; ALTER FUNCTION benchmark.number_pending() OWNER TO log_owner;"
                + " GRANT EXECUTE ON FUNCTION benchmark.number_pending() TO incident_service";
    }
}
