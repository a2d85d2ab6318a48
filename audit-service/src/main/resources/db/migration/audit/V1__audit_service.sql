-- The role of audit-service, what it may append, and its tables beside the log.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'audit_service') THEN
        CREATE ROLE audit_service LOGIN;
    END IF;
END $$;
ALTER ROLE audit_service SET statement_timeout = '10s';
ALTER ROLE audit_service SET transaction_timeout = '10s';
-- Short, as a frozen replica must not keep the other from sealing.
ALTER ROLE audit_service SET idle_in_transaction_session_timeout = '2s';

GRANT USAGE ON SCHEMA log TO audit_service;
GRANT SELECT ON log.flyway_schema_history TO audit_service;
SET ROLE log_owner;
GRANT SELECT ON log.event_entry, log.log_position TO audit_service;
GRANT INSERT (event_id, aggregate_type, aggregate_id, sequence, event_type, revision, payload, metadata)
    ON log.event_entry TO audit_service;
GRANT EXECUTE ON FUNCTION log.number_pending(), log.pending() TO audit_service;
CREATE POLICY audit_service_appends ON log.event_entry FOR INSERT TO audit_service
    WITH CHECK (aggregate_type IN ('redaction', 'recorded-read', 'export'));
RESET ROLE;

GRANT USAGE ON SCHEMA audit TO audit_service;

CREATE TABLE audit.token_entry (
    processor_name text NOT NULL,
    segment        int  NOT NULL,
    token          bytea,
    token_type     text,
    updated_at     text,
    owner          text,
    PRIMARY KEY (processor_name, segment)
);

-- Answers to commands, kept so that a repeated command gets the same one; written after the events, in their transaction.
CREATE TABLE audit.idempotency_key (
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
CREATE INDEX idempotency_key_age ON audit.idempotency_key (created_at);

GRANT SELECT ON audit.flyway_schema_history TO audit_service;
GRANT SELECT, INSERT, UPDATE, DELETE ON audit.token_entry, audit.idempotency_key TO audit_service;
