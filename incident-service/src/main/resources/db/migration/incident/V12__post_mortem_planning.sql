-- Incidents that are part of a post-mortem already: for them the policy plans no other one.
CREATE TABLE incident.post_mortem_planned (incident_id uuid PRIMARY KEY);
GRANT SELECT, INSERT ON incident.post_mortem_planned TO incident_service;
INSERT INTO incident.token_entry (processor_name, segment) VALUES ('post-mortem-planning', 0);
