-- The one row of log.numbering may be missing, as after a restore that left it out. Nothing is numbered then; this is said,
-- by the sequencer and to each service that starts, and the next migration puts the row back (afterMigrate.sql).
SET ROLE log_owner;

-- Whether there is a right to number at all; whoever may use the schema may ask.
CREATE FUNCTION log.can_number() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
    RETURN EXISTS (SELECT FROM log.numbering);

-- As before, but for the missing row: it looks like one that another pass has locked.
CREATE OR REPLACE FUNCTION log.number_pending() RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
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
        IF NOT EXISTS (SELECT FROM log.numbering) THEN
            RAISE EXCEPTION 'the row of log.numbering is missing, so no entry gets a position: run ./hindsight migrate'
                USING ERRCODE = 'object_not_in_prerequisite_state';
        END IF;
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
RESET ROLE;
