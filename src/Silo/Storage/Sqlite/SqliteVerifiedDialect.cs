using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Fulcrum.Silo.Storage.Sqlite;

/// <summary>Verification of a SQLite file.</summary>
internal sealed class SqliteVerifiedDialect(string connectionString) : IVerifiedDialect
{
    private readonly string _connectionString = new SqliteConnectionStringBuilder(connectionString) { Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString();

    /// <inheritdoc/>
    public string SchemaStep => "SELECT coalesce(max(number), 0) FROM schema_step";

    /// <inheritdoc/>
    public string HeadColumns => "stream, kind, bucket, version, fence, tenant, owner, state, next_due, summary, figures";

    /// <inheritdoc/>
    public string EventColumns => "version, type, decided_at, payload, tenant, 0, sequence";

    /// <inheritdoc/>
    public string StoredColumns => "version, type, decided_at, payload, tenant, sequence";

    /// <inheritdoc/>
    public IReadOnlyList<string> Strays =>
    [
        "SELECT DISTINCT e.stream FROM event_archive e LEFT JOIN stream_head h ON h.stream = e.stream WHERE h.stream IS NULL",
        "SELECT DISTINCT e.stream FROM event e LEFT JOIN stream_head h ON h.stream = e.stream WHERE h.stream IS NULL",
        "SELECT h.stream FROM stream_head h LEFT JOIN stream_cut c ON c.stream = h.stream WHERE h.version > coalesce(c.version, 0) AND h.kind NOT IN ('market', 'provider', 'pool', 'order', 'key')",
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> Misplaced =>
    [
        "SELECT 'event ' || e.version || ' of ' || e.stream FROM event e JOIN stream_head h ON h.stream = e.stream WHERE e.version > h.version OR e.version < 1",
        "SELECT 'event ' || e.version || ' of ' || e.stream FROM event_archive e JOIN stream_head h ON h.stream = e.stream WHERE e.version > h.version OR e.version < 1",
        "SELECT 'event ' || a.version || ' of ' || a.stream FROM event_archive a JOIN event e ON e.stream = a.stream AND e.version = a.version",
        "SELECT 'event ' || a.version || ' of ' || a.stream FROM event_archive a JOIN event e ON e.sequence = a.sequence",
    ];

    /// <inheritdoc/>
    public DbConnection Connect() => new SqliteConnection(_connectionString);
}
