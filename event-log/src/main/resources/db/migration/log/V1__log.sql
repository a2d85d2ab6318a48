-- The event log: entries are inserted, numbered, read; never changed.
-- Roles belong to the cluster and may be there already, after a restore or for a second database.
DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'log_owner') THEN
        CREATE ROLE log_owner NOLOGIN;
    END IF;
    EXECUTE format('GRANT log_owner TO %I WITH SET TRUE, INHERIT FALSE', session_user);
END $$;
GRANT USAGE, CREATE ON SCHEMA log TO log_owner;
SET ROLE log_owner;

CREATE TABLE log.event_entry (
    global_index   bigint      GENERATED ALWAYS AS IDENTITY (CACHE 1) PRIMARY KEY,
    event_id       uuid        NOT NULL UNIQUE,
    aggregate_type text        NOT NULL,
    aggregate_id   uuid        NOT NULL,
    sequence       bigint      NOT NULL,
    event_type     text        NOT NULL,
    revision       text,
    payload        text        NOT NULL,
    metadata       text        NOT NULL,
    payload_salt   bytea       NOT NULL DEFAULT uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()),
    metadata_salt  bytea       NOT NULL DEFAULT uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()),
    appended_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    appended_by    text        NOT NULL DEFAULT session_user,
    UNIQUE (aggregate_id, sequence)
);

-- Entries that wait for their position. A queue: emptied all the time, so vacuumed often.
CREATE TABLE log.log_pending (global_index bigint PRIMARY KEY)
    WITH (autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0);

-- No foreign key: checking one would lock, and so rewrite, every entry.
CREATE TABLE log.log_position (
    position     bigint      PRIMARY KEY,
    global_index bigint      NOT NULL UNIQUE,
    sequenced_at timestamptz NOT NULL
);
-- "What was known at that time": the last position at or before it.
CREATE INDEX log_position_by_time ON log.log_position (sequenced_at, position);

-- The right to number is one row, which services have no right on: none of them can lock it and stop the numbering.
CREATE TABLE log.numbering (single boolean PRIMARY KEY DEFAULT true CHECK (single));
INSERT INTO log.numbering DEFAULT VALUES;

CREATE FUNCTION log.add_pending() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    INSERT INTO log.log_pending SELECT global_index FROM added;
    RETURN NULL;
END $$;
CREATE TRIGGER add_pending AFTER INSERT ON log.event_entry
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION log.add_pending();

-- One pass of the sequencer: how many entries it numbered, or -1 while another pass runs.
-- One call is one transaction: a client that freezes cannot keep the lock. READ COMMITTED gives each
-- statement a new snapshot, so the head is read after the lock was won: the order of statements matters.
CREATE FUNCTION log.number_pending() RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    head     bigint;
    last     timestamptz;
    numbered int;
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'entries are numbered in READ COMMITTED, not in %', upper(current_setting('transaction_isolation'))
            USING ERRCODE = 'invalid_transaction_state';
    END IF;
    IF NOT EXISTS (SELECT FROM log.log_pending) THEN
        RETURN 0;
    END IF;
    PERFORM FROM log.numbering FOR UPDATE SKIP LOCKED;
    IF NOT FOUND THEN
        RETURN -1;
    END IF;
    SELECT position, sequenced_at INTO head, last FROM log.log_position ORDER BY position DESC LIMIT 1;
    WITH taken AS (
        DELETE FROM log.log_pending
         WHERE global_index IN (SELECT global_index FROM log.log_pending ORDER BY global_index LIMIT 10000)
        RETURNING global_index)
    INSERT INTO log.log_position (position, global_index, sequenced_at)
    SELECT coalesce(head, 0) + row_number() OVER (ORDER BY global_index), global_index, greatest(clock_timestamp(), last)
      FROM taken;
    GET DIAGNOSTICS numbered = ROW_COUNT;
    IF numbered > 0 THEN
        PERFORM pg_notify('log_head', (coalesce(head, 0) + numbered)::text);
    END IF;
    RETURN numbered;
END $$;

-- What waits for a position, for metrics: services have no right to read the queue itself.
CREATE FUNCTION log.pending(OUT entries bigint, OUT oldest timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT count(*), (SELECT appended_at FROM log.event_entry
                       WHERE global_index = (SELECT min(global_index) FROM log.log_pending))
      FROM log.log_pending
$$;

CREATE FUNCTION log.refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    RAISE EXCEPTION '% on %.%: the log is append-only', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log.event_entry
    FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log.log_position
    FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();
ALTER TABLE log.event_entry ENABLE ALWAYS TRIGGER append_only, ENABLE ALWAYS TRIGGER add_pending;
ALTER TABLE log.log_position ENABLE ALWAYS TRIGGER append_only;

ALTER TABLE log.event_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY read_all ON log.event_entry FOR SELECT USING (true);
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA log FROM PUBLIC;
RESET ROLE;
