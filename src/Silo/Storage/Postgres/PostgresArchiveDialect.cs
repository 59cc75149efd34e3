using System.Data.Common;
using Fulcrum.Silo.Storage.Archive;
using Npgsql;

namespace Fulcrum.Silo.Storage.Postgres;

/// <summary>Archiving in a PostgreSQL database.</summary>
internal sealed class PostgresArchiveDialect(NpgsqlDataSource dataSource) : IArchiveDialect
{
    private const long LockKey = 0x46756c41726368;

    /// <inheritdoc/>
    public string TakeTurn => $"SELECT pg_try_advisory_xact_lock({LockKey})";

    /// <inheritdoc/>
    public string EventColumns => "stream, version, transaction_id, sequence, tenant, type, command_id, decided_at, payload";

    /// <inheritdoc/>
    public string PlaceColumns => "transaction_id, sequence";

    /// <inheritdoc/>
    public string PlaceNumbers => "transaction_id::text::bigint, sequence";

    /// <inheritdoc/>
    public string PlaceValues => "@transaction::text::xid8, @sequence";

    /// <inheritdoc/>
    public string SetPlace => "transaction_id = @transaction::text::xid8, sequence = @sequence";

    /// <inheritdoc/>
    public string IsShown => $"transaction_id < {PostgresFeedClock.Horizon}";

    /// <inheritdoc/>
    public string LockRows => "FOR UPDATE SKIP LOCKED";

    /// <inheritdoc/>
    public string IsAmong(string column) => $"{column} = ANY (@streams)";

    /// <inheritdoc/>
    public string Micros(string column) => $"(extract(epoch FROM {column}) * 1000000)::bigint";

    /// <inheritdoc/>
    public IReadOnlyList<string> Move(string condition) =>
        [$"WITH moved AS (DELETE FROM event WHERE {condition} RETURNING {EventColumns}) INSERT INTO event_archive ({EventColumns}) SELECT {EventColumns} FROM moved"];

    /// <inheritdoc/>
    public object Texts(IReadOnlyCollection<string> values) => values.ToArray();

    /// <inheritdoc/>
    public object Instant(DateTimeOffset instant) => instant.UtcDateTime;

    /// <inheritdoc/>
    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken) => await PostgresFaults.OpenAsync(dataSource, cancellationToken);
}
