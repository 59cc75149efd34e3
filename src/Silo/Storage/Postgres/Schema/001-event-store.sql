CREATE TABLE stream_head
(
    stream   text     NOT NULL PRIMARY KEY,
    kind     text     NOT NULL,
    bucket   smallint NOT NULL,
    version  bigint   NOT NULL,
    fence    bigint   NOT NULL,
    tenant   text     NOT NULL,
    owner    text     NOT NULL,
    state    text     NOT NULL,
    next_due timestamptz,
    summary  bytea
);

CREATE INDEX stream_head_list ON stream_head (kind, stream);
CREATE INDEX stream_head_state ON stream_head (kind, state, stream);
CREATE INDEX stream_head_due ON stream_head (next_due) WHERE next_due IS NOT NULL;

CREATE TABLE event
(
    stream         text        NOT NULL,
    version        bigint      NOT NULL,
    transaction_id xid8        NOT NULL DEFAULT pg_current_xact_id(),
    sequence       bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    tenant         text        NOT NULL,
    type           text        NOT NULL,
    command_id     uuid        NOT NULL,
    decided_at     timestamptz NOT NULL,
    payload        bytea       NOT NULL,
    PRIMARY KEY (stream, version)
);

CREATE INDEX event_feed ON event (transaction_id, sequence);
