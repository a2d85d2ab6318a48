-- Items are begun by people as well, for no entry.
ALTER TABLE actionitem.action_item_reference ALTER COLUMN caused_at DROP NOT NULL;

-- The list tells since when an item is blocked, how long it is deferred, and what it is more exactly. Rows of before have no
-- such thing to tell, so they stay.
SELECT actionitem.cancel_rebuild('action-item-overview');
TRUNCATE actionitem.action_item_overview_next;
ALTER TABLE actionitem.action_item_overview
    ADD COLUMN blocked_since timestamptz, ADD COLUMN roadblock text, ADD COLUMN deferred_until date,
    ADD COLUMN kind text, ADD COLUMN strength text, ADD COLUMN priority text, ADD COLUMN executive text,
    ADD COLUMN factors uuid[] NOT NULL DEFAULT '{}';
ALTER TABLE actionitem.action_item_overview_next
    ADD COLUMN blocked_since timestamptz, ADD COLUMN roadblock text, ADD COLUMN deferred_until date,
    ADD COLUMN kind text, ADD COLUMN strength text, ADD COLUMN priority text, ADD COLUMN executive text,
    ADD COLUMN factors uuid[] NOT NULL DEFAULT '{}';
CREATE INDEX action_item_overview_factors ON actionitem.action_item_overview USING gin (factors);
CREATE INDEX action_item_overview_factors_next ON actionitem.action_item_overview_next USING gin (factors);
