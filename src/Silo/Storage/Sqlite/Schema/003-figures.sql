-- What changes with every append stands apart from what is large and seldom changes.
ALTER TABLE stream_head ADD COLUMN figures BLOB;
