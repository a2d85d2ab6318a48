-- Each try to deliver a message, counted from 1 on over all rounds; it goes with the delivery.
CREATE TABLE actionitem.webhook_attempt (
    delivery_id uuid        NOT NULL REFERENCES actionitem.webhook_delivery ON DELETE CASCADE,
    attempt     int         NOT NULL,
    at          timestamptz NOT NULL,
    status_code int,
    failure     text,
    millis      bigint      NOT NULL,
    PRIMARY KEY (delivery_id, attempt)
);
GRANT SELECT, INSERT, DELETE ON actionitem.webhook_attempt TO actionitem_service;

-- tellable: the last attempt found that its receiver may know what it is about. A version begins where no earlier one of the
-- same delivery can have been, as one that was deleted may be planned again.
ALTER TABLE actionitem.webhook_delivery
    ADD COLUMN version bigint NOT NULL DEFAULT (extract(epoch FROM clock_timestamp()) * 1000)::bigint,
    ADD COLUMN tellable boolean NOT NULL DEFAULT false;
UPDATE actionitem.webhook_delivery SET tellable = true WHERE first_attempt_at IS NOT NULL AND state <> 'WITHHELD';
CREATE INDEX webhook_delivery_settled ON actionitem.webhook_delivery (settled_at) WHERE settled_at IS NOT NULL;

-- A digest of which nothing was left to tell was taken by no mail server.
ALTER TABLE actionitem.digest ADD COLUMN overtaken int;
UPDATE actionitem.digest SET state = 'NOTHING_LEFT' WHERE state = 'DELIVERED' AND answer IS NULL;
