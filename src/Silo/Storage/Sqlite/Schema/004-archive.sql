-- Events that are over, with every value that they had: the feed reads both tables in one order.
CREATE TABLE event_archive
(
    sequence   INTEGER PRIMARY KEY,
    stream     TEXT    NOT NULL,
    version    INTEGER NOT NULL,
    tenant     TEXT    NOT NULL,
    type       TEXT    NOT NULL,
    command_id BLOB    NOT NULL,
    decided_at INTEGER NOT NULL,
    payload    BLOB    NOT NULL,
    UNIQUE (stream, version)
);

-- Streams whose first events were deleted: the last version deleted, and its place in the feed.
CREATE TABLE stream_cut
(
    stream   TEXT    NOT NULL PRIMARY KEY,
    version  INTEGER NOT NULL,
    sequence INTEGER NOT NULL
) WITHOUT ROWID;

-- The last place in the feed of which an event was deleted.
CREATE TABLE feed_horizon
(
    sequence INTEGER NOT NULL
);

INSERT INTO feed_horizon (sequence) VALUES (0);
