package dev.hindsight.audit.sealing;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Reads the log as it is stored, in the order of its positions. */
public final class LogRows {

    private static final String AFTER = """
            SELECT p.position, p.sequenced_at, e.*
              FROM log.log_position p JOIN log.event_entry e USING (global_index)
             WHERE p.position > :position AND p.position <= :upTo ORDER BY p.position
            """;
    private static final String HEAD = "SELECT coalesce(max(position), 0) FROM log.log_position";

    private LogRows() {}

    /** @param upTo the last position asked for */
    public static List<LogRow> after(Handle db, long position, long upTo) {
        return db.createQuery(AFTER)
                .bind("position", position)
                .bind("upTo", upTo)
                .map((row, _) -> LogRow.of(row))
                .list();
    }

    public static long head(Handle db) {
        return db.createQuery(HEAD).mapTo(long.class).one();
    }
}
