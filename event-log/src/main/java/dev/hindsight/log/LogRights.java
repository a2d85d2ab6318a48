package dev.hindsight.log;

import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Keeps a service from running with rights to change the log: its own role's, or a role's that it could take on. */
public final class LogRights {

    private static final String TOO_MUCH = """
            SELECT r.rolname || CASE
                       WHEN r.rolsuper THEN ' is a superuser'
                       WHEN r.rolbypassrls THEN ' passes by row policies'
                       WHEN r.oid = c.relowner THEN ' owns log.' || c.relname
                       ELSE ' may change log.' || c.relname END
              FROM pg_roles AS r
             CROSS JOIN pg_class AS c
             WHERE c.relnamespace = 'log'::regnamespace AND c.relkind = 'r'
               AND c.relname IN ('event_entry', 'log_position', 'log_pending', 'numbering')
               AND (pg_has_role(session_user, r.oid, 'MEMBER') OR pg_has_role(current_user, r.oid, 'MEMBER'))
               AND (r.rolsuper OR r.rolbypassrls OR r.oid = c.relowner
                    OR has_table_privilege(r.oid, c.oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER')
                    OR has_any_column_privilege(r.oid, c.oid, 'UPDATE')
                    OR (c.relname <> 'event_entry' AND has_any_column_privilege(r.oid, c.oid, 'INSERT')))
             ORDER BY r.rolsuper DESC, 1 LIMIT 1
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
