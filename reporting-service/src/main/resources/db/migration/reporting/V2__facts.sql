-- Read model: what reports are computed from. One projection keeps all of it, so that one position holds for every figure.
CREATE TABLE reporting.known_up_to (
    only_row boolean PRIMARY KEY CHECK (only_row),
    position bigint  NOT NULL
);

-- marks and durations are JSON that no query looks into
CREATE TABLE reporting.incident_fact (
    incident_id uuid        PRIMARY KEY,
    reference   text        NOT NULL,
    title       text        NOT NULL,
    severity    text        NOT NULL,
    mode        text        NOT NULL,
    status      text        NOT NULL,
    team        text        NOT NULL,
    visibility  text        NOT NULL,
    people      text[]      NOT NULL,
    teams       text[]      NOT NULL,
    declared_at timestamptz NOT NULL,
    started_at  timestamptz NOT NULL,
    marks       text        NOT NULL,
    durations   text        NOT NULL,
    version     bigint      NOT NULL,
    position    bigint      NOT NULL
);
CREATE INDEX incident_fact_started ON reporting.incident_fact (started_at, incident_id);
CREATE INDEX incident_fact_team ON reporting.incident_fact (team, started_at);

CREATE TABLE reporting.post_mortem_fact (
    post_mortem_id uuid   PRIMARY KEY,
    team           text   NOT NULL,
    incident_ids   uuid[] NOT NULL,
    position       bigint NOT NULL
);

CREATE TABLE reporting.action_item_fact (
    action_item_id uuid        PRIMARY KEY,
    status         text        NOT NULL,
    team           text        NOT NULL,
    incident_ids   uuid[]      NOT NULL,
    opened_at      timestamptz NOT NULL,
    owner          text,
    due            date,
    completed_at   timestamptz,
    position       bigint      NOT NULL
);
CREATE INDEX action_item_fact_opened ON reporting.action_item_fact (opened_at, action_item_id);

GRANT SELECT, INSERT, UPDATE, DELETE
    ON reporting.known_up_to, reporting.incident_fact, reporting.post_mortem_fact, reporting.action_item_fact
    TO reporting_service;

SELECT log.add_projection(
    'reporting', 'report-facts', 'known_up_to', 'incident_fact', 'post_mortem_fact', 'action_item_fact');
