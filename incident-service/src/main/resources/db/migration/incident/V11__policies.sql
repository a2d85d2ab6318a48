-- The service may append policies as well.
SET ROLE log_owner;
ALTER POLICY incident_service_appends ON log.event_entry
    WITH CHECK (aggregate_type IN ('incident', 'postmortem', 'glossary-term', 'policy'));
RESET ROLE;
