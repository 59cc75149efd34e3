CREATE TABLE OrleansQuery
(
    QueryKey  TEXT NOT NULL PRIMARY KEY,
    QueryText TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE grain_state
(
    service_id   TEXT    NOT NULL,
    type_hash    INTEGER NOT NULL,
    type_name    TEXT    NOT NULL,
    id_hash      INTEGER NOT NULL,
    id_n0        INTEGER NOT NULL,
    id_n1        INTEGER NOT NULL,
    id_extension TEXT    NOT NULL,
    version      INTEGER NOT NULL,
    payload      BLOB,
    PRIMARY KEY (service_id, type_name, id_extension, id_n0, id_n1, type_hash, id_hash)
) WITHOUT ROWID;

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
('WriteToStorageKey', '
INSERT INTO grain_state AS g (service_id, type_hash, type_name, id_hash, id_n0, id_n1, id_extension, version, payload)
VALUES (@ServiceId, @GrainTypeHash, @GrainTypeString, @GrainIdHash, @GrainIdN0, @GrainIdN1, coalesce(@GrainIdExtensionString, ''''), coalesce(@GrainStateVersion, 0) + 1, @PayloadBinary)
ON CONFLICT (service_id, type_name, id_extension, id_n0, id_n1, type_hash, id_hash)
DO UPDATE SET version = g.version + 1, payload = excluded.payload
WHERE g.version = @GrainStateVersion
RETURNING version AS NewGrainStateVersion
'),
('ReadFromStorageKey', '
SELECT payload AS PayloadBinary, version AS Version
FROM grain_state
WHERE service_id = @ServiceId AND type_hash = @GrainTypeHash AND type_name = @GrainTypeString
  AND id_hash = @GrainIdHash AND id_n0 = @GrainIdN0 AND id_n1 = @GrainIdN1 AND id_extension = coalesce(@GrainIdExtensionString, '''')
'),
('ClearStorageKey', '
UPDATE grain_state SET payload = NULL, version = version + 1
WHERE service_id = @ServiceId AND type_hash = @GrainTypeHash AND type_name = @GrainTypeString
  AND id_hash = @GrainIdHash AND id_n0 = @GrainIdN0 AND id_n1 = @GrainIdN1 AND id_extension = coalesce(@GrainIdExtensionString, '''')
  AND version = @GrainStateVersion
RETURNING version AS NewGrainStateVersion
');
