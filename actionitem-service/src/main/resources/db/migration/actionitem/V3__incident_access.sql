-- Read model: what each incident says of who may read it.
CREATE TABLE actionitem.incident_access (
    incident_id uuid   PRIMARY KEY,
    reference   text   NOT NULL,
    team        text   NOT NULL,
    visibility  text   NOT NULL,
    people      text[] NOT NULL,
    teams       text[] NOT NULL,
    version     bigint NOT NULL
);
CREATE INDEX incident_access_reference ON actionitem.incident_access (reference);

GRANT SELECT, INSERT, UPDATE, DELETE ON actionitem.incident_access TO actionitem_service;
SELECT log.add_projection('actionitem', 'incident-access', 'incident_access');
