-- The list can be rebuilt while it is read.
SELECT log.add_projections('incident', 'incident_service');
SELECT log.add_projection('incident', 'incident-overview', 'incident_overview');
