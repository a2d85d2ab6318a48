-- The content of evidence, kept beside the log in chunks. It counts once a reference to it is recorded, which commits with
-- the event of the evidence; what came to no reference is deleted after a day.
CREATE TABLE incident.content (
    content_id uuid        PRIMARY KEY,
    digest     text,                            -- SHA-256, hexadecimal; null while it comes in
    superseded boolean     NOT NULL DEFAULT false, -- found altered or incomplete when the same bytes came again
    wanted_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE UNIQUE INDEX content_digest ON incident.content (digest) WHERE NOT superseded;
CREATE INDEX content_age ON incident.content (wanted_at);

CREATE TABLE incident.content_chunk (
    content_id uuid  NOT NULL REFERENCES incident.content ON DELETE CASCADE,
    number     int   NOT NULL,
    bytes      bytea NOT NULL,
    PRIMARY KEY (content_id, number)
);

CREATE TABLE incident.content_reference (
    evidence_id uuid PRIMARY KEY,
    incident_id uuid NOT NULL,
    content_id  uuid NOT NULL REFERENCES incident.content
);
CREATE INDEX content_reference_content ON incident.content_reference (content_id);

-- The service can change no chunk, delete no reference and, for the reference, no content that counts.
GRANT SELECT, INSERT, DELETE ON incident.content TO incident_service;
GRANT UPDATE (digest, superseded, wanted_at) ON incident.content TO incident_service;
GRANT SELECT, INSERT ON incident.content_chunk, incident.content_reference TO incident_service;
