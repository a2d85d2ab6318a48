-- Marks can be corrected and retracted, by the event that recorded them; incidents can be reopened. Rows of before do not
-- tell which event a mark came from, so everything is read from the log again.
SELECT reporting.cancel_rebuild('report-facts');
TRUNCATE reporting.known_up_to, reporting.incident_fact, reporting.post_mortem_fact, reporting.action_item_fact,
    reporting.incident_fact_next;
ALTER TABLE reporting.incident_fact ADD COLUMN episode int NOT NULL;
ALTER TABLE reporting.incident_fact_next ADD COLUMN episode int NOT NULL;
UPDATE reporting.token_entry SET token = NULL, token_type = NULL WHERE processor_name = 'report-facts';
