-- Read models that are rebuilt while they are read: a second set of tables, filled by a processor of its own and then
-- swapped by name. The functions here run as the migrator, who owns the tables of the services; a service may call only
-- those of its own schema, which pass the schema's name on.

-- How far a token is, 0 at the start: the JSON that Axon stores of its GlobalSequenceTrackingToken.
CREATE FUNCTION log.token_position(token bytea) RETURNS bigint
    LANGUAGE sql IMMUTABLE SET search_path = pg_catalog
    RETURN coalesce((convert_from(token, 'UTF8')::json ->> 'globalIndex')::bigint, 0);

-- Makes the table schema.projection and the functions by which the service starts, cancels and finishes rebuilds.
CREATE FUNCTION log.add_projections(schema_name text, service text) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    EXECUTE format($ddl$
        CREATE TABLE %1$I.projection (
            name         text   PRIMARY KEY,
            tables       text[] NOT NULL,
            outcome      text   CHECK (outcome IN ('RUNNING', 'COMPLETED', 'CANCELLED')),
            requested_by text,
            requested_at timestamptz,
            target       bigint,
            reached      bigint,
            ended_at     timestamptz
        );
        GRANT SELECT ON %1$I.projection TO %2$I;

        CREATE FUNCTION %1$I.start_rebuild(projection text, requested_by text, target bigint) RETURNS boolean
            LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog SET lock_timeout = '2s'
            RETURN log.start_rebuild(%1$L, projection, requested_by, target);
        CREATE FUNCTION %1$I.cancel_rebuild(projection text) RETURNS boolean
            LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog SET lock_timeout = '2s'
            RETURN log.cancel_rebuild(%1$L, projection);
        CREATE FUNCTION %1$I.finish_rebuild(projection text) RETURNS boolean
            LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog SET lock_timeout = '300ms'
            RETURN log.finish_rebuild(%1$L, projection);

        REVOKE EXECUTE ON FUNCTION %1$I.start_rebuild, %1$I.cancel_rebuild, %1$I.finish_rebuild FROM PUBLIC;
        GRANT EXECUTE ON FUNCTION %1$I.start_rebuild, %1$I.cancel_rebuild, %1$I.finish_rebuild TO %2$I;
        $ddl$, schema_name, service);
END $$;

-- Makes the second set of the tables, with the same grants, and the rows of the projection and of its two processors.
CREATE FUNCTION log.add_projection(schema_name text, projection text, VARIADIC tables text[]) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    live  text;
    given record;
