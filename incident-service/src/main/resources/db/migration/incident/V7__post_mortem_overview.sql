-- Read model: one row per post-mortem, and one per contributing factor, to find outages that share some.
CREATE TABLE incident.post_mortem_overview (
    post_mortem_id   uuid        PRIMARY KEY,
    incident_ids     uuid[]      NOT NULL,
    team             text        NOT NULL,
    owner            text,
    facilitator      text,
    state            text        NOT NULL,
    document_version int         NOT NULL,
    scheduled_for    timestamptz,
    draft_shared_at  timestamptz,
    meeting_started_at timestamptz,
    hypotheses       int         NOT NULL,
    action_items     int         NOT NULL,
    begun_at         timestamptz NOT NULL,
    version          bigint      NOT NULL,
    position         bigint      NOT NULL
);
CREATE INDEX post_mortem_overview_newest ON incident.post_mortem_overview (begun_at DESC, post_mortem_id DESC);
CREATE INDEX post_mortem_overview_incidents ON incident.post_mortem_overview USING gin (incident_ids);

CREATE TABLE incident.post_mortem_factor (
    factor_id      uuid    PRIMARY KEY,
    post_mortem_id uuid    NOT NULL,
    statement      text    NOT NULL,
    role           text    NOT NULL,
    layer          text    NOT NULL,
    kind           text    NOT NULL,
    external_ids   text[]  NOT NULL,
    counts         boolean NOT NULL,
    position       bigint  NOT NULL
);
CREATE INDEX post_mortem_factor_of ON incident.post_mortem_factor (post_mortem_id);
CREATE INDEX post_mortem_factor_axes ON incident.post_mortem_factor (layer, kind);
CREATE INDEX post_mortem_factor_external ON incident.post_mortem_factor USING gin (external_ids);

GRANT SELECT, INSERT, UPDATE, DELETE
   ON incident.post_mortem_overview, incident.post_mortem_factor TO incident_service;
SELECT log.add_projection('incident', 'post-mortem-overview', 'post_mortem_overview', 'post_mortem_factor');
