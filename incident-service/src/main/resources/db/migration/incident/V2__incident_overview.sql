-- Read model: one row per incident, in the order the list shows them.
CREATE TABLE incident.incident_overview (
    incident_id      uuid        PRIMARY KEY,
    reference        text        NOT NULL,
    title            text        NOT NULL,
    summary          text,
    severity         text        NOT NULL,
    status           text        NOT NULL,
    mode             text        NOT NULL,
    team             text        NOT NULL,
    visibility       text        NOT NULL,
    people           text[]      NOT NULL,
    teams            text[]      NOT NULL,
    systems          text[]      NOT NULL,
    chains           text[]      NOT NULL,
    started_at       timestamptz NOT NULL,
    impact_started_at timestamptz,
    detected_at      timestamptz,
    mitigated_at     timestamptz,
    resolved_at      timestamptz,
    timeline_entries int         NOT NULL,
    version          bigint      NOT NULL,
    position         bigint      NOT NULL
);
CREATE INDEX incident_overview_newest ON incident.incident_overview (started_at DESC, incident_id DESC);
CREATE INDEX incident_overview_team ON incident.incident_overview (team, started_at DESC);
CREATE INDEX incident_overview_text ON incident.incident_overview
    USING gin (to_tsvector('simple', reference || ' ' || title || ' ' || coalesce(summary, '')));

GRANT SELECT, INSERT, UPDATE, DELETE ON incident.incident_overview TO incident_service;
