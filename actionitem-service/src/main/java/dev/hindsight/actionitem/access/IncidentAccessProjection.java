package dev.hindsight.actionitem.access;

import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentDeclared;
import dev.hindsight.contracts.incident.IncidentEvent.VisibilityChanged;
import dev.hindsight.log.Batch;
import dev.hindsight.log.TableSet;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.jdbi.v3.core.Jdbi;

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
               SET visibility = :visibility, people = :people, teams = :teams, version = :version
             WHERE incident_id = :incidentId AND version < :version
            """;

    private final Jdbi jdbi;
    private final TableSet tables;

    public IncidentAccessProjection(Jdbi jdbi, TableSet tables) {
        this.jdbi = jdbi;
        this.tables = tables;
    }

    @EventHandler
    void on(IncidentDeclared event, @SequenceNumber long sequence) {
        noted().declared.add(new Versioned<>(event, sequence + 1));
    }

    @EventHandler
    void on(VisibilityChanged event, @SequenceNumber long sequence) {
        noted().changed.add(new Versioned<>(event, sequence + 1));
    }

    private Noted noted() {
        return Batch.of(NAME, Noted::new, this::write);
    }

    private void write(Noted noted) {
        write(DECLARE, noted.declared);
        write(CHANGE, noted.changed);
    }

    private void write(String sql, List<? extends Versioned<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        jdbi.useHandle(db -> {
            var batch = db.prepareBatch(sql).define("set", tables.suffix());
            events.forEach(versioned -> batch.bindMethods(versioned.event())
                    .bind("version", versioned.version())
                    .add());
            batch.execute();
        });
    }

    /** What one batch of the log says. */
    private static final class Noted {

        private final List<Versioned<IncidentDeclared>> declared = new ArrayList<>();
        private final List<Versioned<VisibilityChanged>> changed = new ArrayList<>();
    }

    private record Versioned<E extends IncidentEvent>(E event, long version) {}
}
