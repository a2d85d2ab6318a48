-- Who is told of events elsewhere; what they are signed with is sealed by a key that the database does not hold.
CREATE TABLE actionitem.webhook (
    webhook_id       uuid        PRIMARY KEY,
    url              text        NOT NULL,
    description      text,
    team             text,
    event_types      text[]      NOT NULL,
    starts_after     bigint      NOT NULL,
    created_at       timestamptz NOT NULL,
    created_by       text        NOT NULL,
    rotated_by       text,
    disabled_at      timestamptz,
    disabled_because text,
    disabled_by      text,
    replayed_from    bigint,
    replayed_to      bigint, -- as far as it is planned; what follows, up to replay_up_to, is still to be
    replay_up_to     bigint,
    replayed_by      text,
    version          bigint      NOT NULL
);

-- Each is called by the version of the webhook that it came with; an earlier one signs as well until it expires.
CREATE TABLE actionitem.webhook_secret (
    webhook_id uuid   NOT NULL,
    number     bigint NOT NULL,
    sealed     bytea  NOT NULL,
    expires_at timestamptz,
    PRIMARY KEY (webhook_id, number)
);

-- What is to be told, and what came of it: written with the token of the processor that follows the log.
CREATE TABLE actionitem.webhook_delivery (
    delivery_id      uuid        PRIMARY KEY,
    webhook_id       uuid        NOT NULL,
    position         bigint      NOT NULL,
    event_id         uuid        NOT NULL,
    event_type       text        NOT NULL,
    aggregate_type   text        NOT NULL,
    aggregate_id     uuid        NOT NULL,
    recorded_at      timestamptz NOT NULL,
    state            text        NOT NULL,
    round            int         NOT NULL DEFAULT 0,
    attempts         int         NOT NULL DEFAULT 0,
    status_code      int,
    failure          text,
    first_attempt_at timestamptz,
    next_attempt_at  timestamptz,
    settled_at       timestamptz
);
CREATE UNIQUE INDEX webhook_delivery_position ON actionitem.webhook_delivery (webhook_id, position);
CREATE INDEX webhook_delivery_due ON actionitem.webhook_delivery (webhook_id, next_attempt_at) WHERE state = 'PENDING';
CREATE INDEX webhook_delivery_failed ON actionitem.webhook_delivery (webhook_id, position) WHERE state = 'FAILED';

GRANT SELECT, INSERT, UPDATE, DELETE
    ON actionitem.webhook, actionitem.webhook_secret, actionitem.webhook_delivery TO actionitem_service;
INSERT INTO actionitem.token_entry (processor_name, segment) VALUES ('webhook-delivery', 0);

-- Read model: which items are linked to an address, by the SHA-256 of its normal form.
CREATE TABLE actionitem.action_item_link (
    digest         bytea NOT NULL,
    action_item_id uuid  NOT NULL,
    PRIMARY KEY (digest, action_item_id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON actionitem.action_item_link TO actionitem_service;
SELECT log.add_projection('actionitem', 'action-item-links', 'action_item_link');
