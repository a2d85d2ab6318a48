DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'counter_service') THEN
        CREATE ROLE counter_service LOGIN;
    END IF;
END $$;
ALTER ROLE counter_service SET transaction_timeout = '5s';
ALTER ROLE counter_service SET idle_in_transaction_session_timeout = '4s';

GRANT USAGE ON SCHEMA log, counter TO counter_service;
GRANT SELECT ON log.flyway_schema_history, counter.flyway_schema_history TO counter_service;

SET ROLE log_owner;
GRANT SELECT ON log.event_entry, log.log_position TO counter_service;
GRANT INSERT (event_id, aggregate_type, aggregate_id, sequence, event_type, revision, payload, metadata)
    ON log.event_entry TO counter_service;
GRANT EXECUTE ON FUNCTION log.number_pending(), log.pending() TO counter_service;
CREATE POLICY counter_service_appends ON log.event_entry FOR INSERT TO counter_service
    WITH CHECK (aggregate_type = 'counter');
RESET ROLE;

CREATE TABLE counter.token_entry (
    processor_name text NOT NULL,
    segment        int  NOT NULL,
    token          bytea,
    token_type     text,
    updated_at     text,
    owner          text,
    PRIMARY KEY (processor_name, segment)
);
-- The sums are deliberately not idempotent: an event handled twice shows.
CREATE TABLE counter.counter_value (counter_id uuid PRIMARY KEY, increases int NOT NULL);
CREATE TABLE counter.handled_request (request_id uuid PRIMARY KEY);
GRANT SELECT, INSERT, UPDATE, DELETE ON counter.token_entry, counter.counter_value, counter.handled_request TO counter_service;
SELECT log.add_projections('counter', 'counter_service');
SELECT log.add_projection('counter', 'counter-values', 'counter_value');

CREATE TABLE counter.snapshot (
    aggregate_id   uuid        PRIMARY KEY,
    aggregate_type text        NOT NULL,
    sequence       bigint      NOT NULL,
    revision       text        NOT NULL,
    state          text        NOT NULL,
    taken_at       timestamptz NOT NULL DEFAULT clock_timestamp()
);
GRANT SELECT, INSERT, UPDATE, DELETE ON counter.snapshot TO counter_service;
