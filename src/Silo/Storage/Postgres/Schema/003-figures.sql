-- What changes with every append stands apart from what is large and seldom changes: that goes out of line, and updates do not copy it.
ALTER TABLE stream_head ADD COLUMN figures bytea;
ALTER TABLE stream_head ALTER COLUMN summary SET STORAGE EXTERNAL;
ALTER TABLE stream_head SET (toast_tuple_target = 768, fillfactor = 80);

-- Payloads of some kilobytes are compressed by the database: lz4 takes a fraction of the time that pglz does.
DO $$
BEGIN
    IF current_setting('server_version_num')::int >= 140000 THEN
        EXECUTE 'ALTER TABLE event ALTER COLUMN payload SET COMPRESSION lz4';
    END IF;
EXCEPTION WHEN feature_not_supported THEN
    NULL;
END
$$;
