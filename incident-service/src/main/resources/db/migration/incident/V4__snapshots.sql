-- States of aggregates as of one of their entries: a cache for commands, no part of the log. Any row may be deleted at any time.
CREATE TABLE incident.snapshot (
    aggregate_id   uuid        PRIMARY KEY,
    aggregate_type text        NOT NULL,
    sequence       bigint      NOT NULL,
    revision       text        NOT NULL,
    state          text        NOT NULL,
    taken_at       timestamptz NOT NULL DEFAULT clock_timestamp()
);
GRANT SELECT, INSERT, UPDATE, DELETE ON incident.snapshot TO incident_service;
