using System.Data.Common;
using System.Text.Json;
using Fulcrum.Silo.Storage.Archive;

namespace Fulcrum.Silo.Storage.Sqlite;

/// <summary>Archiving in a SQLite file, where there is one writer at a time.</summary>
internal sealed class SqliteArchiveDialect(SqliteDatabase database) : IArchiveDialect
{
    /// <inheritdoc/>
    public string TakeTurn => "SELECT 1";

    /// <inheritdoc/>
    public string EventColumns => "sequence, stream, version, tenant, type, command_id, decided_at, payload";

    /// <inheritdoc/>
    public string PlaceColumns => "sequence";

    /// <inheritdoc/>
    public string PlaceNumbers => "0, sequence";

    /// <inheritdoc/>
    public string PlaceValues => "@sequence";

    /// <inheritdoc/>
    public string SetPlace => "sequence = @sequence";

    /// <inheritdoc/>
    public string IsShown => "true";

    /// <inheritdoc/>
    public string LockRows => "";

    /// <inheritdoc/>
    public string IsAmong(string column) => $"{column} IN (SELECT value FROM json_each(@streams))";

    /// <inheritdoc/>
    public string Micros(string column) => column;

    /// <inheritdoc/>
    public IReadOnlyList<string> Move(string condition) =>
        [$"INSERT INTO event_archive ({EventColumns}) SELECT {EventColumns} FROM event WHERE {condition}", $"DELETE FROM event WHERE {condition}"];

    /// <inheritdoc/>
    public object Texts(IReadOnlyCollection<string> values) => JsonSerializer.Serialize(values);

    /// <inheritdoc/>
    public object Instant(DateTimeOffset instant) => StoreTime.ToMicros(instant);

    /// <inheritdoc/>
    public Task<DbConnection> OpenAsync(CancellationToken cancellationToken) => Task.FromResult<DbConnection>(database.Open());
}
