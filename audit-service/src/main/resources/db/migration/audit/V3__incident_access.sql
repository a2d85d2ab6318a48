-- Read model: which incidents are restricted, and what belongs to which incident, itself included.
CREATE TABLE audit.incident_access (
    incident_id uuid    PRIMARY KEY,
    restricted  boolean NOT NULL,
    version     bigint  NOT NULL
);
CREATE TABLE audit.incident_part (
    aggregate_id uuid NOT NULL,
    incident_id  uuid NOT NULL,
    PRIMARY KEY (aggregate_id, incident_id)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON audit.incident_access, audit.incident_part TO audit_service;

SELECT log.add_projections('audit', 'audit_service');
SELECT log.add_projection('audit', 'incident-access', 'incident_access', 'incident_part');
