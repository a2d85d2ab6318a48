-- The role of incident-service, what it may append, and its tables beside the log.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'incident_service') THEN
        CREATE ROLE incident_service LOGIN;
    END IF;
END $$;
ALTER ROLE incident_service SET statement_timeout = '10s';
ALTER ROLE incident_service SET transaction_timeout = '10s';
ALTER ROLE incident_service SET idle_in_transaction_session_timeout = '5s';

GRANT USAGE ON SCHEMA log TO incident_service;
GRANT SELECT ON log.flyway_schema_history TO incident_service;
SET ROLE log_owner;
GRANT SELECT ON log.event_entry, log.log_position TO incident_service;
-- By column: the database alone sets global_index, the salts, appended_at and appended_by.
GRANT INSERT (event_id, aggregate_type, aggregate_id, sequence, event_type, revision, payload, metadata)
    ON log.event_entry TO incident_service;
GRANT EXECUTE ON FUNCTION log.number_pending(), log.pending() TO incident_service;
CREATE POLICY incident_service_appends ON log.event_entry FOR INSERT TO incident_service
    WITH CHECK (aggregate_type IN ('incident', 'postmortem'));
RESET ROLE;

GRANT USAGE ON SCHEMA incident TO incident_service;

CREATE TABLE incident.token_entry (
    processor_name text NOT NULL,
    segment        int  NOT NULL,
    token          bytea,
    token_type     text,
    updated_at     text,
    owner          text,
    PRIMARY KEY (processor_name, segment)
);
-- Made here and not by the replicas: Axon 4.13.0 fails to start when two of them race on an empty table.
INSERT INTO incident.token_entry (processor_name, segment) VALUES ('incident-overview', 0);

-- Answers to commands, kept so that a repeated command gets the same one; written after the events, in their transaction.
CREATE TABLE incident.idempotency_key (
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
CREATE INDEX idempotency_key_age ON incident.idempotency_key (created_at);

CREATE TABLE incident.reference_counter (
    year int PRIMARY KEY,
    last int NOT NULL
);

-- Names by which an incident is found at once: written with its first event, and rebuilt from it.
CREATE TABLE incident.incident_reference (
    reference   text PRIMARY KEY,
    incident_id uuid NOT NULL UNIQUE
);

CREATE TABLE incident.imported_record (
    team           text NOT NULL,
    record_id      text NOT NULL,
    content_digest text NOT NULL,
    incident_id    uuid NOT NULL,
    PRIMARY KEY (team, record_id)
);

GRANT SELECT ON incident.flyway_schema_history TO incident_service;
GRANT SELECT, INSERT, UPDATE, DELETE
    ON incident.token_entry, incident.idempotency_key, incident.reference_counter,
       incident.incident_reference, incident.imported_record
    TO incident_service;
