package dev.hindsight.log;

import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Keeps a service from running with rights to change the log: its own role's, or a role's that it could take on. */
public final class LogRights {

    private static final String TOO_MUCH = """
            SELECT r.rolname || problem
              FROM pg_roles AS r
             CROSS JOIN pg_class AS c
              JOIN pg_namespace AS n ON n.oid = c.relnamespace
             CROSS JOIN LATERAL (VALUES
                   (1, r.rolsuper, ' is a superuser'),
                   (2, r.rolbypassrls, ' passes by row policies'),
                   (3, r.oid = c.relowner, ' owns log.' || c.relname),
                   (4, r.oid = n.nspowner, ' owns the schema log'),
                   (5, has_table_privilege(r.oid, c.oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER')
                       OR has_any_column_privilege(r.oid, c.oid, 'UPDATE')
                       OR (c.relname <> 'event_entry' AND has_any_column_privilege(r.oid, c.oid, 'INSERT')),
                       ' may change log.' || c.relname),
                   (6, has_table_privilege(r.oid, c.oid, 'MAINTAIN'), ' may lock log.' || c.relname),
                   (7, EXISTS (SELECT FROM pg_attribute AS a
                                WHERE a.attrelid = c.oid AND has_column_privilege(r.oid, c.oid, a.attnum, 'INSERT')
                                  AND a.attname IN ('global_index', 'payload_salt', 'metadata_salt',
                                                    'appended_at', 'appended_by')),
                       ' may set what only the database may say of an entry')) AS found (rank, holds, problem)
             WHERE n.nspname = 'log' AND c.relname IN ('event_entry', 'log_position', 'log_pending', 'numbering')
               AND (pg_has_role(session_user, r.oid, 'MEMBER') OR pg_has_role(current_user, r.oid, 'MEMBER'))
               AND holds
             ORDER BY rank, 1 LIMIT 1
            """;

    private LogRights() {}

    /** @throws IllegalStateException if the login of the data source could change the log */
    public static void check(DataSource database) {
        Jdbi.create(database)
                .withHandle(db -> db.createQuery(TOO_MUCH).mapTo(String.class).findFirst())
                .ifPresent(reason -> {
                    throw new IllegalStateException(
                            "This service will not start: its database role has too many rights: "
                                    + reason
                                    + ". A service only appends to the log; give it a login role of its own.");
                });
    }
}
