using System.Data.Common;
using Npgsql;

namespace Fulcrum.Silo.Storage.Postgres;

/// <summary>Verification of a PostgreSQL database.</summary>
internal sealed class PostgresVerifiedDialect(string connectionString) : IVerifiedDialect
{
    /// <summary>How long a statement may take: some look at every row of an index.</summary>
    public const int StatementTimeoutSeconds = 600;

    private readonly string _connectionString = new NpgsqlConnectionStringBuilder(connectionString)
    {
        Options = "-c default_transaction_read_only=on",
        CommandTimeout = StatementTimeoutSeconds,
        MaxAutoPrepare = 20,
        AutoPrepareMinUsages = 2,
        NoResetOnClose = true,
        ApplicationName = "fulcrum-verify",
    }.ConnectionString;

    /// <inheritdoc/>
    public string SchemaStep => "SELECT coalesce(max(number), 0)::bigint FROM schema_step";

    /// <inheritdoc/>
    public string HeadColumns => "stream, kind, bucket::bigint, version, fence, tenant, owner, state, (extract(epoch FROM next_due) * 1000000)::bigint, summary, figures";

    /// <inheritdoc/>
    public string EventColumns => "version, type, (extract(epoch FROM decided_at) * 1000000)::bigint, payload, tenant, transaction_id::text::bigint, sequence";

    /// <inheritdoc/>
    public string StoredColumns => "version, type, decided_at, payload, tenant, transaction_id, sequence";

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
        "SELECT 'event ' || max(version) || ' of ' || max(stream) FROM (SELECT stream, version, transaction_id, sequence FROM event UNION ALL SELECT stream, version, transaction_id, sequence FROM event_archive) AS e GROUP BY transaction_id, sequence HAVING count(*) > 1",
        $"SELECT 'event ' || version || ' of ' || stream FROM event WHERE transaction_id >= {PostgresFeedClock.Next}",
        $"SELECT 'event ' || version || ' of ' || stream FROM event_archive WHERE transaction_id >= {PostgresFeedClock.Next}",
    ];

    /// <inheritdoc/>
    public DbConnection Connect() => new NpgsqlConnection(_connectionString);
}
