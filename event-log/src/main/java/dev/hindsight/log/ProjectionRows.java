package dev.hindsight.log;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The table {@code projection} of the service's schema, and the functions that start and end rebuilds. */
final class ProjectionRows {

    /** SQLSTATE lock_not_available and deadlock_detected: somebody else uses the tables right now. */
    private static final Set<String> IN_USE = Set.of("55P03", "40P01");

    private final Jdbi jdbi;
    private final String schema;
    private final Set<String> names = new HashSet<>();

    ProjectionRows(Jdbi jdbi, String schema) {
        this.jdbi = jdbi;
        this.schema = schema;
    }

    /** @throws IllegalStateException if a projection has no row */
    void expect(Set<String> projections) {
        names.addAll(projections);
        var missing = new HashSet<>(names);
        all().forEach(row -> missing.remove(row.name()));
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "This service will not start: %s.projection has no row for %s; a migration adds it with log.add_projection."
                            .formatted(schema, missing));
        }
    }

    boolean knows(String name) {
        return names.contains(name);
    }

    /** Those of this service, by name; a service without any needs no such table. */
    List<ProjectionRow> all() {
        if (names.isEmpty()) {
            return List.of();
        }
        return jdbi.withHandle(db -> db.createQuery("SELECT * FROM %s.projection ORDER BY name".formatted(schema))
                .map(ConstructorMapper.of(ProjectionRow.class))
                .filter(row -> names.contains(row.name()))
                .list());
    }

    boolean start(String name, String requestedBy, long target) {
        return ask("SELECT %s.start_rebuild(?, ?, ?)", name, requestedBy, target);
    }

    boolean cancel(String name) {
        return ask("SELECT %s.cancel_rebuild(?)", name);
    }

    /** Whether the next tables are now the live ones; false as well if somebody holds the tables for too long. */
    boolean finish(String name) {
        try {
            return ask("SELECT %s.finish_rebuild(?)", name);
        } catch (JdbiException e) {
            if (e.getCause() instanceof SQLException sql && IN_USE.contains(sql.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private boolean ask(String sql, Object... arguments) {
        return jdbi.withHandle(db -> {
            var query = db.createQuery(sql.formatted(schema));
            for (int i = 0; i < arguments.length; i++) {
                query.bind(i, arguments[i]);
            }
            return query.mapTo(boolean.class).one();
        });
    }
}
