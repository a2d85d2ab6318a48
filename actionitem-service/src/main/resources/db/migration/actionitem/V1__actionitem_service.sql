-- The role of actionitem-service, what it may append, and its tables beside the log.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'actionitem_service') THEN
        CREATE ROLE actionitem_service LOGIN;
    END IF;
END $$;
ALTER ROLE actionitem_service SET statement_timeout = '10s';
ALTER ROLE actionitem_service SET transaction_timeout = '10s';
ALTER ROLE actionitem_service SET idle_in_transaction_session_timeout = '5s';

GRANT USAGE ON SCHEMA log TO actionitem_service;
GRANT SELECT ON log.flyway_schema_history TO actionitem_service;
SET ROLE log_owner;
GRANT SELECT ON log.event_entry, log.log_position TO actionitem_service;
-- By column: the database alone sets global_index, the salts, appended_at and appended_by.
GRANT INSERT (event_id, aggregate_type, aggregate_id, sequence, event_type, revision, payload, metadata)
    ON log.event_entry TO actionitem_service;
GRANT EXECUTE ON FUNCTION log.number_pending(), log.pending() TO actionitem_service;
CREATE POLICY actionitem_service_appends ON log.event_entry FOR INSERT TO actionitem_service
    WITH CHECK (aggregate_type = 'actionitem');
RESET ROLE;

GRANT USAGE ON SCHEMA actionitem TO actionitem_service;

CREATE TABLE actionitem.token_entry (
    processor_name text NOT NULL,
    segment        int  NOT NULL,
    token          bytea,
    token_type     text,
    updated_at     text,
    owner          text,
    PRIMARY KEY (processor_name, segment)
);
-- Made here and not by the replicas: Axon 4.13.0 fails to start when two of them race on an empty table.
INSERT INTO actionitem.token_entry (processor_name, segment) VALUES ('action-item-opening', 0);

-- Answers to commands, kept so that a repeated command gets the same one; written after the events, in their transaction.
CREATE TABLE actionitem.idempotency_key (
    subject         text        NOT NULL,
    method          text        NOT NULL,
    path            text        NOT NULL,
    idempotency_key text        NOT NULL,
    fingerprint     bytea       NOT NULL,
    status          int         NOT NULL,
    headers         text        NOT NULL,
    body            bytea       NOT NULL,
    created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (subject, method, path, idempotency_key)
);
CREATE INDEX idempotency_key_age ON actionitem.idempotency_key (created_at);

CREATE TABLE actionitem.reference_counter (
    year int PRIMARY KEY,
    last int NOT NULL
);

-- Names by which an item is found at once, and the position of the entry it was opened for: written with its first event,
-- and again from it where they are missing.
CREATE TABLE actionitem.action_item_reference (
    reference      text   PRIMARY KEY,
    action_item_id uuid   NOT NULL UNIQUE,
    caused_at      bigint NOT NULL
);
CREATE INDEX action_item_reference_cause ON actionitem.action_item_reference (caused_at);

GRANT SELECT ON actionitem.flyway_schema_history TO actionitem_service;
GRANT SELECT, INSERT, UPDATE, DELETE
    ON actionitem.token_entry, actionitem.idempotency_key, actionitem.reference_counter, actionitem.action_item_reference
    TO actionitem_service;

SELECT log.add_projections('actionitem', 'actionitem_service');
