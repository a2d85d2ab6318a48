-- Marks can be corrected and retracted, so the list keeps those that its times were taken from; rows of before have none,
-- so it is read from the log again.
SELECT incident.cancel_rebuild('incident-overview');
TRUNCATE incident.incident_overview, incident.incident_overview_next;
ALTER TABLE incident.incident_overview
    ADD COLUMN declared_at timestamptz NOT NULL, ADD COLUMN episodes int NOT NULL, ADD COLUMN marks text NOT NULL;
ALTER TABLE incident.incident_overview_next
    ADD COLUMN declared_at timestamptz NOT NULL, ADD COLUMN episodes int NOT NULL, ADD COLUMN marks text NOT NULL;
UPDATE incident.token_entry SET token = NULL, token_type = NULL WHERE processor_name = 'incident-overview';
