-- The tree over the log. Rows are added and never changed: the service has no right to, and triggers refuse it to all.

-- One row per sealed entry: its leaf is number position - 1. Type and actor stand here to be searched by.
CREATE TABLE audit.leaf (
    position   bigint PRIMARY KEY CHECK (position > 0),
    hash       bytea  NOT NULL CHECK (length(hash) = 32),
    entry      bytea  NOT NULL,
    event_type text   NOT NULL,
    actor      text
);
CREATE INDEX leaf_by_type ON audit.leaf (event_type, position);
CREATE INDEX leaf_by_actor ON audit.leaf (actor, position);

-- Roots of 256^level leaves each: with the leaves themselves, all that stands in tiles.
CREATE TABLE audit.subtree (
    level smallint NOT NULL CHECK (level BETWEEN 1 AND 7),
    index bigint   NOT NULL CHECK (index >= 0),
    hash  bytea    NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (level, index)
);

-- Each checkpoint follows exactly one other: of two replicas that seal at once, one is refused.
CREATE TABLE audit.checkpoint (
    size          bigint      PRIMARY KEY,
    previous_size bigint      UNIQUE REFERENCES audit.checkpoint (size),
    root          bytea       NOT NULL CHECK (length(root) = 32),
    note          text        NOT NULL,
    signed_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    CHECK (size >= 0 AND (size = 0) = (previous_size IS NULL) AND previous_size < size)
);

CREATE FUNCTION audit.refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    RAISE EXCEPTION '% on %.%: the tree only grows', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.leaf
    FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.subtree
    FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.checkpoint
    FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
ALTER TABLE audit.leaf ENABLE ALWAYS TRIGGER append_only;
ALTER TABLE audit.subtree ENABLE ALWAYS TRIGGER append_only;
ALTER TABLE audit.checkpoint ENABLE ALWAYS TRIGGER append_only;

GRANT SELECT, INSERT ON audit.leaf, audit.subtree, audit.checkpoint TO audit_service;
