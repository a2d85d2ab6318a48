-- The list is searched in more of what is said of an item, and sorted and counted by more. Rows of before do not hold all of
-- that, so it is read from the log again. The position goes first and its claim with it: whoever holds it cannot write the
-- old position back.
UPDATE actionitem.token_entry SET token = NULL, token_type = NULL, owner = NULL, updated_at = NULL
 WHERE processor_name = 'action-item-overview';
SELECT actionitem.cancel_rebuild('action-item-overview');
TRUNCATE actionitem.action_item_overview, actionitem.action_item_overview_next;
DO $$
DECLARE
    live text;
    old  regclass;
BEGIN
    FOREACH live IN ARRAY ARRAY['action_item_overview', 'action_item_overview_next'] LOOP
        FOR old IN
            SELECT indexrelid::regclass FROM pg_index
             WHERE indrelid = format('actionitem.%I', live)::regclass
               AND pg_get_indexdef(indexrelid) LIKE '%to_tsvector%'
        LOOP
            EXECUTE format('DROP INDEX %s', old);
        END LOOP;
        EXECUTE format($ddl$
            ALTER TABLE actionitem.%1$I
                ADD COLUMN done_when text, ADD COLUMN measure text, ADD COLUMN comments text,
                ADD COLUMN recurrences int NOT NULL DEFAULT 0,
                ADD COLUMN priority_rank int NOT NULL GENERATED ALWAYS AS (
                    CASE priority WHEN 'HIGH' THEN 1 WHEN 'MEDIUM' THEN 2 WHEN 'LOW' THEN 3 ELSE 4 END) STORED,
                ADD COLUMN search tsvector NOT NULL GENERATED ALWAYS AS (
                    to_tsvector('simple', reference || ' ' || translate(reference, '-', ' ') || ' ' || title || ' '
                        || coalesce(done_when, '') || ' ' || coalesce(measure, '') || ' '
                        || CASE status WHEN 'BLOCKED' THEN coalesce(roadblock, '') ELSE '' END || ' '
                        || coalesce(comments, ''))) STORED
            $ddl$, live);
        EXECUTE format('CREATE INDEX %2$I ON actionitem.%1$I USING gin (search)', live, live || '_search');
        EXECUTE format($ddl$CREATE INDEX %2$I ON actionitem.%1$I (coalesce(due, 'infinity'::date), action_item_id)$ddl$,
                       live, live || '_due_first');
        EXECUTE format($ddl$CREATE INDEX %2$I ON actionitem.%1$I (coalesce(due, '-infinity'::date), action_item_id)$ddl$,
                       live, live || '_due_last');
        EXECUTE format($ddl$CREATE INDEX %2$I ON actionitem.%1$I
                               (priority_rank, coalesce(due, 'infinity'::date), action_item_id)$ddl$,
                       live, live || '_priority');
    END LOOP;
END $$;

-- What tells whether a verified item helped: the items, the contributing factors of all post-mortems, and the incidents that
-- are linked as having the same. Kept by one processor, which may come to the same entries again.
CREATE TABLE actionitem.effectiveness_item (
    action_item_id uuid   PRIMARY KEY,
    incident_ids   uuid[] NOT NULL,
    factors        uuid[] NOT NULL,
    opened_at      timestamptz NOT NULL,
    verified_at    timestamptz,
    version        bigint NOT NULL
);
CREATE INDEX effectiveness_item_factors ON actionitem.effectiveness_item USING gin (factors);
CREATE INDEX effectiveness_item_incidents ON actionitem.effectiveness_item USING gin (incident_ids);

-- Of which incidents, and which factors of them, it is recorded already.
CREATE TABLE actionitem.effectiveness_recorded (
    action_item_id uuid NOT NULL,
    incident_id    uuid NOT NULL,
    factor_id      uuid,
    UNIQUE NULLS NOT DISTINCT (action_item_id, incident_id, factor_id)
);

CREATE TABLE actionitem.known_factor (
    factor_id      uuid    PRIMARY KEY,
    post_mortem_id uuid    NOT NULL,
    incident_ids   uuid[]  NOT NULL,
    statement      text    NOT NULL,
    origin         uuid    NOT NULL, -- the first of the factors that are said to be the same
    external_ids   text[]  NOT NULL,
    counts         boolean NOT NULL,
    position       bigint  NOT NULL
);
CREATE INDEX known_factor_origin ON actionitem.known_factor (origin);
CREATE INDEX known_factor_external ON actionitem.known_factor USING gin (external_ids);
CREATE INDEX known_factor_incidents ON actionitem.known_factor USING gin (incident_ids);

CREATE TABLE actionitem.same_factors_link (
    incident_id uuid    NOT NULL,
    other_id    uuid    NOT NULL,
    holds       boolean NOT NULL,
    position    bigint  NOT NULL,
    PRIMARY KEY (incident_id, other_id)
);
CREATE INDEX same_factors_link_other ON actionitem.same_factors_link (other_id);

GRANT SELECT, INSERT, UPDATE, DELETE
   ON actionitem.effectiveness_item, actionitem.effectiveness_recorded, actionitem.known_factor,
      actionitem.same_factors_link TO actionitem_service;
INSERT INTO actionitem.token_entry (processor_name, segment) VALUES ('action-item-effectiveness', 0);
