-- A report of an earlier position needs what there was by then, and where the agreement on an action item is to be read.
-- Rows of before do not tell, so everything is read from the log again. The position goes first and its claim with it: whoever
-- holds it cannot write the old position back.
UPDATE reporting.token_entry SET token = NULL, token_type = NULL, owner = NULL, updated_at = NULL
 WHERE processor_name = 'report-facts';
SELECT reporting.cancel_rebuild('report-facts');
TRUNCATE reporting.known_up_to, reporting.incident_fact, reporting.post_mortem_fact, reporting.action_item_fact,
    reporting.incident_fact_next, reporting.action_item_fact_next;
ALTER TABLE reporting.incident_fact ADD COLUMN first_position bigint NOT NULL;
ALTER TABLE reporting.incident_fact_next ADD COLUMN first_position bigint NOT NULL;
ALTER TABLE reporting.action_item_fact ADD COLUMN first_position bigint NOT NULL, ADD COLUMN post_mortem_id uuid;
ALTER TABLE reporting.action_item_fact_next ADD COLUMN first_position bigint NOT NULL, ADD COLUMN post_mortem_id uuid;
