package dev.hindsight.actionitem.access;

import dev.hindsight.contracts.incident.IncidentEvent.IncidentDeclared;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentDetailsChanged;
import dev.hindsight.contracts.incident.IncidentEvent.VisibilityChanged;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.log.Batch;
import dev.hindsight.log.TableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Keeps {@code incident_access} in step with the log: of each batch first what was declared, then what changed, in the
 * order of the log. An event that a row already includes changes nothing.
 */
@ProcessingGroup(IncidentAccessProjection.NAME)
public class IncidentAccessProjection {

    public static final String NAME = "incident-access";

    private static final String DECLARE = """
            INSERT INTO actionitem.incident_access<set> (
                incident_id, reference, team, visibility, people, teams, version)
            VALUES (:incidentId, :reference, :team, :visibility, :people, :teams, :version)
            ON CONFLICT (incident_id) DO NOTHING
            """;
    private static final String CHANGE = """
            UPDATE actionitem.incident_access<set>
               SET team = coalesce(:team, team), visibility = coalesce(:visibility, visibility),
                   people = coalesce(:people, people), teams = coalesce(:teams, teams), version = :version
             WHERE incident_id = :incidentId AND version < :version
            """;

    private final Jdbi jdbi;
    private final TableSet tables;

    public IncidentAccessProjection(Jdbi jdbi, TableSet tables) {
        this.jdbi = jdbi;
        this.tables = tables;
    }

    @EventHandler
    void on(IncidentDeclared e, @SequenceNumber long sequence) {
        noted().declared
                .add(new Row(
                        e.incidentId(), e.reference(), e.team(), e.visibility(), e.people(), e.teams(), sequence + 1));
    }

    @EventHandler
    void on(VisibilityChanged e, @SequenceNumber long sequence) {
        noted().changed.add(new Row(e.incidentId(), null, null, e.visibility(), e.people(), e.teams(), sequence + 1));
    }

    @EventHandler
    void on(IncidentDetailsChanged e, @SequenceNumber long sequence) {
        if (e.team() != null) {
            noted().changed.add(new Row(e.incidentId(), null, e.team(), null, null, null, sequence + 1));
        }
    }

    private Noted noted() {
        return Batch.of(NAME, Noted::new, this::write);
    }

    private void write(Noted noted) {
        write(DECLARE, noted.declared);
        write(CHANGE, noted.changed);
    }

    private void write(String sql, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbi.useHandle(db -> {
            var batch = db.prepareBatch(sql).define("set", tables.suffix());
            rows.forEach(row -> batch.bindMethods(row).add());
            batch.execute();
        });
    }

    /** What one batch of the log says. */
    private static final class Noted {

        private final List<Row> declared = new ArrayList<>();
        private final List<Row> changed = new ArrayList<>();
    }

    /** What is null stays as it was. */
    public record Row(
            UUID incidentId,
            @Nullable String reference,
            @Nullable String team,
            @Nullable Visibility visibility,
            @Nullable List<String> people,
            @Nullable List<String> teams,
            long version) {}
}
