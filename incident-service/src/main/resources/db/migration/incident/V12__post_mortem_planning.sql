-- Incidents that are part of a post-mortem already: for them the policy plans no other one. What the log holds before the
-- policy planned anything is taken from it.
CREATE TABLE incident.post_mortem_planned (incident_id uuid PRIMARY KEY);
GRANT SELECT, INSERT ON incident.post_mortem_planned TO incident_service;

SET ROLE log_owner;
CREATE TEMPORARY TABLE discussed_before AS
    SELECT DISTINCT jsonb_array_elements_text(payload::jsonb -> 'incidentIds')::uuid AS incident_id
      FROM log.event_entry
     WHERE event_type = 'post-mortem-created';
GRANT SELECT ON discussed_before TO PUBLIC;
RESET ROLE;
INSERT INTO incident.post_mortem_planned SELECT incident_id FROM discussed_before;
SET ROLE log_owner;
DROP TABLE discussed_before;
RESET ROLE;

INSERT INTO incident.token_entry (processor_name, segment) VALUES ('post-mortem-planning', 0);
