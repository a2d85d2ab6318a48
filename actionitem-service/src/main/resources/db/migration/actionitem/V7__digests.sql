-- Digests are entries of their own: one more kind that this service may append.
SET ROLE log_owner;
CREATE POLICY actionitem_service_appends_digests ON log.event_entry FOR INSERT TO actionitem_service
    WITH CHECK (aggregate_type = 'digest');
RESET ROLE;

INSERT INTO actionitem.token_entry (processor_name, segment) VALUES ('notices', 0);

-- Who is to be told what: one row for an event and each of its recipients. All but the end of tell_from and day, which are
-- moved to a later day where that day's digest is composed already, follows from the log.
CREATE TABLE actionitem.notice (
    event_id       uuid        NOT NULL,
    recipient      text        NOT NULL,
    position       bigint      NOT NULL,
    action_item_id uuid        NOT NULL,
    kind           text        NOT NULL,
    rung           text,
    days           int,
    about          date,
    team           text        NOT NULL,
    decided_at     timestamptz NOT NULL,
    tell_from      timestamptz NOT NULL,
    day            date        NOT NULL,
    digest_id      uuid,
    PRIMARY KEY (event_id, recipient)
);
CREATE INDEX notice_waiting ON actionitem.notice (tell_from) WHERE digest_id IS NULL;
CREATE INDEX notice_recipient ON actionitem.notice (recipient, position DESC);
CREATE INDEX notice_digest ON actionitem.notice (digest_id);

-- What became of each digest, as its entries say.
CREATE TABLE actionitem.digest (
    digest_id    uuid        PRIMARY KEY,
    recipient    text        NOT NULL,
    day          date        NOT NULL,
    notices      int         NOT NULL,
    message_id   text        NOT NULL,
    composed_at  timestamptz NOT NULL,
    state        text        NOT NULL,
    attempts     int         NOT NULL,
    attempted_at timestamptz,
    next_at      timestamptz,
    withheld     int,
    answer       text,
    reason       text,
    version      bigint      NOT NULL
);
CREATE INDEX digest_newest ON actionitem.digest (composed_at DESC, digest_id DESC);
CREATE INDEX digest_recipient ON actionitem.digest (recipient, composed_at DESC);
CREATE INDEX digest_next ON actionitem.digest (next_at) WHERE next_at IS NOT NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON actionitem.notice, actionitem.digest TO actionitem_service;
