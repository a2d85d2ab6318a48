-- Read model: one row per action item, in the order the list shows them.
CREATE TABLE actionitem.action_item_overview (
    action_item_id uuid        PRIMARY KEY,
    reference      text        NOT NULL,
    title          text        NOT NULL,
    status         text        NOT NULL,
    team           text        NOT NULL,
    owner          text,
    due            date,
    post_mortem_id uuid,
    incident_ids   uuid[]      NOT NULL,
    opened_at      timestamptz NOT NULL,
    version        bigint      NOT NULL,
    position       bigint      NOT NULL
);
CREATE INDEX action_item_overview_newest ON actionitem.action_item_overview (opened_at DESC, action_item_id DESC);
CREATE INDEX action_item_overview_team ON actionitem.action_item_overview (team, opened_at DESC);
CREATE INDEX action_item_overview_owner ON actionitem.action_item_overview (owner, opened_at DESC);
CREATE INDEX action_item_overview_due ON actionitem.action_item_overview (due);
CREATE INDEX action_item_overview_incidents ON actionitem.action_item_overview USING gin (incident_ids);
CREATE INDEX action_item_overview_text ON actionitem.action_item_overview
    USING gin (to_tsvector('simple', reference || ' ' || title));

GRANT SELECT, INSERT, UPDATE, DELETE ON actionitem.action_item_overview TO actionitem_service;
SELECT log.add_projection('actionitem', 'action-item-overview', 'action_item_overview');
