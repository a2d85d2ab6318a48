package dev.hindsight.audit.entries;

import dev.hindsight.contracts.actionitem.ActionItemEvent;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemOpened;
import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentDeclared;
import dev.hindsight.contracts.incident.IncidentEvent.VisibilityChanged;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.contracts.postmortem.PostMortemEvent;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ActionItemAgreed;
import dev.hindsight.contracts.postmortem.PostMortemEvent.Beginning;
import dev.hindsight.log.TableSet;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.jdbi.v3.core.Jdbi;

/** Keeps in mind which incidents are restricted, and which post-mortems and action items belong to them. */
@ProcessingGroup(IncidentAccessProjection.NAME)
public class IncidentAccessProjection {

    public static final String NAME = "incident-access";

    private static final String ACCESS = """
            INSERT INTO audit.incident_access<set> AS row (incident_id, restricted, version)
            VALUES (:incident, :restricted, :version)
            ON CONFLICT (incident_id) DO UPDATE SET restricted = excluded.restricted, version = excluded.version
            WHERE excluded.version > row.version
            """;
    private static final String PART = """
            INSERT INTO audit.incident_part<set> (aggregate_id, incident_id) VALUES (:part, :incident)
            ON CONFLICT DO NOTHING
            """;
    private static final String PART_OF_A_PART = """
            INSERT INTO audit.incident_part<set> (aggregate_id, incident_id)
            SELECT :part, incident_id FROM audit.incident_part<set> WHERE aggregate_id = :whole
            ON CONFLICT DO NOTHING
            """;

    private final Jdbi jdbi;
    private final TableSet tables;

    public IncidentAccessProjection(Jdbi jdbi, TableSet tables) {
        this.jdbi = jdbi;
        this.tables = tables;
    }

    @EventHandler
    void on(IncidentEvent event, @SequenceNumber long version) {
        if (event instanceof IncidentDeclared declared) {
            access(declared.incidentId(), declared.visibility(), version);
            part(declared.incidentId(), declared.incidentId());
        } else if (event instanceof VisibilityChanged changed) {
            access(changed.incidentId(), changed.visibility(), version);
        }
    }

    @EventHandler
    void on(PostMortemEvent event) {
        if (event instanceof Beginning beginning) {
            beginning.incidentIds().forEach(incident -> part(beginning.postMortemId(), incident));
        } else if (event instanceof ActionItemAgreed agreed) {
            jdbi.useHandle(db -> db.createUpdate(PART_OF_A_PART)
                    .define("set", tables.suffix())
                    .bind("part", agreed.actionItemId())
                    .bind("whole", agreed.postMortemId())
                    .execute());
        }
    }

    @EventHandler
    void on(ActionItemEvent event) {
        if (event instanceof ActionItemOpened opened) {
            opened.incidentIds().forEach(incident -> part(opened.actionItemId(), incident));
        }
    }

    private void access(UUID incident, Visibility visibility, long version) {
        jdbi.useHandle(db -> db.createUpdate(ACCESS)
                .define("set", tables.suffix())
                .bind("incident", incident)
                .bind("restricted", visibility == Visibility.RESTRICTED)
                .bind("version", version)
                .execute());
    }

    private void part(UUID part, UUID incident) {
        jdbi.useHandle(db -> db.createUpdate(PART)
                .define("set", tables.suffix())
                .bind("part", part)
                .bind("incident", incident)
                .execute());
    }
}
