-- The role of reporting-service, which reads the log and appends nothing yet, and its tables beside the log.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'reporting_service') THEN
        CREATE ROLE reporting_service LOGIN;
    END IF;
END $$;
ALTER ROLE reporting_service SET statement_timeout = '10s';
ALTER ROLE reporting_service SET transaction_timeout = '10s';
ALTER ROLE reporting_service SET idle_in_transaction_session_timeout = '5s';

GRANT USAGE ON SCHEMA log TO reporting_service;
GRANT SELECT ON log.flyway_schema_history TO reporting_service;
SET ROLE log_owner;
GRANT SELECT ON log.event_entry, log.log_position TO reporting_service;
GRANT EXECUTE ON FUNCTION log.number_pending(), log.pending() TO reporting_service;
RESET ROLE;

GRANT USAGE ON SCHEMA reporting TO reporting_service;

CREATE TABLE reporting.token_entry (
    processor_name text NOT NULL,
    segment        int  NOT NULL,
    token          bytea,
    token_type     text,
    updated_at     text,
    owner          text,
    PRIMARY KEY (processor_name, segment)
);

-- Answers to commands, kept so that a repeated command gets the same one; written after the events, in their transaction.
CREATE TABLE reporting.idempotency_key (
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
CREATE INDEX idempotency_key_age ON reporting.idempotency_key (created_at);

GRANT SELECT ON reporting.flyway_schema_history TO reporting_service;
GRANT SELECT, INSERT, UPDATE, DELETE ON reporting.token_entry, reporting.idempotency_key TO reporting_service;

SELECT log.add_projections('reporting', 'reporting_service');
