CREATE TABLE stream_head
(
    stream   TEXT    NOT NULL PRIMARY KEY,
    kind     TEXT    NOT NULL,
    bucket   INTEGER NOT NULL,
    version  INTEGER NOT NULL,
    fence    INTEGER NOT NULL,
    tenant   TEXT    NOT NULL,
    owner    TEXT    NOT NULL,
    state    TEXT    NOT NULL,
    next_due INTEGER,
    summary  BLOB
) WITHOUT ROWID;

CREATE INDEX stream_head_list ON stream_head (kind, stream);
CREATE INDEX stream_head_state ON stream_head (kind, state, stream);
CREATE INDEX stream_head_due ON stream_head (next_due) WHERE next_due IS NOT NULL;

CREATE TABLE event
(
    sequence   INTEGER PRIMARY KEY AUTOINCREMENT,
    stream     TEXT    NOT NULL,
    version    INTEGER NOT NULL,
    tenant     TEXT    NOT NULL,
    type       TEXT    NOT NULL,
    command_id BLOB    NOT NULL,
    decided_at INTEGER NOT NULL,
    payload    BLOB    NOT NULL,
    UNIQUE (stream, version)
);
