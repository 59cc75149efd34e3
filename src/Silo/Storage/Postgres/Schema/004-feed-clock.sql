-- What is added to the server's transaction ids in the feed: 0 until the database is restored on a server that counts behind its events.
CREATE TABLE feed_clock
(
    shift bigint NOT NULL
);

INSERT INTO feed_clock (shift) VALUES (0);
