-- The service may append terms of the glossary as well.
SET ROLE log_owner;
ALTER POLICY incident_service_appends ON log.event_entry
    WITH CHECK (aggregate_type IN ('incident', 'postmortem', 'glossary-term'));
RESET ROLE;

-- Which term a spelling belongs to: written with the term's events, by one transaction at a time.
CREATE TABLE incident.glossary_spelling (
    spelling text PRIMARY KEY,
    term_id  uuid NOT NULL,
    term     text NOT NULL
);
CREATE INDEX glossary_spelling_term ON incident.glossary_spelling (term_id);
GRANT SELECT, INSERT, DELETE ON incident.glossary_spelling TO incident_service;

-- Read model: one row per term that is in the log, withdrawn ones included: they hide what is shipped under their id.
CREATE TABLE incident.glossary_term (
    term_id              uuid    PRIMARY KEY,
    term                 text    NOT NULL,
    spellings            text[]  NOT NULL,
    technical_definition text    NOT NULL,
    plain_definition     text    NOT NULL,
    origin               text    NOT NULL,
    withdrawn            boolean NOT NULL,
    version              bigint  NOT NULL,
    position             bigint  NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON incident.glossary_term TO incident_service;
SELECT log.add_projection('incident', 'glossary', 'glossary_term');
