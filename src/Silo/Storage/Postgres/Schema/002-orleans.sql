CREATE TABLE orleans_query
(
    query_key  text NOT NULL PRIMARY KEY,
    query_text text NOT NULL
);

-- The frameworks read their statements from this name and these columns.
CREATE VIEW OrleansQuery AS SELECT query_key AS QueryKey, query_text AS QueryText FROM orleans_query;

CREATE TABLE grain_state
(
    service_id     text        NOT NULL,
    type_hash      integer     NOT NULL,
    type_name      text        NOT NULL,
    id_hash        integer     NOT NULL,
    id_n0          bigint      NOT NULL,
    id_n1          bigint      NOT NULL,
    id_extension   text        NOT NULL,
    version        integer     NOT NULL,
    payload        bytea,
    modified_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (service_id, type_name, id_extension, id_n0, id_n1, type_hash, id_hash)
);

CREATE TABLE membership_version
(
    deployment_id text        NOT NULL PRIMARY KEY,
    version       integer     NOT NULL DEFAULT 0,
    changed_at    timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE membership
(
    deployment_id   text        NOT NULL REFERENCES membership_version (deployment_id),
    address         text        NOT NULL,
    port            integer     NOT NULL,
    generation      integer     NOT NULL,
    silo_name       text        NOT NULL,
    host_name       text        NOT NULL,
    status          integer     NOT NULL,
    proxy_port      integer     NOT NULL,
    suspect_times   text,
    start_time      timestamptz NOT NULL,
    i_am_alive_time timestamptz NOT NULL,
    PRIMARY KEY (deployment_id, address, port, generation)
);

INSERT INTO orleans_query (query_key, query_text) VALUES
('WriteToStorageKey', $q$
INSERT INTO grain_state AS g (service_id, type_hash, type_name, id_hash, id_n0, id_n1, id_extension, version, payload)
VALUES (@ServiceId, @GrainTypeHash, @GrainTypeString, @GrainIdHash, @GrainIdN0, @GrainIdN1, coalesce(@GrainIdExtensionString, ''), coalesce(@GrainStateVersion, 0) + 1, @PayloadBinary)
ON CONFLICT (service_id, type_name, id_extension, id_n0, id_n1, type_hash, id_hash)
DO UPDATE SET version = g.version + 1, payload = excluded.payload, modified_at = now()
WHERE g.version = @GrainStateVersion
RETURNING version AS NewGrainStateVersion
$q$),
('ReadFromStorageKey', $q$
SELECT payload AS PayloadBinary, version AS Version
FROM grain_state
WHERE service_id = @ServiceId AND type_hash = @GrainTypeHash AND type_name = @GrainTypeString
  AND id_hash = @GrainIdHash AND id_n0 = @GrainIdN0 AND id_n1 = @GrainIdN1 AND id_extension = coalesce(@GrainIdExtensionString, '')
$q$),
('ClearStorageKey', $q$
UPDATE grain_state SET payload = NULL, version = version + 1, modified_at = now()
WHERE service_id = @ServiceId AND type_hash = @GrainTypeHash AND type_name = @GrainTypeString
  AND id_hash = @GrainIdHash AND id_n0 = @GrainIdN0 AND id_n1 = @GrainIdN1 AND id_extension = coalesce(@GrainIdExtensionString, '')
  AND version = @GrainStateVersion
RETURNING version AS NewGrainStateVersion
$q$),
('UpdateIAmAlivetimeKey', $q$
UPDATE membership SET i_am_alive_time = @IAmAliveTime
WHERE deployment_id = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation
$q$),
('InsertMembershipVersionKey', $q$
WITH added AS (INSERT INTO membership_version (deployment_id) VALUES (@DeploymentId) ON CONFLICT DO NOTHING RETURNING 1)
SELECT count(*)::integer FROM added
$q$),
('InsertMembershipKey', $q$
WITH turned AS (
    UPDATE membership_version SET version = version + 1, changed_at = now()
    WHERE deployment_id = @DeploymentId AND version = @Version
      AND NOT EXISTS (SELECT 1 FROM membership WHERE deployment_id = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation)
    RETURNING deployment_id),
added AS (
    INSERT INTO membership (deployment_id, address, port, generation, silo_name, host_name, status, proxy_port, start_time, i_am_alive_time)
    SELECT deployment_id, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime FROM turned
    RETURNING 1)
SELECT count(*)::integer FROM added
$q$),
('UpdateMembershipKey', $q$
WITH turned AS (
    UPDATE membership_version SET version = version + 1, changed_at = now()
    WHERE deployment_id = @DeploymentId AND version = @Version
      AND EXISTS (SELECT 1 FROM membership WHERE deployment_id = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation)
    RETURNING deployment_id),
changed AS (
    UPDATE membership m SET status = @Status, suspect_times = @SuspectTimes, i_am_alive_time = @IAmAliveTime
    FROM turned
    WHERE m.deployment_id = turned.deployment_id AND m.address = @Address AND m.port = @Port AND m.generation = @Generation
    RETURNING 1)
SELECT count(*)::integer FROM changed
$q$),
('MembershipReadRowKey', $q$
SELECT v.deployment_id AS DeploymentId, m.address AS Address, m.port AS Port, m.generation AS Generation, m.silo_name AS SiloName,
       m.host_name AS HostName, m.status AS Status, m.proxy_port AS ProxyPort, m.suspect_times AS SuspectTimes,
       m.start_time AS StartTime, m.i_am_alive_time AS IAmAliveTime, v.version AS Version
FROM membership_version v
LEFT JOIN membership m ON m.deployment_id = v.deployment_id AND m.address = @Address AND m.port = @Port AND m.generation = @Generation
WHERE v.deployment_id = @DeploymentId
$q$),
('MembershipReadAllKey', $q$
SELECT v.deployment_id AS DeploymentId, m.address AS Address, m.port AS Port, m.generation AS Generation, m.silo_name AS SiloName,
       m.host_name AS HostName, m.status AS Status, m.proxy_port AS ProxyPort, m.suspect_times AS SuspectTimes,
       m.start_time AS StartTime, m.i_am_alive_time AS IAmAliveTime, v.version AS Version
FROM membership_version v
LEFT JOIN membership m ON m.deployment_id = v.deployment_id
WHERE v.deployment_id = @DeploymentId
$q$),
('DeleteMembershipTableEntriesKey', $q$
WITH gone AS (DELETE FROM membership WHERE deployment_id = @DeploymentId)
DELETE FROM membership_version WHERE deployment_id = @DeploymentId
$q$),
('GatewaysQueryKey', $q$
SELECT address AS Address, proxy_port AS ProxyPort, generation AS Generation
FROM membership
WHERE deployment_id = @DeploymentId AND status = @Status AND proxy_port > 0
$q$),
('CleanupDefunctSiloEntriesKey', $q$
DELETE FROM membership WHERE deployment_id = @DeploymentId AND i_am_alive_time < @IAmAliveTime AND status <> 3
$q$);
