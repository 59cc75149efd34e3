-- Events that are over, with every value that they had: the feed reads both tables in one order.
CREATE TABLE event_archive
(
    stream         text        NOT NULL,
    version        bigint      NOT NULL,
    transaction_id xid8        NOT NULL,
    sequence       bigint      NOT NULL,
    tenant         text        NOT NULL,
    type           text        NOT NULL,
    command_id     uuid        NOT NULL,
    decided_at     timestamptz NOT NULL,
    payload        bytea       NOT NULL,
    PRIMARY KEY (stream, version)
);

CREATE INDEX event_archive_feed ON event_archive (transaction_id, sequence);
ALTER TABLE event_archive SET (toast_tuple_target = 8128);

DO $$
BEGIN
    IF current_setting('server_version_num')::int >= 140000 THEN
        EXECUTE 'ALTER TABLE event_archive ALTER COLUMN payload SET COMPRESSION lz4';
    END IF;
EXCEPTION WHEN feature_not_supported THEN
    NULL;
END
$$;

-- Streams whose first events were deleted: the last version deleted, and its place in the feed.
CREATE TABLE stream_cut
(
    stream         text   NOT NULL PRIMARY KEY,
    version        bigint NOT NULL,
    transaction_id xid8   NOT NULL,
    sequence       bigint NOT NULL
);

-- The last place in the feed of which an event was deleted.
CREATE TABLE feed_horizon
(
    transaction_id xid8   NOT NULL,
    sequence       bigint NOT NULL
);

INSERT INTO feed_horizon (transaction_id, sequence) VALUES ('0', 0);
