-- Which replica does a recurring task, and until when it is its own.
CREATE TABLE actionitem.lease (
    task   text        PRIMARY KEY,
    holder text        NOT NULL,
    until  timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON actionitem.lease TO actionitem_service;

-- What is still to be decided about reminders: one row per action item, with all that decides when the next one is due.
CREATE TABLE actionitem.action_item_chase (
    action_item_id uuid   PRIMARY KEY,
    team           text   NOT NULL,
    state          text   NOT NULL,
    next_at        timestamptz,
    version        bigint NOT NULL
);
CREATE INDEX action_item_chase_due ON actionitem.action_item_chase (next_at, action_item_id) WHERE next_at IS NOT NULL;
CREATE INDEX action_item_chase_team ON actionitem.action_item_chase (team, action_item_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON actionitem.action_item_chase TO actionitem_service;
SELECT log.add_projection('actionitem', 'action-item-chase', 'action_item_chase');
