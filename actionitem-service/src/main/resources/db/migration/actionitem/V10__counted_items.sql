-- Counts look at every item, so what they ask of it stands together in an index; and most items are of one incident, for which
-- no array has to be taken apart. Compiling such a query would take longer than running it.
ALTER ROLE actionitem_service SET jit = off;

SELECT actionitem.cancel_rebuild('action-item-overview');
DO $$
DECLARE
    live text;
BEGIN
    FOREACH live IN ARRAY ARRAY['action_item_overview', 'action_item_overview_next'] LOOP
        EXECUTE format($ddl$
            ALTER TABLE actionitem.%I
                ADD COLUMN incident_id uuid GENERATED ALWAYS AS (incident_ids[1]) STORED,
                ADD COLUMN several_incidents boolean NOT NULL
                    GENERATED ALWAYS AS (cardinality(incident_ids) > 1) STORED
            $ddl$, live);
        EXECUTE format($ddl$CREATE INDEX %2$I ON actionitem.%1$I (status, due)
                               INCLUDE (owner, team, recurrences, incident_id, several_incidents, action_item_id)
            $ddl$, live, live || '_counted');
        EXECUTE format($ddl$CREATE INDEX %2$I ON actionitem.%1$I (action_item_id) WHERE several_incidents$ddl$,
                       live, live || '_several');
        -- an index tells alone what it knows of pages that were tidied since they were written
        EXECUTE format($ddl$ALTER TABLE actionitem.%I SET (
                               autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02)
            $ddl$, live);
    END LOOP;
END $$;
