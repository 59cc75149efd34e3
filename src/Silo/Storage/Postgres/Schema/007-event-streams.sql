-- A stream has a handful of events. The server guesses from a sample, often one of a few busy pools, and then plans for thousands of each.
ALTER TABLE event ALTER COLUMN stream SET (n_distinct = -0.2);
ALTER TABLE event_archive ALTER COLUMN stream SET (n_distinct = -0.2);
ANALYZE event (stream);
ANALYZE event_archive (stream);