BEGIN
    FOREACH live IN ARRAY tables LOOP
        EXECUTE format('CREATE TABLE %1$I.%2$I (LIKE %1$I.%3$I INCLUDING ALL)', schema_name, live || '_next', live);
        FOR given IN
            SELECT a.privilege_type AS privilege, a.grantee::regrole AS grantee
              FROM pg_class AS c
             CROSS JOIN LATERAL aclexplode(c.relacl) AS a
             WHERE c.oid = format('%I.%I', schema_name, live)::regclass AND a.grantee <> c.relowner
        LOOP
            EXECUTE format('GRANT %s ON %I.%I TO %s', given.privilege, schema_name, live || '_next', given.grantee);
        END LOOP;
    END LOOP;
    EXECUTE format('INSERT INTO %I.projection (name, tables) VALUES ($1, $2)', schema_name) USING projection, tables;
    EXECUTE format('INSERT INTO %I.token_entry (processor_name, segment) VALUES ($1, 0), ($1 || ''-next'', 0)
                    ON CONFLICT DO NOTHING', schema_name) USING projection;
    PERFORM log.close_next(schema_name, projection);
END $$;

-- Takes the claim on the next tables away, for good: the token row is held by nobody, and that never expires.
CREATE FUNCTION log.close_next(schema_name text, projection text) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    EXECUTE format('UPDATE %I.token_entry
                       SET token = NULL, token_type = NULL, owner = ''nobody'', updated_at = ''9999-12-31T00:00:00Z''
                     WHERE processor_name = $1 || ''-next'' AND segment = 0', schema_name) USING projection;
END $$;

-- Whether a rebuild runs; until the end of the transaction nobody else starts or ends one.
CREATE FUNCTION log.lock_rebuild(schema_name text, projection text, OUT running boolean, OUT tables text[], OUT target bigint)
    LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    EXECUTE format('SELECT outcome IS NOT DISTINCT FROM ''RUNNING'', tables, target
                      FROM %I.projection WHERE name = $1 FOR UPDATE', schema_name)
       INTO running, tables, target USING projection;
    IF running IS NULL THEN
        RAISE EXCEPTION 'no projection % in schema %', projection, schema_name USING ERRCODE = 'no_data_found';
    END IF;
END $$;

-- False if one runs already.
CREATE FUNCTION log.start_rebuild(schema_name text, projection text, requested_by text, target bigint) RETURNS boolean
    LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    rebuild record;
BEGIN
    rebuild := log.lock_rebuild(schema_name, projection);
    IF rebuild.running THEN
        RETURN false;
    END IF;
    EXECUTE format('UPDATE %I.token_entry
                       SET token = NULL, token_type = NULL, owner = NULL, updated_at = NULL
                     WHERE processor_name = $1 || ''-next'' AND segment = 0', schema_name) USING projection;
    EXECUTE (SELECT 'TRUNCATE ' || string_agg(format('%I.%I', schema_name, live || '_next'), ', ' ORDER BY live)
               FROM unnest(rebuild.tables) AS live);
    EXECUTE format('UPDATE %I.projection
                       SET outcome = ''RUNNING'', requested_by = $2, requested_at = clock_timestamp(), target = $3,
                           reached = NULL, ended_at = NULL
                     WHERE name = $1', schema_name) USING projection, requested_by, target;
    RETURN true;
END $$;

-- False if none runs. The next tables keep what they have until another rebuild starts.
CREATE FUNCTION log.cancel_rebuild(schema_name text, projection text) RETURNS boolean
    LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    rebuild record;
    reached bigint;
BEGIN
    rebuild := log.lock_rebuild(schema_name, projection);
    IF NOT rebuild.running THEN
        RETURN false;
    END IF;
    EXECUTE format('SELECT log.token_position(token) FROM %I.token_entry
                     WHERE processor_name = $1 || ''-next'' AND segment = 0 FOR UPDATE', schema_name)
       INTO reached USING projection;
    PERFORM log.close_next(schema_name, projection);
    EXECUTE format('UPDATE %I.projection SET outcome = ''CANCELLED'', reached = $2, ended_at = clock_timestamp()
                     WHERE name = $1', schema_name) USING projection, reached;
    RETURN true;
END $$;

-- Where the processors of the live and of the next tables are.
CREATE FUNCTION log.rebuild_positions(schema_name text, projection text, OUT live bigint, OUT next bigint)
    LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    EXECUTE format('SELECT min(log.token_position(token)) FILTER (WHERE processor_name = $1),
                           min(log.token_position(token)) FILTER (WHERE processor_name <> $1)
                      FROM %I.token_entry
                     WHERE processor_name IN ($1, $1 || ''-next'') AND segment = 0', schema_name)
       INTO live, next USING projection;
END $$;

-- Swaps the two sets once the next one has caught up; false if it has not. Token rows are locked before tables, as the
-- processors do it: they wait for a batch under way, and none begins until the end. If a lock is not to be had in time,
-- nothing has happened. The live processor goes on exactly where its new tables end: where they are further than it is,
-- its token moves along and it has to claim it anew, which undoes a batch that it has begun.
CREATE FUNCTION log.finish_rebuild(schema_name text, projection text) RETURNS boolean
    LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    rebuild record;
    at      record;
    live    text;
BEGIN
    rebuild := log.lock_rebuild(schema_name, projection);
    at := log.rebuild_positions(schema_name, projection);
    IF NOT rebuild.running OR at.next < rebuild.target OR at.next < at.live THEN
        RETURN false;
    END IF;
    EXECUTE format('SELECT FROM %I.token_entry WHERE processor_name IN ($1, $1 || ''-next'') AND segment = 0
                     ORDER BY processor_name FOR UPDATE', schema_name) USING projection;
    at := log.rebuild_positions(schema_name, projection);
    IF at.next < at.live THEN
        RETURN false;
    END IF;
    EXECUTE (SELECT 'ANALYZE ' || string_agg(format('%I.%I', schema_name, name || '_next'), ', ' ORDER BY name)
               FROM unnest(rebuild.tables) AS name);
    EXECUTE (SELECT 'LOCK TABLE ' || string_agg(format('%1$I.%2$I, %1$I.%3$I', schema_name, name, name || '_next'), ', ' ORDER BY name)
                    || ' IN ACCESS EXCLUSIVE MODE'
               FROM unnest(rebuild.tables) AS name);
    FOREACH live IN ARRAY rebuild.tables LOOP
        PERFORM log.swap(schema_name, live, live || '_next');
    END LOOP;
    IF at.next > at.live THEN
        EXECUTE format('UPDATE %1$I.token_entry AS live
                           SET token = next.token, token_type = next.token_type, owner = NULL
                          FROM %1$I.token_entry AS next
                         WHERE live.processor_name = $1 AND live.segment = 0
                           AND next.processor_name = $1 || ''-next'' AND next.segment = 0', schema_name) USING projection;
    END IF;
    PERFORM log.close_next(schema_name, projection);
    EXECUTE format('UPDATE %I.projection SET outcome = ''COMPLETED'', reached = $2, ended_at = clock_timestamp()
                     WHERE name = $1', schema_name) USING projection, at.next;
    RETURN true;
END $$;

-- Swaps the names of two tables and of their indexes, so that a later migration finds each under the name it was given.
CREATE FUNCTION log.swap(schema_name text, live text, next text) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    pair record;
BEGIN
    FOR pair IN
        WITH named AS (
            SELECT c.relname AS name, t.relname AS of_table, d.definition,
                   row_number() OVER (PARTITION BY t.relname, i.indisunique, d.definition ORDER BY c.relname) AS nth,
                   i.indisunique AS single
              FROM pg_index AS i
              JOIN pg_class AS c ON c.oid = i.indexrelid
              JOIN pg_class AS t ON t.oid = i.indrelid
              JOIN pg_namespace AS n ON n.oid = t.relnamespace
             CROSS JOIN LATERAL (SELECT substring(pg_get_indexdef(c.oid) FROM ' USING .*') AS definition) AS d
             WHERE n.nspname = schema_name AND t.relname IN (live, next))
        SELECT a.name AS live_index, b.name AS next_index
          FROM named AS a
          JOIN named AS b USING (single, definition, nth)
         WHERE a.of_table = live AND b.of_table = next
    LOOP
        EXECUTE format('ALTER INDEX %I.%I RENAME TO swapped', schema_name, pair.live_index);
        EXECUTE format('ALTER INDEX %I.%I RENAME TO %I', schema_name, pair.next_index, pair.live_index);
        EXECUTE format('ALTER INDEX %I.swapped RENAME TO %I', schema_name, pair.next_index);
    END LOOP;
    EXECUTE format('ALTER TABLE %I.%I RENAME TO swapped', schema_name, live);
    EXECUTE format('ALTER TABLE %I.%I RENAME TO %I', schema_name, next, live);
    EXECUTE format('ALTER TABLE %I.swapped RENAME TO %I', schema_name, next);
END $$;

REVOKE EXECUTE ON FUNCTION
    log.token_position, log.add_projections, log.add_projection, log.close_next, log.lock_rebuild, log.start_rebuild,
    log.cancel_rebuild, log.rebuild_positions, log.finish_rebuild, log.swap FROM PUBLIC;
