package dev.hindsight.benchmarks.log;

import dev.hindsight.benchmarks.Figure;
import java.util.List;
import java.util.function.IntConsumer;

/** Counts by the server's own statistics what one append costs: statements, flushes of the write-ahead log, bytes in it. */
final class PerAppend {

    private static final int APPENDS = 500;

    /** The sequencer's calls are nobody's append. */
    private static final String STATEMENTS = """
            SELECT coalesce(sum(calls), 0)::bigint FROM pg_stat_statements s JOIN pg_roles r ON r.oid = s.userid
             WHERE r.rolname = 'incident_service' AND query NOT LIKE '%number_pending%' AND query NOT LIKE '%log_position%'
               AND query NOT LIKE 'LISTEN%' AND query NOT LIKE 'SET %' AND query NOT LIKE '%flyway%' AND query NOT LIKE '%pg_%'
            """;

    private static final String FLUSHES =
            "SELECT sum(fsyncs)::bigint FROM pg_stat_io WHERE object = 'wal' AND context = 'normal'";
    private static final String BYTES = "SELECT wal_bytes::bigint FROM pg_stat_wal";

    private final LogDatabase database;

    PerAppend(LogDatabase database) {
        this.database = database;
    }

    void begin() {
        database.execute("ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'");
        database.restart();
        database.execute("CREATE EXTENSION pg_stat_statements");
    }

    /** @param work appends so many times, and lets go of its connections: sessions report their figures at their end */
    List<Figure> measure(String section, String name, IntConsumer work) {
        work.accept(APPENDS); // plans, catalogue caches, first touch of pages
        database.awaitEndOfSessions();
        database.execute("SELECT pg_stat_statements_reset()");
        database.execute("CHECKPOINT");
        var flushes = database.number(FLUSHES);
        var bytes = database.number(BYTES);
        work.accept(APPENDS);
        database.awaitEndOfSessions();
        return List.of(
                figure(section, name, database.number(STATEMENTS), "statements"),
                figure(section, name, database.number(FLUSHES) - flushes, "flushes to disk"),
                figure(section, name, database.number(BYTES) - bytes, "bytes of WAL"));
    }

    void end() {
        database.execute("DROP EXTENSION pg_stat_statements");
        database.execute("ALTER SYSTEM RESET shared_preload_libraries");
        database.restart();
    }

    private static Figure figure(String section, String name, long total, String unit) {
        return Figure.of(section, name, (double) total / APPENDS, unit);
    }
}
